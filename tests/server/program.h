// The real customer-master program as a child process.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace cm::test {

struct ProgramResult {
  int exit_code = -1;  // -1 = killed by a signal
  std::string out;
  std::string err;
};

// Runs it to its end.
ProgramResult run_program(const std::vector<std::string>& arguments, const std::string& input = {});

// `customer-master serve` on a free port. The constructor returns when the server has said that it
// is ready; the destructor kills what still runs.
class ServerProcess {
 public:
  explicit ServerProcess(const std::string& folder, std::vector<std::string> more_arguments = {});
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  int port() const { return port_; }
  const std::string& setup_token() const { return setup_token_; }  // empty when none was printed
  const std::string& printed() const {
    return printed_;
  }                             // what stood on stdout until it was ready
  std::string log() const;      // what stood on stderr so far
  std::string log_end() const;  // its last 4,000 characters
  long resident_kib() const;    // memory in use

  void send_signal(int signal);
  int wait();  // for its end; the exit code, or -1 when a signal ended it

 private:
  void read_until_ready();

  pid_t pid_ = -1;
  int out_ = -1;
  std::string log_path_;
  int port_ = 0;
  std::string setup_token_;
  std::string printed_;
};

}  // namespace cm::test

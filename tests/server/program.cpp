#include "tests/server/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstdio>
#include <stdexcept>

#include "tests/server/temp_folder.h"

namespace cm::test {
namespace {

constexpr int kReadyMs = 30'000;

std::string program_path() {
  return std::string(CM_BINARY_DIR) + "/customer-master";
}

// Starts the program with its three streams on the given files.
pid_t start(const std::vector<std::string>& arguments, int in, int out, int err) {
  std::vector<std::string> words = arguments;
  words.insert(words.begin(), program_path());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid < 0) throw std::runtime_error("cannot start a process");
  if (pid == 0) {
    ::dup2(in, STDIN_FILENO);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    ::execv(pointers[0], pointers.data());
    ::_exit(127);
  }
  return pid;
}

int exit_code_of(int status) {
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

ProgramResult run_program(const std::vector<std::string>& arguments, const std::string& input) {
  const TempFolder folder;
  const std::string in_path = folder.write("in", input);
  const int in = ::open(in_path.c_str(), O_RDONLY | O_CLOEXEC);
  const int out = ::open(folder.file("out").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const int err = ::open(folder.file("err").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const pid_t pid = start(arguments, in, out, err);
  for (const int file : {in, out, err}) ::close(file);
  int status = 0;
  ::waitpid(pid, &status, 0);
  return {exit_code_of(status), read_file(folder.file("out")), read_file(folder.file("err"))};
}

ServerProcess::ServerProcess(const std::string& folder, std::vector<std::string> more_arguments) {
  static std::atomic<int> started{0};
  std::vector<std::string> arguments = {"serve", "--port", "0", "--data", folder};
  arguments.insert(arguments.end(), more_arguments.begin(), more_arguments.end());
  std::filesystem::create_directories(folder);
  log_path_ = folder + "/server-" + std::to_string(++started) + ".log";
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
  const int log = ::open(log_path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  pid_ = start(arguments, nothing, pipe[1], log);
  for (const int file : {nothing, pipe[1], log}) ::close(file);
  out_ = pipe[0];
  read_until_ready();
}

ServerProcess::~ServerProcess() {
  if (pid_ > 0) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  ::close(out_);
}

// The address, then the setup link if there is one; both are flushed together.
void ServerProcess::read_until_ready() {
  for (;;) {
    pollfd waiting{out_, POLLIN, 0};
    std::array<char, 4096> piece{};
    if (::poll(&waiting, 1, kReadyMs) <= 0)
      throw std::runtime_error("the server did not get ready: " + log());
    const ssize_t got = ::read(out_, piece.data(), piece.size());
    if (got <= 0) throw std::runtime_error("the server ended at once: " + log());
    printed_.append(piece.data(), static_cast<std::size_t>(got));
    const std::size_t mark = printed_.find("localhost:");
    if (mark == std::string::npos || printed_.find('\n', mark) == std::string::npos) continue;
    port_ = std::stoi(printed_.substr(mark + 10));
    const std::size_t token = printed_.find("#token=");
    if (token != std::string::npos) setup_token_ = printed_.substr(token + 7, 43);
    return;
  }
}

std::string ServerProcess::log() const {
  return read_file(log_path_);
}

std::string ServerProcess::log_end() const {
  const std::string all = log();
  return all.size() > 4000 ? all.substr(all.size() - 4000) : all;
}

long ServerProcess::resident_kib() const {
  const std::string status = read_file("/proc/" + std::to_string(pid_) + "/status");
  const std::size_t mark = status.find("VmRSS:");
  return mark == std::string::npos ? 0 : std::stol(status.substr(mark + 6));
}

void ServerProcess::send_signal(int signal) {
  ::kill(pid_, signal);
}

int ServerProcess::wait() {
  int status = 0;
  ::waitpid(pid_, &status, 0);
  pid_ = -1;
  return exit_code_of(status);
}

}  // namespace cm::test

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "server/cli/commands.h"
#include "server/cli/master_folder.h"
#include "server/http/master_pool.h"
#include "server/identity/secure_random.h"
#include "server/identity/sign_in.h"
#include "server/system_clock.h"
#include "shared/base/failure.h"

namespace cm {
namespace {

// While it lives, what is typed does not show.
class HiddenTyping {
 public:
  HiddenTyping() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    termios hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    active_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
  }
  ~HiddenTyping() {
    if (active_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  HiddenTyping(const HiddenTyping&) = delete;
  HiddenTyping& operator=(const HiddenTyping&) = delete;

 private:
  termios before_{};
  bool active_ = false;
};

std::string read_line() {
  std::string line;
  if (!std::getline(std::cin, line)) throw Failure(FailureCode::Refused, "No password was given.");
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return line;
}

std::string ask_password(const UserOptions& options) {
  if (options.password_from_stdin) return read_line();
  if (!::isatty(STDIN_FILENO)) {
    throw Failure(FailureCode::Refused,
                  "To give the password without a terminal, use --password-stdin.");
  }
  const HiddenTyping hidden;
  std::cerr << "Password for " << options.name << ": " << std::flush;
  const std::string first = read_line();
  std::cerr << "\nOnce more: " << std::flush;
  const std::string second = read_line();
  std::cerr << "\n";
  if (first != second)
    throw Failure(FailureCode::Refused, "The two passwords differ. Nothing was changed.");
  return first;
}

// The master opened for a command about users.
struct Users {
  explicit Users(const std::string& folder_path, MasterFolder::Missing missing)
      : folder(folder_path, missing), sign_in(clock, random) {
    folder.take(MasterFolder::Use::Shared);
    connection.emplace(folder.master_path(), clock, random);
  }
  SystemClock clock;
  SecureRandom random;
  MasterFolder folder;
  SignIn sign_in;
  std::optional<MasterConnection> connection;
};

}  // namespace

int add_user(const UserOptions& options) {
  const auto role = parse_role(options.role);
  if (!role) throw Failure(FailureCode::Refused, "There is no role " + options.role + ".");
  Users users(options.folder, MasterFolder::Missing::Create);
  users.sign_in.add_user(users.connection->identity, options.name, *role, ask_password(options));
  std::cerr << "Added " << options.name << " as " << options.role << ".\n";
  return kDone;
}

int change_password(const UserOptions& options) {
  Users users(options.folder, MasterFolder::Missing::Refuse);
  users.sign_in.change_password(users.connection->identity, options.name, ask_password(options));
  std::cerr << "Changed the password of " << options.name
            << ". All sessions of this user have ended.\n";
  return kDone;
}

int list_users(const UserOptions& options) {
  Users users(options.folder, MasterFolder::Missing::Refuse);
  for (const User& user : users.connection->identity.list_users()) {
    std::cout << user.name << "\t" << role_name(user.role) << (user.active ? "" : "\tinactive")
              << "\n";
  }
  return kDone;
}

}  // namespace cm

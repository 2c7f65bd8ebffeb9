#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

#include "server/cli/commands.h"
#include "server/cli/open_master.h"
#include "server/identity/sign_in.h"
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

void check_change(UserChange change, const std::string& name) {
  if (change == UserChange::NoSuchUser)
    throw Failure(FailureCode::NotFound, "There is no user " + name + ".");
  if (change == UserChange::LastAdministrator) {
    throw Failure(FailureCode::Refused,
                  name + " is the last active administrator. Make another one first.");
  }
}

std::string normal_name(const std::string& typed) {
  return parse_user_name(typed).value_or(typed);
}

int set_active(const UserOptions& options, bool active) {
  OpenMaster master(options.folder, MasterFolder::Missing::Refuse);
  check_change(master->identity.save_active(normal_name(options.name), active), options.name);
  std::cerr << options.name
            << (active ? " may sign in again.\n"
                       : " can no longer sign in. All sessions of this user have ended.\n");
  return kDone;
}

}  // namespace

int add_user(const UserOptions& options) {
  const auto role = parse_role(options.role);
  if (!role) throw Failure(FailureCode::Refused, "There is no role " + options.role + ".");
  OpenMaster master(options.folder, MasterFolder::Missing::Create);
  SignIn(master.clock, master.random)
      .add_user(master->identity, options.name, *role, ask_password(options));
  std::cerr << "Added " << options.name << " as " << options.role << ".\n";
  return kDone;
}

int change_password(const UserOptions& options) {
  OpenMaster master(options.folder, MasterFolder::Missing::Refuse);
  SignIn(master.clock, master.random)
      .change_password(master->identity, options.name, ask_password(options));
  std::cerr << "Changed the password of " << options.name
            << ". All sessions of this user have ended.\n";
  return kDone;
}

int list_users(const UserOptions& options) {
  OpenMaster master(options.folder, MasterFolder::Missing::Refuse);
  for (const User& user : master->identity.list_users()) {
    std::cout << user.name << "\t" << role_name(user.role) << (user.active ? "" : "\tinactive")
              << "\n";
  }
  return kDone;
}

int change_role(const UserOptions& options) {
  const auto role = parse_role(options.role);
  if (!role) throw Failure(FailureCode::Refused, "There is no role " + options.role + ".");
  OpenMaster master(options.folder, MasterFolder::Missing::Refuse);
  check_change(master->identity.save_role(normal_name(options.name), *role), options.name);
  std::cerr << options.name << " is now " << options.role << ".\n";
  return kDone;
}

int activate_user(const UserOptions& options) {
  return set_active(options, true);
}

int deactivate_user(const UserOptions& options) {
  return set_active(options, false);
}

}  // namespace cm

// Failures: the disk, the network, a corrupt or too-new file, a refused permission. Never the user's
// typing (that is a Finding) and never a bug (that is an ENSURE). Thrown where it happens, caught only
// at the boundary that can tell the user.
#pragma once

#include <stdexcept>
#include <string>

namespace cm {

enum class FailureCode {
  DatabaseUnreadable,  // not a database, corrupt, or a value in it cannot be read
  DatabaseTooNew,      // written by a newer program; left untouched
  DatabaseBusy,        // another process or tab holds it
  DiskFull,            // no space or quota left; nothing of the change was kept
  DiskError,           // any other read or write error
  Protocol,            // the other side sent what the protocol does not allow
  Refused,             // not permitted
  NotFound,
};

// Plain words for the user come from what(); code() is for programs and the error table of HTTP.
class Failure : public std::runtime_error {
 public:
  Failure(FailureCode code, const std::string& text) : std::runtime_error(text), code_(code) {}
  FailureCode code() const { return code_; }

 private:
  FailureCode code_;
};

}  // namespace cm

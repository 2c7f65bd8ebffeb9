// How far a long command is: one line on stderr, written over itself. Silent when stderr is no terminal.
#pragma once

#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <string>

namespace cm {

class Progress {
 public:
  // "rows read"; `rows_shown`: the command also writes to the terminal, so that a line would be torn.
  Progress(std::string what, bool rows_shown)
      : what_(std::move(what)), shows_(::isatty(STDERR_FILENO) && !rows_shown) {}
  ~Progress() {
    if (written_) std::fputs("\r\033[K", stderr);
  }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void at(std::size_t count) {
    if (!shows_) return;
    const auto now = std::chrono::steady_clock::now();
    if (written_ && now - written_at_ < std::chrono::milliseconds(200)) return;
    written_ = true;
    written_at_ = now;
    std::fprintf(stderr, "\r%zu %s", count, what_.c_str());
    std::fflush(stderr);
  }

 private:
  std::string what_;
  bool shows_;
  bool written_ = false;
  std::chrono::steady_clock::time_point written_at_;
};

}  // namespace cm

// The thread of a running server that compares changed customers with all others, a few at a time,
// after the request that changed them was answered.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "server/http/master_pool.h"

namespace cm {

class DuplicateWatch {
 public:
  // Begins with what an earlier run left. A database that cannot be written now is tried again.
  explicit DuplicateWatch(MasterPool& masters);
  ~DuplicateWatch();  // waits for the slice in hand
  DuplicateWatch(const DuplicateWatch&) = delete;
  DuplicateWatch& operator=(const DuplicateWatch&) = delete;

 private:
  using Steady = std::chrono::steady_clock;
  void run();
  bool compare_slice();  // is there more?
  bool has_changed_customers();
  bool wait(Steady::duration at_most, bool until_written);

  MasterPool& masters_;
  std::mutex mutex_;
  std::condition_variable woken_;
  bool written_ = true;
  bool stopping_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace cm

#include "server/http/duplicate_watch.h"

#include <spdlog/spdlog.h>

#include "server/http/access_log.h"
#include "shared/store/duplicate_finder.h"
#include "shared/store/upkeep.h"

namespace cm {
namespace {

constexpr std::size_t kSlice = 20;  // some ten milliseconds in a master of 100,000
// Another process (an import) tells nobody that it has written.
constexpr std::chrono::seconds kLookedAgainAfter{10};

}  // namespace

DuplicateWatch::DuplicateWatch(MasterPool& masters) : masters_(masters) {
  masters_.tell_of_writes([this] {
    {
      const std::lock_guard lock(mutex_);
      written_ = true;
    }
    woken_.notify_one();
  });
  thread_ = std::thread([this] { run(); });
}

DuplicateWatch::~DuplicateWatch() {
  masters_.tell_of_writes(nullptr);
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  woken_.notify_one();
  thread_.join();
}

void DuplicateWatch::run() {
  while (wait(kLookedAgainAfter, true)) {
    for (bool more = true; more;) {
      const auto began = Steady::now();
      more = compare_slice();
      // As long a pause as the slice took: those who wait to write come first.
      if (more && !wait(Steady::now() - began, false)) return;
    }
  }
}

// False when the server stops.
bool DuplicateWatch::wait(Steady::duration at_most, bool until_written) {
  std::unique_lock lock(mutex_);
  woken_.wait_for(lock, at_most, [&] { return stopping_ || (until_written && written_); });
  written_ = false;
  return !stopping_;
}

bool DuplicateWatch::compare_slice() {
  try {
    if (!has_changed_customers()) return false;
    MasterPool::Lease lease(masters_, MasterPool::Access::WriteQuietly);
    return compare_changed_customers(*lease->database, kSlice) == kSlice;
  } catch (const std::exception& error) {  // a thread's boundary: nothing may pass it
    spdlog::warn("msg=duplicates_not_compared text={}", log_value(error.what()));
    return false;
  }
}

bool DuplicateWatch::has_changed_customers() {
  MasterPool::Lease lease(masters_, MasterPool::Access::Read);
  return DuplicateFinder(*lease->database).count_changed() > 0;
}

}  // namespace cm

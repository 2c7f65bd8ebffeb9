#include "server/http/master_pool.h"

#include "shared/domain/records/catalogue.h"
#include "shared/store/upkeep.h"

namespace cm {

MasterConnection::MasterConnection(const std::string& path, const Clock& clock, Random& random)
    : database(Database::open(path, {}, record_catalogue())),
      master(*database, clock, random),
      identity(*database) {}

MasterPool::MasterPool(const std::string& path, std::size_t size, const Clock& clock,
                       Random& random) {
  while (free_.size() < size)
    free_.push_back(std::make_unique<MasterConnection>(path, clock, random));
}

void MasterPool::keep_up(MasterConnection& connection, const Clock& clock) {
  const Date today = Date::in_india(clock.now_ms());
  if (today.text() == kept_up_day_) return;
  make_missing_first_records(*connection.database, connection.master);
  follow_due_assignments(*connection.database, connection.master, today);
  kept_up_day_ = today.text();
}

void MasterPool::tell_of_writes(std::function<void()> listener) {
  const std::lock_guard lock(mutex_);
  write_listener_ = std::move(listener);
}

MasterPool::Lease::Lease(MasterPool& pool, Access access) : pool_(pool), access_(access) {
  if (access != Access::Read) writing_ = std::unique_lock(pool.writing_);
  std::unique_lock lock(pool.mutex_);
  pool.freed_.wait(lock, [&] { return !pool.free_.empty(); });
  connection_ = std::move(pool.free_.back());
  pool.free_.pop_back();
}

MasterPool::Lease::~Lease() {
  {
    const std::lock_guard lock(pool_.mutex_);
    pool_.free_.push_back(std::move(connection_));
    if (access_ == Access::Write && pool_.write_listener_) pool_.write_listener_();
  }
  pool_.freed_.notify_one();
}

}  // namespace cm

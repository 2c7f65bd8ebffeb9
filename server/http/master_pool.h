// The master's database, opened several times: each request works on a connection of its own.
// Writers take turns here, so that they do not meet in SQLite's busy wait; other processes (an
// import) still do.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/store/database.h"
#include "shared/store/identity_store.h"
#include "shared/store/master.h"

namespace cm {

// One connection to the master with what stands on it.
struct MasterConnection {
  MasterConnection(const std::string& path, const Clock& clock, Random& random);
  std::unique_ptr<Database> database;
  Master master;
  IdentityStore identity;
};

class MasterPool {
 public:
  // Opens all connections at once, so that a database that cannot be opened is known at start.
  MasterPool(const std::string& path, std::size_t size, const Clock& clock, Random& random);

  // What the master does by itself (store/upkeep.h), at the start and once on each day in India;
  // nothing in between. For whoever holds a connection for writing.
  void keep_up(MasterConnection& connection, const Clock& clock);

  // Called when a lease for writing ends, inside the pool: must not ask for one itself; null = nobody.
  void tell_of_writes(std::function<void()> listener);

  enum class Access { Read, Write, WriteQuietly };  // quietly: nobody is told
  // Gives its connection back when it ends. Do not take a second one while holding one.
  class Lease {
   public:
    Lease(MasterPool& pool, Access access);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    MasterConnection* operator->() { return connection_.get(); }
    MasterConnection& operator*() { return *connection_; }

   private:
    MasterPool& pool_;
    const Access access_;
    std::unique_lock<std::mutex> writing_;  // holds nothing for readers
    std::unique_ptr<MasterConnection> connection_;
  };

 private:
  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<std::unique_ptr<MasterConnection>> free_;
  std::mutex writing_;
  std::function<void()> write_listener_;  // guarded by mutex_
  std::string kept_up_day_;  // guarded by writing_
};

}  // namespace cm

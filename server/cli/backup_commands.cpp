#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <iostream>

#include "server/cli/commands.h"
#include "server/cli/master_folder.h"
#include "server/http/master_pool.h"
#include "server/identity/secure_random.h"
#include "server/system_clock.h"
#include "shared/base/failure.h"
#include "shared/domain/records/catalogue.h"
#include "shared/store/given_numbers.h"
#include "shared/store/record_store.h"

namespace cm {
namespace {

namespace fs = std::filesystem;

std::unique_ptr<Database> open_to_read(const std::string& path) {
  OpenOptions options;
  options.create = false;
  options.read_only = true;
  return Database::open(path, options, record_catalogue());
}

// What was renamed or written is on the disk and not only in memory when this returns.
void sync_to_disk(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0 || ::fsync(file) != 0) {
    if (file >= 0) ::close(file);
    throw Failure(FailureCode::DiskError, "Cannot write " + path.string() + " to the disk.");
  }
  ::close(file);
}

void remove_database(const fs::path& path) {
  for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path.string() + ending);
}

// How many numbers are left out when nobody can tell which were given after the backup.
constexpr std::int64_t kNumberGap = 10'000;

// Null when there is no such master, or it cannot be read any more.
std::optional<GivenNumbers> find_given_numbers(const fs::path& master) {
  if (!fs::exists(master)) return std::nullopt;
  try {
    return read_given_numbers(*open_to_read(master.string()));
  } catch (const Failure&) {
    return std::nullopt;
  }
}

// Customers that were numbered after the backup come back from their devices, or stand on paper:
// their numbers are not given again.
void go_on_after(const fs::path& replaced, Database& restored) {
  if (const auto given = find_given_numbers(replaced)) return raise_given_numbers(restored, *given);
  GivenNumbers numbers = read_given_numbers(restored);
  numbers.try_emplace(std::string(kCustomerCodes), 0);
  for (auto& [name, value] : numbers) value += kNumberGap;
  raise_given_numbers(restored, numbers);
  std::cerr << "The master that was there cannot tell which customer numbers it gave after the "
               "backup: "
            << kNumberGap << " numbers are left out.\n";
}

// The copy starts a new epoch, and goes on with the numbers of the master that it replaces, before
// anyone can see it.
void copy_with_new_epoch(const std::string& from, const fs::path& to, const fs::path& replaced) {
  {
    const auto source = open_to_read(from);
    source->check_integrity();
    source->backup_to(to.string());
  }
  SystemClock clock;
  SecureRandom random;
  MasterConnection copy(to.string(), clock, random);
  copy.master.start_new_epoch();
  go_on_after(replaced, *copy.database);
}

}  // namespace

int back_up(const CopyOptions& options) {
  MasterFolder folder(options.folder, MasterFolder::Missing::Refuse);
  folder.take(MasterFolder::Use::Shared);
  if (fs::exists(options.file))
    throw Failure(FailureCode::Refused, options.file + " exists already.");
  open_to_read(folder.master_path())->backup_to(options.file);
  sync_to_disk(options.file);
  std::cerr << "Wrote " << options.file << ".\n";
  return kDone;
}

int restore(const CopyOptions& options) {
  if (!fs::exists(options.file))
    throw Failure(FailureCode::NotFound, "There is no file " + options.file + ".");
  MasterFolder folder(options.folder, MasterFolder::Missing::Create);
  folder.take(MasterFolder::Use::Alone);
  const fs::path master(folder.master_path());
  const fs::path fresh = master.string() + ".restoring";
  remove_database(fresh);
  copy_with_new_epoch(options.file, fresh, master);
  sync_to_disk(fresh);

  if (fs::exists(master)) {
    // What stood here is kept, with its write-ahead log, until someone deletes it.
    const std::string kept =
        master.string() + ".before-restore-" + std::to_string(SystemClock().now_ms());
    // Under both names first, so that no crash leaves a folder without a master.
    for (const char* ending : {"", "-wal"}) {
      if (fs::exists(master.string() + ending))
        fs::create_hard_link(master.string() + ending, kept + ending);
    }
    for (const char* ending : {"-wal", "-shm"}) fs::remove(master.string() + ending);
    std::cerr << "The master that was there is now " << kept << ".\n";
  }
  fs::rename(fresh, master);
  remove_database(fresh);
  sync_to_disk(master.parent_path());
  std::cerr << "Restored " << options.file
            << ". Devices will pull everything anew and keep their unsent changes.\n";
  return kDone;
}

int verify(const CopyOptions& options) {
  MasterFolder folder(options.folder, MasterFolder::Missing::Refuse);
  folder.take(MasterFolder::Use::Shared);
  const auto database = open_to_read(folder.master_path());
  try {
    database->check_integrity();
  } catch (const Failure& failure) {
    if (failure.code() != FailureCode::DatabaseUnreadable) throw;
    std::cerr << failure.what() << "\n";
    return kRowsRefused;
  }
  std::cout << "The master is sound: schema " << database->schema() << ", "
            << RecordStore(*database).count(record_catalogue().get("customer")) << " customers.\n";
  return kDone;
}

}  // namespace cm

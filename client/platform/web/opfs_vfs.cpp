#include "client/platform/web/opfs_vfs.h"

#include <emscripten.h>
#include <sqlite3.h>

#include <cstring>
#include <string_view>

#include "client/platform/web/browser.h"

// Offsets go as doubles: exact up to 2^53, and JavaScript has no 64-bit integers without BigInt.
EM_JS(int, cm_opfs_read, (int slot, void* to, int size, double offset), {
  try {
    return Module["slots"][slot].read(HEAPU8.subarray(to, to + size), {at : offset});
  } catch (error) {
    return -1;
  }
});

// Bytes written, -1 no room, -2 any other error.
EM_JS(int, cm_opfs_write, (int slot, const void* from, int size, double offset), {
  try {
    return Module["slots"][slot].write(HEAPU8.subarray(from, from + size), {at : offset});
  } catch (error) {
    return error.name === "QuotaExceededError" ? -1 : -2;
  }
});

EM_JS(int, cm_opfs_truncate, (int slot, double size), {
  try {
    Module["slots"][slot].truncate(size);
    return 0;
  } catch (error) {
    return error.name === "QuotaExceededError" ? -1 : -2;
  }
});

EM_JS(int, cm_opfs_flush, (int slot), {
  try {
    Module["slots"][slot].flush();
    return 0;
  } catch (error) {
    return error.name === "QuotaExceededError" ? -1 : -2;
  }
});

EM_JS(double, cm_opfs_size, (int slot), {
  try {
    return Module["slots"][slot].getSize();
  } catch (error) {
    return -1;
  }
});

namespace cm {
namespace {

struct OpfsFile {
  sqlite3_file base;  // must be first
  int slot;
};

int slot_of(sqlite3_file* file) { return reinterpret_cast<OpfsFile*>(file)->slot; }

// -1 when the name is none of ours.
int slot_of_name(const char* name) {
  if (name == nullptr) return -1;
  const std::string_view text = name;
  const std::string_view database = kOpfsDatabaseName;
  if (text.substr(0, database.size()) != database) return -1;
  const std::string_view suffix = text.substr(database.size());
  if (suffix.empty()) return static_cast<int>(OpfsSlot::Database);
  if (suffix == "-wal") return static_cast<int>(OpfsSlot::Wal);
  if (suffix == "-journal") return static_cast<int>(OpfsSlot::Journal);
  return -1;
}

int result_of(int answer, int error) {
  if (answer == -1) return SQLITE_FULL;
  return answer < 0 ? error : SQLITE_OK;
}

int opfs_close(sqlite3_file*) { return SQLITE_OK; }  // the worker owns the handles

int opfs_read(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
  const int got = cm_opfs_read(slot_of(file), to, size, static_cast<double>(offset));
  if (got < 0) return SQLITE_IOERR_READ;
  if (got == size) return SQLITE_OK;
  std::memset(static_cast<char*>(to) + got, 0, static_cast<std::size_t>(size - got));  // SQLite demands it
  return SQLITE_IOERR_SHORT_READ;
}

int opfs_write(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
  const int put = cm_opfs_write(slot_of(file), from, size, static_cast<double>(offset));
  if (put == size) return SQLITE_OK;
  return put == -2 ? SQLITE_IOERR_WRITE : SQLITE_FULL;  // a short write is a full disk
}

int opfs_truncate(sqlite3_file* file, sqlite3_int64 size) {
  return result_of(cm_opfs_truncate(slot_of(file), static_cast<double>(size)), SQLITE_IOERR_TRUNCATE);
}

int opfs_sync(sqlite3_file* file, int) { return result_of(cm_opfs_flush(slot_of(file)), SQLITE_IOERR_FSYNC); }

int opfs_file_size(sqlite3_file* file, sqlite3_int64* size) {
  const double answer = cm_opfs_size(slot_of(file));
  if (answer < 0) return SQLITE_IOERR_FSTAT;
  *size = static_cast<sqlite3_int64>(answer);
  return SQLITE_OK;
}

int opfs_lock(sqlite3_file*, int) { return SQLITE_OK; }

int opfs_check_reserved_lock(sqlite3_file*, int* reserved) {
  *reserved = 0;
  return SQLITE_OK;
}

int opfs_file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int opfs_sector_size(sqlite3_file*) { return 4096; }
int opfs_characteristics(sqlite3_file*) {
  return SQLITE_IOCAP_UNDELETABLE_WHEN_OPEN | SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

constexpr sqlite3_io_methods kMethods = {
    1,           opfs_close,        opfs_read,        opfs_write,
    opfs_truncate, opfs_sync,       opfs_file_size,   opfs_lock,
    opfs_lock,   opfs_check_reserved_lock, opfs_file_control, opfs_sector_size,
    opfs_characteristics, nullptr,  nullptr,          nullptr,
    nullptr,     nullptr,           nullptr};

int opfs_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
  file->pMethods = nullptr;  // no xClose after a failed open
  const int slot = slot_of_name(name);
  if (slot < 0) return SQLITE_CANTOPEN;
  if ((flags & SQLITE_OPEN_CREATE) == 0 && cm_opfs_size(slot) <= 0) return SQLITE_CANTOPEN;
  reinterpret_cast<OpfsFile*>(file)->slot = slot;
  file->pMethods = &kMethods;
  if (flags_out != nullptr) *flags_out = flags;
  return SQLITE_OK;
}

int opfs_delete(sqlite3_vfs*, const char* name, int) {
  const int slot = slot_of_name(name);
  if (slot < 0) return SQLITE_IOERR_DELETE_NOENT;
  if (cm_opfs_truncate(slot, 0) != 0 || cm_opfs_flush(slot) != 0) return SQLITE_IOERR_DELETE;
  return SQLITE_OK;
}

int opfs_access(sqlite3_vfs*, const char* name, int, int* exists) {
  const int slot = slot_of_name(name);
  *exists = slot >= 0 && cm_opfs_size(slot) > 0 ? 1 : 0;
  return SQLITE_OK;
}

int opfs_full_path(sqlite3_vfs*, const char* name, int size, char* to) {
  sqlite3_snprintf(size, to, "%s", name);
  return SQLITE_OK;
}

int opfs_randomness(sqlite3_vfs*, int size, char* to) {
  browser::fill_random(to, static_cast<std::size_t>(size));
  return size;
}

int opfs_sleep(sqlite3_vfs*, int) { return 0; }  // nobody to wait for

int opfs_current_time_ms(sqlite3_vfs*, sqlite3_int64* julian_ms) {
  constexpr sqlite3_int64 kUnixEpochJulianMs = 210866760000000;
  *julian_ms = kUnixEpochJulianMs + browser::now_ms();
  return SQLITE_OK;
}

int opfs_current_time(sqlite3_vfs* vfs, double* julian_days) {
  sqlite3_int64 julian_ms = 0;
  opfs_current_time_ms(vfs, &julian_ms);
  *julian_days = static_cast<double>(julian_ms) / 86400000.0;
  return SQLITE_OK;
}

int opfs_last_error(sqlite3_vfs*, int, char*) { return 0; }

sqlite3_vfs make_vfs() {
  sqlite3_vfs vfs{};
  vfs.iVersion = 2;
  vfs.szOsFile = sizeof(OpfsFile);
  vfs.mxPathname = 64;
  vfs.zName = kOpfsVfsName;
  vfs.xOpen = opfs_open;
  vfs.xDelete = opfs_delete;
  vfs.xAccess = opfs_access;
  vfs.xFullPathname = opfs_full_path;
  vfs.xRandomness = opfs_randomness;
  vfs.xSleep = opfs_sleep;
  vfs.xCurrentTime = opfs_current_time;
  vfs.xGetLastError = opfs_last_error;
  vfs.xCurrentTimeInt64 = opfs_current_time_ms;
  return vfs;
}

}  // namespace
}  // namespace cm

// SQLite is built with SQLITE_OS_OTHER: these two are its whole operating system.
extern "C" int sqlite3_os_init() {
  static sqlite3_vfs vfs = cm::make_vfs();
  return sqlite3_vfs_register(&vfs, 1);
}

extern "C" int sqlite3_os_end() { return SQLITE_OK; }

// SQLite's door to the browser's private file system (OPFS): a sqlite3_vfs over sync access handles
// that the worker opened before this program started, one per database file.
#pragma once

namespace cm {

inline constexpr char kOpfsVfsName[] = "opfs";
inline constexpr char kOpfsDatabaseName[] = "customers.db";

// The slots of Module.slots, in the order in which the worker opens them (web/src/worker/storage.ts).
// There is no slot for temporary files: SQLITE_TEMP_STORE=3 keeps those in memory.
enum class OpfsSlot { Database, Wal, Journal, Count };

// Registered as the default VFS by sqlite3_os_init(). What it promises:
// - One connection: the worker's Web Lock and the exclusive handles keep everyone else out, so locks
//   are always granted and xCheckReservedLock answers 0 (1 would keep a hot journal from being rolled
//   back after a crash). WAL needs `locking_mode=exclusive` set before `journal_mode=wal`: the io
//   methods are of version 1, without shared memory.
// - xSync flushes; data is on the disk when it returns.
// - A write that the quota refuses is SQLITE_FULL; any other refusal is an SQLITE_IOERR of its kind.
// - A file exists when it is not empty. Deleting one empties it; its handle stays.

}  // namespace cm

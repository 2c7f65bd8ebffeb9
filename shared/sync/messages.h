// The protocol's messages as plain structs. protocol_json.h turns them into JSON and back;
// PROTOCOL.md describes them for someone who writes another client.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/record/change.h"

namespace cm {

constexpr int kProtocolVersion = 1;

// Limits of one message; one table for both sides. Bytes are decompressed ones.
struct MessageLimits {
  static constexpr std::size_t push_ops_max = 500;
  static constexpr std::size_t push_bytes_max = 1024 * 1024;
  static constexpr std::size_t pull_rows_max = 2000;
  static constexpr std::size_t pull_bytes_max = 2 * 1024 * 1024;  // where the server cuts a page
  // What a client reads of a reply: a page is cut after the row that passes its limit.
  static constexpr std::size_t reply_bytes_max = 4 * pull_bytes_max;
  static constexpr std::size_t json_depth_max = 16;
  static constexpr std::size_t fields_max = 256;
  // Of one record, over all operations: a row must always fit into a message that a device can read.
  static constexpr std::size_t unknown_fields_max = 128;
  static constexpr std::size_t unknown_bytes_max = 64 * 1024;
  static constexpr std::size_t text_bytes_max = 64 * 1024;
  static constexpr std::size_t name_bytes_max =
      256;  // user, device, epoch, salt, conflict id, error code
  static constexpr std::size_t table_bytes_max = 64;
  static constexpr std::size_t conflicts_max = 1000;  // of one list
  static constexpr std::size_t past_max = 500;        // changes in the past of one record
};

// A field value whose field this program does not know: its JSON text, kept and sent back
// unchanged.
struct UnknownField {
  FieldNumber field = 0;
  std::string json;
  friend bool operator==(const UnknownField&, const UnknownField&) = default;
};

// One operation: one record's part of a save, as it travels from its device.
struct Operation {
  DevSeq seq = 0;
  UnixMs wall_ms = 0;     // the author's clock, as it was
  DevSeq commit_seq = 0;  // the seq of the save's first operation: what belongs together
  ChangeSource source = ChangeSource::Form;
  std::string table;  // record type's table; may be unknown to this program
  RecordId id;
  ChangeKind kind = ChangeKind::Put;
  std::vector<FieldValue> fields;
  std::vector<UnknownField> unknown;
  std::map<FieldNumber, Dot> base;  // by unit lead

  explicit Operation(const RecordId& row_id) : id(row_id) {}
};

struct PushRequest {
  int protocol = kProtocolVersion;
  int schema = 0;
  DeviceId device;
  UnixMs sent_ms = 0;
  std::vector<Operation> ops;
};

// Stored and sent by name. Applied: every unit fast-forwarded. Merged: some unit met a concurrent
// edit (won, same, or lost; losers are in the conflict list). Denied: not permitted; kept in
// review.
enum class OpOutcome { Applied, Merged, Denied };

struct OpResult {
  DevSeq seq = 0;
  OpOutcome outcome = OpOutcome::Applied;
  std::vector<std::string> conflict_ids;
  std::string reason;  // why denied; else empty
};

struct PushReply {
  DevSeq last = 0;  // the device's last applied seq
  std::vector<OpResult> results;
  UnixMs now_ms = 0;
  std::int64_t head = 0;  // the master's change counter after this push
};

// Where a client is in the master's change order. salt names the commit that covers seq, so that a
// restored master cannot be mistaken for the one the cursor came from.
struct Cursor {
  std::string epoch;
  std::int64_t seq = 0;
  std::string salt;
  friend bool operator==(const Cursor&, const Cursor&) = default;
};

struct PullRequest {
  int protocol = kProtocolVersion;
  int schema = 0;
  Cursor have;
  std::size_t rows_max = MessageLimits::pull_rows_max;
};

// A record as it stands in the master.
struct PulledRow {
  std::int64_t seq = 0;
  std::string table;
  RecordId id;
  bool deleted = false;
  std::vector<FieldValue> fields;
  std::vector<UnknownField> unknown;
  std::map<FieldNumber, Dot> versions;
  Stamp created;
  Stamp changed;

  explicit PulledRow(const RecordId& row_id) : id(row_id) {}
};

struct PullReply {
  std::vector<PulledRow> rows;
  Cursor next;
  bool more = false;
  std::int64_t head = 0;
  UnixMs now_ms = 0;
};

// Stored. Never renumber.
enum class ConflictKind { Concurrent, AfterDelete, Denied };
enum class ConflictState { Open, AutoClosed, Kept, Restored };

// An overwritten concurrent value, kept for review.
struct Conflict {
  std::string id;
  std::string table;
  RecordId row_id;
  std::string row_name;  // what the record is called now, for display
  FieldNumber lead = 0;
  ConflictKind kind = ConflictKind::Concurrent;
  ConflictState state = ConflictState::Open;
  std::vector<FieldValue> winner;
  Dot winner_dot;
  Stamp winner_stamp;  // who, which device, when (the author's effective time)
  std::string winner_device_name;
  std::vector<FieldValue> loser;
  Dot loser_dot;
  Stamp loser_stamp;
  std::string loser_device_name;
  std::string reason;  // why it was denied, in plain words; else empty

  explicit Conflict(const RecordId& row) : row_id(row) {}
};

// One operation on a record as people read it: from which value to which.
struct PastChange {
  std::string table;
  RecordId row_id;
  std::string row_name;  // what the record is called now
  Stamp stamp;           // who, which device, when (the author's effective time)
  std::string device_name;
  ChangeSource source = ChangeSource::Form;
  ChangeKind kind = ChangeKind::Put;
  std::vector<FieldValue> before;  // of the fields of `after`; a field that is missing: not known
  std::vector<FieldValue> after;
  std::vector<FieldNumber> lost;  // of these, another value counted

  explicit PastChange(const RecordId& row) : row_id(row) {}
};

// The error body of every 4xx and 5xx answer: {"error":{"code","text"}}.
struct ErrorReply {
  std::string code;
  std::string text;
  std::optional<DevSeq> last;  // with push.gap: the device's last applied seq
};

}  // namespace cm

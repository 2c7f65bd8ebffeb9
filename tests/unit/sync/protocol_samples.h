// One full message of each kind: the round-trip, hostile-input and mutation tests start from these.
#pragma once

#include "shared/sync/protocol_json.h"
#include "tests/support/sample_records.h"

namespace cm::sample {

inline const DeviceId kTablet{4503599627370449};
inline const DeviceId kDesk{88112233};

inline Uuid row_id(int n) {
  Uuid::Bytes bytes{};
  bytes[0] = 0x01, bytes[15] = static_cast<std::uint8_t>(n);
  return Uuid::from_bytes(bytes);
}

inline Operation full_operation(DevSeq seq) {
  Operation op(row_id(static_cast<int>(seq)));
  op.seq = seq;
  op.commit_seq = seq > 1 ? seq - 1 : seq;
  op.wall_ms = 1'732'153'600'456;
  op.source = ChangeSource::Import;
  op.table = "shop";
  op.fields = {{kName, std::string("Sai \"Engineering\" Wörks \\ \n\t\x01 \xF0\x9F\x8F\xAD")},
               {kGstin, std::string("27AABCS1234F1ZR")},
               {kCategory, Blank{}},
               {kCreditLimit, std::int64_t{-9'223'372'036'854'775'807 - 1}},
               {kGroup, row_id(9)}};
  op.unknown = {{kUnknown, R"({"a":[1,2.50,"x",null,true]})"}};
  op.base = {{kName, {kDesk, 40}}, {kGstin, {kDesk, 40}}, {kCreditLimit, {kTablet, 17}}};
  return op;
}

inline PushRequest full_push() {
  PushRequest request;
  request.schema = 3;
  request.device = kTablet;
  request.sent_ms = 1'732'240'000'123;
  request.ops = {full_operation(41), full_operation(42)};
  request.ops[1].kind = ChangeKind::Delete;
  return request;
}

inline PushReply full_push_reply() {
  PushReply reply;
  reply.last = 42;
  reply.results = {{41, OpOutcome::Merged, {"c77", "c78"}, ""},
                   {42, OpOutcome::Denied, {}, "Not \"permitted\"."}};
  reply.now_ms = 1'732'240'000'130;
  reply.head = 88'123;
  return reply;
}

inline PullRequest full_pull() {
  PullRequest request;
  request.schema = 3;
  request.have = {"e1f0", 88'001, "9f2c"};
  request.rows_max = 500;
  return request;
}

inline PullReply full_pull_reply() {
  PulledRow row(row_id(5));
  row.seq = 88'002;
  row.table = "shop";
  row.fields = full_operation(1).fields;
  row.unknown = full_operation(1).unknown;
  row.versions = full_operation(1).base;
  row.created = {"asha", kTablet, 1'732'153'600'456};
  row.changed = {"bela", kDesk, 1'732'153'600'999};
  PullReply reply;
  reply.rows = {row, row};
  reply.rows[1].deleted = true;
  reply.next = {"e1f0", 88'120, "77e0"};
  reply.more = true;
  reply.head = 88'200;
  reply.now_ms = 1'732'240'000'130;
  return reply;
}

inline std::vector<Conflict> full_conflicts() {
  Conflict conflict(row_id(5));
  conflict.id = "c77";
  conflict.table = "shop";
  conflict.row_name = "Sai Engineering Works";
  conflict.lead = kGstin;
  conflict.kind = ConflictKind::AfterDelete;
  conflict.state = ConflictState::Restored;
  conflict.winner = {{kGstin, std::string("27AABCS1234F1ZR")}, {kCategory, Blank{}}};
  conflict.winner_dot = {kDesk, 40};
  conflict.winner_stamp = {"bela", kDesk, 1'732'150'000'000};
  conflict.winner_device_name = "Office desk";
  conflict.loser = {{kGstin, Blank{}}};
  conflict.loser_dot = {kTablet, 41};
  conflict.loser_stamp = {"asha", kTablet, 1'732'153'600'456};
  conflict.loser_device_name = "Asha's tablet";
  conflict.reason = "Only the office may change this: Credit Limit.";
  return {conflict};
}

inline std::vector<PastChange> full_past() {
  PastChange change(row_id(5));
  change.table = "shop";
  change.row_name = "Sai Engineering Works";
  change.stamp = {"asha", kTablet, 1'732'153'600'456};
  change.device_name = "Asha's tablet";
  change.source = ChangeSource::Import;
  change.kind = ChangeKind::Delete;
  change.before = {{kGstin, Blank{}}};
  change.after = {{kGstin, std::string("27AABCS1234F1ZR")}, {kCategory, Blank{}}};
  change.lost = {kGstin};
  return {change};
}

}  // namespace cm::sample

// Pushes as no client of ours would make them: field by field, by name.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/domain/records/catalogue.h"
#include "shared/sync/protocol_json.h"
#include "shared/sync/unit_ledger.h"
#include "tests/server/http_client.h"

namespace cm::test {

class CraftedPush {
 public:
  // The numbers of its operations begin at `first`.
  explicit CraftedPush(std::uint64_t device, DevSeq first = 1) : next_(first) {
    request_.device = DeviceId{device};
    request_.sent_ms = kNowMs;
  }

  using Fields = std::vector<std::pair<std::string_view, Value>>;
  // The units of the fields are whole: what is not given of them is blank.
  Operation& put(std::string_view table, const RecordId& id, const Fields& fields) {
    Operation& op = add(table, id);
    const RecordType& type = record_catalogue().get(table);
    for (const auto& [name, value] : fields) {
      for (const FieldNumber number : type.unit_fields(type.unit_lead(type.get_field(name).number)))
        set(op, number, Blank{}, Replace::No);
    }
    for (const auto& [name, value] : fields)
      set(op, type.get_field(name).number, value, Replace::Yes);
    return op;
  }
  Operation& remove(std::string_view table, const RecordId& id) {
    Operation& op = add(table, id);
    op.kind = ChangeKind::Delete;
    return op;
  }
  Operation& bring_back(std::string_view table, const RecordId& id, const Dot& deleted_by) {
    Operation& op = add(table, id);
    op.base[kDeletedUnit] = deleted_by;
    return op;
  }

  PushRequest& request() { return request_; }
  HttpAnswer post(HttpClient& http) const {
    return http.post("/v1/push", encode_push(record_catalogue(), request_));
  }
  std::optional<PushReply> send(HttpClient& http) const {
    const HttpAnswer answer = post(http);
    CAPTURE(answer.body);
    REQUIRE(answer.status == 200);
    auto reply = decode_push_reply(answer.body);
    return reply ? std::optional(std::move(*reply)) : std::nullopt;
  }

 private:
  static constexpr UnixMs kNowMs = 1'800'000'000'000;
  enum class Replace { No, Yes };

  Operation& add(std::string_view table, const RecordId& id) {
    Operation op(id);
    op.seq = op.commit_seq = next_++;
    op.wall_ms = kNowMs;
    op.table = table;
    request_.ops.push_back(std::move(op));
    return request_.ops.back();
  }
  static void set(Operation& op, FieldNumber number, Value value, Replace replace) {
    for (FieldValue& standing : op.fields) {
      if (standing.field != number) continue;
      if (replace == Replace::Yes) standing.value = std::move(value);
      return;
    }
    op.fields.push_back({number, std::move(value)});
  }

  PushRequest request_;
  DevSeq next_;
};

}  // namespace cm::test

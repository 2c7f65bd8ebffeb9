#include "tests/server/sync_device.h"

#include <doctest/doctest.h>

#include <deque>

#include "shared/domain/records/catalogue.h"
#include "tests/server/master_fixture.h"

namespace cm::test {

SyncDevice::SyncDevice(int port, std::uint64_t seed) : random_(seed), http_(port) {
  OpenOptions options;
  options.kind = DatabaseKind::Replica;
  database_ = Database::open(":memory:", options, record_catalogue());
  replica_ = std::make_unique<Replica>(*database_, clock_, random_);
  engine_ = std::make_unique<ClientEngine>(*replica_, record_catalogue(), clock_, random_);
}

int SyncDevice::sign_in(const std::string& user, const std::string& name) {
  user_ = user;
  const HttpAnswer answer =
      http_.post("/v1/session", "{\"user\":\"" + user + "\",\"password\":\"" + kPassword +
                                    "\",\"device\":" + std::to_string(replica_->device().number) +
                                    ",\"device_name\":\"" + name + "\"}");
  run(Started{}, Network::Works);
  return answer.status;
}

RecordId SyncDevice::save(const std::optional<RecordId>& customer,
                          const std::map<std::string, std::string>& boxes) {
  const auto existing = customer ? find(*customer) : std::nullopt;
  QuickDraft draft = draft_of(existing ? &*existing : nullptr);
  draft.typed_by = user_;
  for (const auto& [name, text] : boxes) draft.text[name] = text;
  const DraftCheck check = check_draft(draft, existing ? &*existing : nullptr);
  REQUIRE_FALSE(check.has_errors());
  const std::vector<Change> changes =
      changes_of(check, existing ? &*existing : nullptr, clock_, random_);
  REQUIRE_FALSE(changes.empty());
  replica_->commit(changes, ChangeSource::Form, user_);
  run(Committed{}, Network::LosesAnswers);  // what is sent here is sent again by sync()
  return customer ? *customer : sheet_after(nullptr, changes).customer.id;
}

void SyncDevice::sync(Network network) {
  run(SyncRequested{}, network);
}

void SyncDevice::run(const SyncEvent& event, Network network) {
  std::deque<Send> open;
  const auto take = [&](const std::vector<SyncEffect>& effects) {
    for (const SyncEffect& effect : effects) {
      if (const auto* send = std::get_if<Send>(&effect)) open.push_back(*send);
    }
  };
  take(engine_->handle(event));
  while (!open.empty()) {
    const Send send = open.front();
    open.pop_front();
    const HttpAnswer answer = http_.post(send.path, send.body);
    if (network == Network::LosesAnswers) return take(engine_->handle(Unanswered{}));
    take(engine_->handle(
        Answered{answer.status, answer.body, answer.header("content-type"), std::nullopt}));
  }
}

std::optional<CustomerSheet> SyncDevice::find(const RecordId& customer) const {
  return RecordStore(*database_).find_customer_sheet(customer);
}

std::string SyncDevice::value(const RecordId& customer, std::string_view field) const {
  const auto sheet = find(customer);
  REQUIRE(sheet);
  const Value& value = sheet->customer.get(field);
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  return {};
}

std::int64_t SyncDevice::count_customers() const {
  const RecordStore records(*database_);
  const RecordType& customers = record_catalogue().get("customer");
  return records.count(customers) - records.count_by(customers, "walk_in", std::int64_t{1}, 1);
}

}  // namespace cm::test

#include "tests/simulation/simulated_client.h"

#include <algorithm>
#include <array>

#include "shared/domain/records/catalogue.h"
#include "shared/store/record_store.h"

namespace cm::simulation {

namespace {

const RecordType& customers() {
  return record_catalogue().get("customer");
}

// Few values, so that two people often type the same.
struct EditableField {
  std::string_view name;
  std::array<Value, 3> values;
};

const std::vector<EditableField>& editable_fields() {
  static const std::vector<EditableField> fields = {
      {"name",
       {std::string("Asha Traders"), std::string("Asha Trading Co"), std::string("Asha & Sons")}},
      {"trade_name", {std::string("Asha"), std::string("Asha Mart"), Blank{}}},
      {"gstin", {std::string("27AABCS1234F1ZR"), std::string("27AAPFU0939F1ZV"), Blank{}}},
      {"pan", {std::string("AABCS1234F"), std::string("AAPFU0939F"), Blank{}}},
      {"credit_limit", {std::int64_t{0}, std::int64_t{50'000'000}, Blank{}}},
      {"credit_days", {std::int64_t{30}, std::int64_t{45}, std::int64_t{60}}},
      {"payment_terms",
       {std::string("Net 30 days"), std::string("Advance"), std::string("50 % advance")}},
      {"notes",
       {std::string("Calls back on Monday"), std::string("Gate 7\nAsk for Rajesh"), Blank{}}},
  };
  return fields;
}

}  // namespace

SimulatedClient::SimulatedClient(Scheduler& scheduler, Random& random, std::string user,
                                 std::int64_t skew_ms, Transmit transmit)
    : scheduler_(scheduler),
      random_(random),
      user_(std::move(user)),
      clock_(scheduler, skew_ms),
      transmit_(std::move(transmit)) {
  OpenOptions options;
  options.kind = DatabaseKind::Replica;
  database_ = Database::open(":memory:", options, record_catalogue());
  replica_ = std::make_unique<Replica>(*database_, clock_, random_);
  engine_ = std::make_unique<ClientEngine>(*replica_, record_catalogue(), clock_, random_);
}

void SimulatedClient::start() {
  handle(Started{});
}

void SimulatedClient::crash() {
  engine_.reset();
  replica_ = std::make_unique<Replica>(*database_, clock_, random_);
  engine_ = std::make_unique<ClientEngine>(*replica_, record_catalogue(), clock_, random_);
  waiting_ = false;
  ++wake_;
}

void SimulatedClient::handle(const SyncEvent& event) {
  run(engine_->handle(event));
}

void SimulatedClient::run(const std::vector<SyncEffect>& effects) {
  for (const SyncEffect& effect : effects) {
    if (const auto* send = std::get_if<Send>(&effect)) {
      waiting_ = true;
      transmit_(++request_, *send);
    } else if (const auto* wake = std::get_if<WakeAt>(&effect)) {
      scheduler_.after(wake->at_ms - clock_.now_ms(), [this, alarm = ++wake_] {
        if (alarm == wake_) handle(Ticked{});
      });
    }
  }
}

void SimulatedClient::on_answer(std::uint64_t number, const SyncEvent& answer) {
  if (!waiting_ || number != request_) return;  // given up, or of the process before the crash
  waiting_ = false;
  handle(answer);
}

std::vector<RecordId> SimulatedClient::list_rows() const {
  std::vector<RecordId> ids;
  for (const Row& row : RecordStore(*database_).list_after(customers(), std::nullopt, 10'000))
    ids.push_back(row.id);
  return ids;
}

std::vector<Operation> SimulatedClient::edit(const std::vector<RecordId>& known) {
  if (known.empty() || random_.below(12) == 0) {
    Row created(customers(), Uuid::make_v7(clock_, random_));
    created.set("name", std::string("New customer"));
    created.set("customer_type", std::string("business"));
    created.set("active", std::int64_t{1});
    return commit({diff_rows(nullptr, created)});
  }
  // Mostly the same few records, so that people meet.
  const std::size_t choice =
      random_.below(4) == 0 ? known.size() : std::min<std::size_t>(known.size(), 4);
  const RecordId id = known[random_.below(choice)];
  const auto before = RecordStore(*database_).find(customers(), id);
  Row after = *before;
  for (std::uint64_t n = 1 + random_.below(2); n > 0; --n) {
    const EditableField& field = editable_fields()[random_.below(editable_fields().size())];
    after.set(field.name, field.values[random_.below(field.values.size())]);
  }
  return commit({diff_rows(&*before, after)});
}

std::vector<Operation> SimulatedClient::remove(const RecordId& id) {
  const auto before = RecordStore(*database_).find(customers(), id);
  Change change(customers(), id);
  change.kind = ChangeKind::Delete;
  change.base = before->versions;
  return commit({change});
}

std::vector<Operation> SimulatedClient::commit(const std::vector<Change>& changes) {
  const std::size_t before = replica_->count_unsent();
  replica_->commit(changes, ChangeSource::Form, user_);
  const std::size_t added = replica_->count_unsent() - before;
  std::vector<Operation> unsent = replica_->list_unsent(100'000);
  std::vector<Operation> made(unsent.end() - static_cast<std::ptrdiff_t>(added), unsent.end());
  if (added > 0) handle(Committed{});
  return made;
}

}  // namespace cm::simulation

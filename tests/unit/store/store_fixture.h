// Databases in a folder of their own, devices and a master on one clock, and a sync between them
// without HTTP.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include <unistd.h>

#include "shared/domain/quick_entry.h"
#include "shared/domain/records/catalogue.h"
#include "shared/store/database.h"
#include "shared/store/master.h"
#include "shared/store/record_store.h"
#include "shared/store/replica.h"

namespace cm::test {

class TempDir {
 public:
  TempDir() {
    std::string pattern = (std::filesystem::temp_directory_path() / "cm_store_XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

inline const RecordType& type(std::string_view table) {
  return record_catalogue().get(table);
}
inline const RecordType& customer_type() {
  return type("customer");
}

inline std::unique_ptr<Database> open_database(const std::string& path, DatabaseKind kind) {
  OpenOptions options;
  options.kind = kind;
  return Database::open(path, options, record_catalogue());
}

// A device with its database, and the person who holds it.
struct Device {
  Device(const std::string& path, const std::string& user_name, ManualClock& of, std::uint64_t seed)
      : random(seed),
        clock(of),
        database(open_database(path, DatabaseKind::Replica)),
        replica(*database, clock, random),
        records(*database),
        user(user_name) {}

  // One field of one record, as a form would save it.
  void edit(const RecordId& id, std::string_view field, Value value,
            std::string_view table = "customer") {
    const auto before = records.find(type(table), id);
    Row after = *before;
    after.set(field, std::move(value));
    replica.commit({diff_rows(&*before, after)}, ChangeSource::Form, user);
  }
  void remove(const RecordId& id, std::string_view table = "customer") {
    Change change(type(table), id);
    change.kind = ChangeKind::Delete;
    change.base = records.find(type(table), id)->versions;
    replica.commit({change}, ChangeSource::Form, user);
  }
  Value value(const RecordId& id, std::string_view field,
              std::string_view table = "customer") const {
    const auto row = records.find(type(table), id);
    return row ? row->get(field) : Value{std::string("(no such record)")};
  }
  // A customer of the form: name, and what else is given, by quick-entry name.
  RecordId add_customer(std::map<std::string, std::string> boxes) {
    QuickDraft draft = draft_of(nullptr);
    draft.text["customer_type"] = "Business";
    for (auto& [name, text] : boxes) draft.text[name] = text;
    return add(draft);
  }
  RecordId add(const QuickDraft& draft) {
    const std::vector<Change> changes =
        changes_of(check_draft(draft, nullptr), nullptr, clock, random);
    replica.commit(changes, ChangeSource::Form, user);
    for (const Change& change : changes) {
      if (change.type == &customer_type()) return change.id;
    }
    throw std::logic_error("no customer in the draft");
  }
  PushRequest push_request(std::size_t max = MessageLimits::push_ops_max) const {
    PushRequest request;
    request.device = replica.device();
    request.sent_ms = clock.now_ms();
    request.ops = replica.list_unsent(max);
    return request;
  }

  SeededRandom random;
  ManualClock& clock;
  std::unique_ptr<Database> database;
  Replica replica;
  RecordStore records;
  std::string user;
  Role role = Role::Rep;
};

struct Server {
  Server(const std::string& path, ManualClock& of, std::uint64_t seed = 7)
      : random(seed),
        clock(of),
        database(open_database(path, DatabaseKind::Master)),
        master(*database, clock, random),
        records(*database) {}

  Actor actor_of(const Device& device) const {
    return {device.user, device.role, device.replica.device()};
  }
  PushReply push(Device& device) {
    auto reply = master.push(actor_of(device), device.push_request());
    if (!reply) throw std::logic_error("a gap");
    return *reply;
  }
  // All that is unsent, acknowledged.
  void take_from(Device& device) {
    while (device.replica.count_unsent() > 0) device.replica.close_operations(push(device));
  }
  // All pages.
  void give_to(Device& device, std::size_t rows_max = MessageLimits::pull_rows_max) {
    for (bool more = true; more;) {
      PullRequest request;
      request.have = device.replica.cursor();
      request.rows_max = rows_max;
      const auto reply = master.pull(request);
      if (!reply) throw std::logic_error("diverged");
      device.replica.apply_page(*reply);
      more = reply->more;
    }
  }
  void sync(Device& device) { take_from(device), give_to(device); }
  Value value(const RecordId& id, std::string_view field,
              std::string_view table = "customer") const {
    const auto row = records.find(type(table), id);
    return row ? row->get(field) : Value{std::string("(no such record)")};
  }
  std::vector<Conflict> open_conflicts() const {
    return master.list_conflicts(ConflictState::Open, 1000);
  }
  Actor office() const { return {"meera", Role::Office, DeviceId{1}}; }

  SeededRandom random;
  ManualClock& clock;
  std::unique_ptr<Database> database;
  Master master;
  RecordStore records;
};

// A master and two devices, asha's and bela's, on one clock.
struct World {
  TempDir folder;
  ManualClock clock{1'800'000'000'000};
  Server server{folder.file("master.db"), clock};
  Device asha{folder.file("asha.db"), "asha", clock, 11};
  Device bela{folder.file("bela.db"), "bela", clock, 12};

  // A customer that everyone has.
  RecordId shared_customer(const std::string& name = "Sai Engineering Works") {
    const RecordId id = asha.add_customer({{"name", name}});
    server.sync(asha);
    server.sync(bela);
    clock.advance_ms(1000);
    return id;
  }
};

// A judge who objects to one operation.
inline Master::Judge objecting_to(DevSeq seq, std::string why) {
  return [seq, why](const Operation& op, RowExists) { return op.seq == seq ? why : std::string(); };
}

inline Value text(std::string value) {
  return Value{std::move(value)};
}

}  // namespace cm::test

// A device's database: the write door of the client, its outbox, and what the sync engine needs.
// The app reads tables that already hold base ⊕ outbox; the base of rows with unsent edits is kept
// apart.
#pragma once

#include <memory>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/record/change.h"
#include "shared/store/database.h"
#include "shared/sync/client_engine.h"

namespace cm {

class Replica final : public ReplicaStore {
 public:
  // Gives the database a device id at its first opening.
  Replica(Database& database, const Clock& clock, Random& random);

  // The write door: rows, history, outbox and search index of one save in one transaction, durable
  // on return. Empty changes are nothing. Throws Failure (DiskFull: nothing of this save was kept).
  void commit(const std::vector<Change>& changes, ChangeSource source, const std::string& user);

  // Several such saves in one transaction: an import's rows. Nothing else may write until it ends.
  class Batch {
   public:
    explicit Batch(Replica& replica);
    ~Batch();  // what was not committed is undone
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;
    // To be seen by reads of this database at once. After a Failure the batch is only to be ended.
    void add(const std::vector<Change>& changes, ChangeSource source, const std::string& user);
    void commit();  // durable on return

   private:
    struct Open;
    std::unique_ptr<Open> open_;
  };

  // Small named values: "user", "display_name", "role", "last_success_ms", drafts ("draft:new"), ….
  std::optional<std::string> find_setting(std::string_view name) const;
  void save_setting(std::string_view name, std::string_view value);
  void remove_setting(std::string_view name);

  // Ids of rows with unsent operations, for list marks.
  bool has_unsent(const RecordId& id) const;
  // The conflicts last fetched from the server, for showing offline.
  std::vector<Conflict> list_conflicts() const;
  void replace_conflicts(const std::vector<Conflict>& conflicts);

  // ReplicaStore
  DeviceId device() const override;
  int schema() const override;
  std::vector<Operation> list_unsent(std::size_t max) const override;
  std::size_t count_unsent() const override;
  // As a person counts: a customer saved with its contact and addresses is one change.
  std::size_t count_unsent_saves() const;
  void close_operations(const PushReply& reply) override;
  // Own operations are kept for ever (in history), so every one above `last` can be sent again.
  bool reopen_operations(DevSeq last) override;
  Cursor cursor() const override;
  void apply_page(const PullReply& page) override;
  void restart_pull() override;

 private:
  void restart_in(class Transaction& transaction);
  void adopt_new_tables();

  Database& database_;
  const Clock& clock_;
};

}  // namespace cm

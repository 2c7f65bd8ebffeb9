// The master's order of changes (sync.md 4.8): one counter, bumped as the last act of each
// transaction, so that number order is commit order and a cursor never misses a row. Each
// transaction leaves a mark with a random salt.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/record/record_type.h"
#include "shared/record/version.h"
#include "shared/store/database.h"
#include "shared/sync/messages.h"

namespace cm {

class ChangeLog {
 public:
  explicit ChangeLog(Database& database) : database_(database) {}

  struct Head {
    std::string epoch;
    std::int64_t seq = 0;
    DeviceId device;  // the master's own
  };
  std::optional<Head> find_head() const;
  Head head() const;  // Failure when the file has none
  void make_head(const Head& head);
  // A new epoch, whose own writes come from a new device: no dot of the old one is ever made again.
  void begin_epoch(const std::string& epoch, DeviceId device);

  // A row by its type and rowid.
  using Touched = std::pair<RecordTypeNumber, std::int64_t>;
  // The last act of a transaction: one number per row, one mark. Returns the new head.
  std::int64_t append(const std::vector<Touched>& rows, UnixMs now_ms, Random& random);

  // False: the cursor does not come from this master's life.
  bool covers(const Head& head, const Cursor& cursor) const;
  Cursor cursor_at(const Head& head, std::int64_t seq) const;

  struct Entry {
    std::int64_t seq = 0;
    Touched row;
  };
  // The newest entry of each row with after < seq <= head, in order, from at most `max` entries.
  struct Page {
    std::vector<Entry> entries;
    std::int64_t end = 0;  // everything up to here is in the page
    bool more = false;
  };
  Page list(std::int64_t after, std::int64_t head, std::size_t max) const;
  // The end of the last whole transaction in (after, seq]; nullopt when one transaction fills it
  // all.
  std::optional<std::int64_t> last_mark(std::int64_t after, std::int64_t seq) const;

 private:
  void sweep_if_due(std::int64_t head);

  Database& database_;
};

}  // namespace cm

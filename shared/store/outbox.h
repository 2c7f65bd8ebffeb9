// The outbox of a device: its operations from the save until the master's answer has come back in a
// pull. It holds places in the device's own sequence; what the operations say stands in history.
#pragma once

#include <vector>

#include "shared/record/row.h"
#include "shared/store/database.h"
#include "shared/sync/messages.h"

namespace cm {

class Outbox {
 public:
  explicit Outbox(Database& database) : database_(database) {}

  struct Reopened {
    RecordTypeNumber type = 0;
    RecordId row;
  };

  void add(const RecordType& type, const RecordId& row, DevSeq seq);
  // The oldest unsent ones in order, at most `max` and about push_bytes_max; cut where a save
  // begins, when one does.
  std::vector<Operation> list_unsent(DeviceId device, std::size_t max) const;
  std::size_t count_unsent() const;
  std::size_t count_unsent_saves(DeviceId device) const;
  // Of the row itself or, for a customer, of its contacts, addresses and their links.
  bool has_unsent(const RecordId& row) const;

  // The master has it; it stays on top of the base until a pull has come to `head`.
  void acknowledge(DevSeq seq, std::int64_t head);
  // Takes out the acknowledged ones that the base covers now; the rows they were on.
  std::vector<Reopened> remove_covered(std::int64_t seq);
  // All own operations above `last` are unsent again. Returns the rows of those that had left the
  // outbox.
  std::vector<Reopened> reopen(DeviceId device, DevSeq last);
  void forget_acknowledgements();

 private:
  Database& database_;
};

}  // namespace cm

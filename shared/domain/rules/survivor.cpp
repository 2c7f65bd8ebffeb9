#include "shared/domain/rules/survivor.h"

#include "shared/domain/records/customer.h"
#include "shared/domain/rules/row_values.h"

namespace cm {
namespace {

constexpr int kChainMax = 100;

std::optional<RecordId> merged_into(const RecordId& customer, const RecordLookup& records) {
  const auto row = records.find(record_type_of<Customer>(), customer);
  return row ? link_in(*row, "merged_into") : std::nullopt;
}

}  // namespace

std::optional<RecordId> find_survivor(const RecordId& customer, const RecordLookup& records) {
  std::optional<RecordId> survivor;
  RecordId at = customer;
  for (int step = 0; step < kChainMax; ++step) {
    const auto next = merged_into(at, records);
    if (!next) return survivor;
    survivor = at = *next;
  }
  return std::nullopt;
}

bool closes_merge_circle(const RecordId& customer, const RecordId& into,
                         const RecordLookup& records) {
  RecordId at = into;
  for (int step = 0; step < kChainMax; ++step) {
    if (at == customer) return true;
    const auto next = merged_into(at, records);
    if (!next) return false;
    at = *next;
  }
  return true;
}

}  // namespace cm

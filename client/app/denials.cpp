#include "client/app/denials.h"

#include <algorithm>

#include "client/app/record_names.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

std::string name_of(const RecordStore& records, const SentOperation& operation) {
  std::string name = find_record_name(records, operation.table, operation.id);
  if (!name.empty()) return name;
  const RecordType* type = record_catalogue().find(operation.table);
  return type == nullptr ? operation.table : std::string(type->label());
}

}  // namespace

std::string denial_text(const RecordStore& records, const std::vector<DeniedOperation>& denied) {
  std::vector<std::string> names;
  for (const DeniedOperation& one : denied) {
    std::string name = name_of(records, one.operation);
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  std::string text = "Not accepted: " + names.front();
  if (names.size() > 1) text += " and " + std::to_string(names.size() - 1) + " more";
  const std::string& reason = denied.front().reason;
  text += reason.empty() ? "." : ". " + reason;
  return text + (denied.size() == 1 ? " The change is" : " The changes are") +
         " kept in Conflicts.";
}

}  // namespace cm

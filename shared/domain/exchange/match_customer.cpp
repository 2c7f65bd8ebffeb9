#include "shared/domain/exchange/match_customer.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/field_text.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/values/identity_text.h"

namespace cm {
namespace {

using Cells = std::map<std::string, std::string>;

std::string cell(const Cells& cells, const std::string& box) {
  const auto found = cells.find(box);
  return found == cells.end() ? std::string() : clean_text(found->second);
}

// The cell as it would be stored, for comparing; blank when empty or wrong.
Value value_in(const Cells& cells, const std::string& box) {
  return parse_field(field_of(*find_quick_field(box)), cell(cells, box)).value;
}

std::string text_at(const CustomerSheet& sheet, std::string_view field) {
  const auto* text = std::get_if<std::string>(&sheet.customer.get(field));
  return text ? *text : std::string();
}

void add_unless_there(std::vector<CustomerSheet>& sheets, CustomerSheet sheet) {
  const bool there = std::any_of(sheets.begin(), sheets.end(), [&](const CustomerSheet& other) {
    return other.customer.id == sheet.customer.id;
  });
  if (!there) sheets.push_back(std::move(sheet));
}

std::vector<CustomerSheet> with_memory(const std::vector<CustomerSheet>& stored,
                                       std::vector<CustomerSheet> remembered,
                                       const RowMemory& memory) {
  std::vector<CustomerSheet> sheets = std::move(remembered);
  for (const CustomerSheet& sheet : stored) add_unless_there(sheets, memory.newest(sheet));
  return sheets;
}

CustomerMatch one_of(std::vector<CustomerSheet> fitting) {
  if (fitting.empty()) return {};
  if (fitting.size() == 1) return {std::move(fitting.front()), {}};
  return {std::nullopt,
          {make_finding(FindingCode::RowAmbiguous, "name", {std::to_string(fitting.size())})}};
}

// The row says who it is.
CustomerMatch match_by_code(const std::string& code, const CustomerDirectory& directory,
                            const RowMemory& memory) {
  const auto uuid = Uuid::parse(code);
  auto sheet = uuid ? directory.find_by_id(*uuid) : directory.find_by_code(code);
  if (!sheet) return {std::nullopt, {make_finding(FindingCode::CodeUnknown, "code", {code})}};
  return {memory.newest(std::move(*sheet)), {}};
}

bool same_pincode(const Cells& cells, const CustomerSheet& sheet) {
  for (const auto& [box, row] : {std::pair(std::string("billing_pincode"), &sheet.billing),
                                 std::pair(std::string("shipping_pincode"), &sheet.shipping)}) {
    const Value pincode = value_in(cells, box);
    if (!is_blank(pincode) && *row && (*row)->get("pincode") == pincode) return true;
  }
  return false;
}

bool same_phone(const Cells& cells, const CustomerSheet& sheet) {
  const Value phone = value_in(cells, "phone");
  return !is_blank(phone) && sheet.contact && sheet.contact->get("phone") == phone;
}

// A name alone is enough only when the row tells neither phone nor PIN.
bool fits_by_name(const Cells& cells, const CustomerSheet& sheet) {
  const std::string gstin = clean_identity(cell(cells, "gstin"));
  const std::string stored = text_at(sheet, "gstin");
  if (!gstin.empty() && !stored.empty() && gstin != stored) return false;
  if (same_phone(cells, sheet) || same_pincode(cells, sheet)) return true;
  for (const std::string box : {"phone", "billing_pincode", "shipping_pincode"}) {
    if (!cell(cells, box).empty()) return false;
  }
  const Value type = value_in(cells, "customer_type");
  return is_blank(type) || sheet.customer.get("customer_type") == type;
}

}  // namespace

void RowMemory::remember(CustomerSheet sheet) {
  const RecordId id = sheet.customer.id;
  const std::string gstin = text_at(sheet, "gstin");
  if (!gstin.empty()) ids_by_gstin_.emplace(gstin, id);
  ids_by_name_key_.emplace(name_key(text_at(sheet, "name")), id);
  sheets_.insert_or_assign(id, std::move(sheet));
}

CustomerSheet RowMemory::newest(CustomerSheet sheet) const {
  const auto found = sheets_.find(sheet.customer.id);
  return found == sheets_.end() ? std::move(sheet) : found->second;
}

std::vector<CustomerSheet> RowMemory::sheets_at(const std::multimap<std::string, RecordId>& index,
                                                const std::string& key) const {
  std::vector<CustomerSheet> sheets;
  const auto [first, last] = index.equal_range(key);
  for (auto entry = first; entry != last; ++entry)
    add_unless_there(sheets, sheets_.at(entry->second));
  return sheets;
}

std::vector<CustomerSheet> RowMemory::find_by_gstin(const std::string& gstin) const {
  return sheets_at(ids_by_gstin_, gstin);
}

std::vector<CustomerSheet> RowMemory::find_by_name_key(const std::string& key) const {
  return sheets_at(ids_by_name_key_, key);
}

CustomerMatch match_customer(const Cells& cells, const CustomerDirectory& directory,
                             const RowMemory& memory, MatchBy match_by) {
  const auto may = [&](MatchBy by) { return match_by == MatchBy::Any || match_by == by; };
  const std::string id = may(MatchBy::Id) ? cell(cells, "id") : "";
  const std::string code = may(MatchBy::Code) ? cell(cells, "code") : "";
  if (!id.empty() || !code.empty()) return match_by_code(id.empty() ? code : id, directory, memory);
  const std::string key = name_key(cell(cells, "name"));
  const std::string gstin = may(MatchBy::Gstin) ? clean_identity(cell(cells, "gstin")) : "";
  if (!gstin.empty()) {
    auto fitting = with_memory(directory.find_by_gstin(gstin), memory.find_by_gstin(gstin), memory);
    // Branches and duplicates share a number: then the name says which.
    if (fitting.size() > 1)
      std::erase_if(fitting, [&](const CustomerSheet& sheet) {
        return name_key(text_at(sheet, "name")) != key;
      });
    if (!fitting.empty()) return one_of(std::move(fitting));
  }
  if (key.empty() || match_by != MatchBy::Any) return {};
  auto fitting = with_memory(directory.find_by_name_key(key), memory.find_by_name_key(key), memory);
  std::erase_if(fitting, [&](const CustomerSheet& sheet) { return !fits_by_name(cells, sheet); });
  return one_of(std::move(fitting));
}

}  // namespace cm

#include "shared/domain/acts/customer_status.h"

#include "shared/base/utf8.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/records/customer.h"

namespace cm {
namespace {

Change with_hold(const Row& customer, bool on_hold, const std::string& reason,
                 const std::optional<Date>& until) {
  Row after = customer;
  after.set("on_hold", std::int64_t{on_hold ? 1 : 0});
  after.set("hold_until", until ? Value{until->text()} : Value{Blank{}});
  after.set("hold_reason", clean_text(reason));
  return diff_rows(&customer, after);
}

Change with_active(const Row& customer, bool active, const std::string& reason) {
  Row after = customer;
  after.set("active", std::int64_t{active ? 1 : 0});
  after.set("inactive_reason", clean_text(reason));
  return diff_rows(&customer, after);
}

std::string with_reason(std::string text, const std::string& reason) {
  return reason.empty() ? text + "." : text + ": " + reason;
}

}  // namespace

Findings check_reason(std::string_view reason, std::string_view field) {
  if (!clean_text(reason).empty()) return {};
  return {make_finding(FindingCode::ReasonMissing, field)};
}

Change hold_customer(const Row& customer, const std::string& reason, std::optional<Date> until) {
  return with_hold(customer, true, reason, until);
}

Change release_customer(const Row& customer, const std::string& reason) {
  return with_hold(customer, false, reason, std::nullopt);
}

Change deactivate_customer(const Row& customer, const std::string& reason) {
  return with_active(customer, false, reason);
}

Change reactivate_customer(const Row& customer, const std::string& reason) {
  return with_active(customer, true, reason);
}

std::string why_not_chosen(const Row& row, const Date& today) {
  const Customer customer = from_row<Customer>(row).record;
  if (row.deleted) return "The customer was deleted.";
  if (customer.merged_into) return "The customer was merged into another one.";
  if (!customer.active) {
    if (customer.superseded_by) return "The customer was superseded by a new record.";
    return with_reason("The customer is inactive", customer.inactive_reason);
  }
  const bool held = customer.on_hold && (!customer.hold_until || !(*customer.hold_until < today));
  if (!held) return {};
  const std::string until =
      customer.hold_until ? " until " + customer.hold_until->display() : std::string();
  return with_reason("The customer is on hold" + until, customer.hold_reason);
}

}  // namespace cm

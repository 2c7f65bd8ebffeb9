#include "shared/domain/duplicates/customer_summary.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/duplicates/place_key.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/values/gstin.h"
#include "shared/domain/values/phone.h"

namespace cm {
namespace {

void sort_once(std::vector<std::string>& values) {
  values.erase(std::remove(values.begin(), values.end(), ""), values.end());
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// A landline may be a whole market's; a mobile is a person's.
std::string mobile_of(const std::string& phone) {
  const auto parsed = Phone::parse(phone);
  return parsed && parsed->is_indian_mobile() ? parsed->text() : std::string();
}

void take_tax_numbers(const CustomerFacts& facts, CustomerSummary& summary) {
  const auto pan = Pan::parse(facts.pan);
  if (pan) summary.pan = pan->text();
  summary.state = facts.billing_state;
  const auto gstin = Gstin::parse(facts.gstin);
  if (!gstin) return;
  summary.gstin = gstin->text();
  if (gstin->state_code().today().standing() == StateStanding::Current)
    summary.state = gstin->text().substr(0, 2);
  if (const auto carried = gstin->pan(); carried && summary.pan.empty())
    summary.pan = carried->text();
}

std::string text_in(const DraftPart& part, std::string_view table, std::string_view field) {
  const auto found = part.values.find(record_catalogue().get(table).get_field(field).number);
  const auto* text =
      found == part.values.end() ? nullptr : std::get_if<std::string>(&found->second);
  return text ? *text : std::string();
}

}  // namespace

CustomerSummary summarize(const CustomerFacts& facts) {
  CustomerSummary summary;
  summary.name = parse_business_name(facts.name);
  summary.trade_name = parse_business_name(facts.trade_name);
  take_tax_numbers(facts, summary);
  for (const std::string& phone : facts.phones) summary.mobiles.push_back(mobile_of(phone));
  for (const std::string& email : facts.emails) summary.emails.push_back(fold_text(email));
  summary.pincodes = facts.pincodes;
  for (const std::string& city : facts.cities) summary.cities.push_back(city_key(city));
  for (auto* values : {&summary.mobiles, &summary.emails, &summary.pincodes, &summary.cities})
    sort_once(*values);
  summary.walk_in = facts.walk_in;
  return summary;
}

CustomerFacts facts_of(const DraftCheck& check) {
  CustomerFacts facts;
  facts.name = text_in(check.customer, "customer", "name");
  facts.trade_name = text_in(check.customer, "customer", "trade_name");
  facts.gstin = text_in(check.customer, "customer", "gstin");
  facts.pan = text_in(check.customer, "customer", "pan");
  facts.billing_state = text_in(check.billing, "address", "state");
  facts.phones = {text_in(check.contact, "contact", "phone")};
  facts.emails = {text_in(check.contact, "contact", "email")};
  for (const DraftPart* part : {&check.billing, &check.shipping}) {
    facts.pincodes.push_back(text_in(*part, "address", "pincode"));
    facts.cities.push_back(text_in(*part, "address", "city"));
  }
  return facts;
}

}  // namespace cm

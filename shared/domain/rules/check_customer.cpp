#include "shared/domain/rules/check_customer.h"

#include "shared/domain/rules/fill_from_gstin.h"

namespace cm {
namespace {

std::string_view label_of(GstCategory category) {
  return ChoicesOf<GstCategory>::values[static_cast<std::size_t>(category)].label;
}

void check_pan_against_gstin(const Customer& customer, Findings& findings) {
  if (!customer.gstin || !customer.pan) return;
  const auto carried = customer.gstin->pan();
  if (!carried || *carried == *customer.pan) return;
  findings.push_back(
      make_finding(FindingCode::PanDiffers, "pan", {carried->text()}, carried->text()));
}

// Billing only: shipping and branch addresses in other states are normal.
void check_billing_state(const Customer& customer, const CustomerContext& context,
                         Findings& findings) {
  if (!customer.gstin || !context.billing_state) return;
  const StateCode of_gstin = customer.gstin->state_code().today();
  // 97 and 99 are no places; foreign suppliers bill from anywhere.
  if (of_gstin.standing() != StateStanding::Current || of_gstin == context.billing_state->today())
    return;
  findings.push_back(make_finding(FindingCode::GstinStateDiffers, "state",
                                  {context.billing_state->name(), of_gstin.name()},
                                  std::string(of_gstin.name())));
}

void check_category(const Customer& customer, Findings& findings) {
  if (!customer.gst_category) return;
  const GstCategory category = *customer.gst_category;
  if (!customer.gstin) {
    const bool without = category == GstCategory::Unregistered || category == GstCategory::Overseas;
    if (!without)
      findings.push_back(
          make_finding(FindingCode::GstCategoryNeedsGstin, "gst_category", {label_of(category)}));
    return;
  }
  const auto shown = guess_gst_category(*customer.gstin);
  if (shown && *shown != category) {
    findings.push_back(make_finding(FindingCode::GstCategoryDiffers, "gst_category",
                                    {label_of(*shown), label_of(category)},
                                    std::string(label_of(*shown))));
  }
}

}  // namespace

Findings check_customer(const Customer& customer, const CustomerContext& context) {
  Findings findings;
  if (customer.customer_type == CustomerType::Business && !customer.gstin) {
    findings.push_back(make_finding(FindingCode::GstinMissing, "gstin"));
  }
  check_pan_against_gstin(customer, findings);
  check_billing_state(customer, context, findings);
  check_category(customer, findings);
  if (customer.hold_until && !customer.on_hold) {
    findings.push_back(make_finding(FindingCode::HoldUntilWithoutHold, "hold_until"));
  }
  return findings;
}

}  // namespace cm

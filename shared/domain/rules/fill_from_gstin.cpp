#include "shared/domain/rules/fill_from_gstin.h"

namespace cm {

Findings fill_from_gstin(Customer& customer) {
  if (!customer.gstin || customer.pan) return {};
  customer.pan = customer.gstin->pan();
  if (!customer.pan) return {};
  return {
      make_finding(FindingCode::PanFilled, "pan", {customer.pan->text()}, customer.pan->text())};
}

std::optional<GstCategory> guess_gst_category(const Gstin& gstin) {
  switch (gstin.kind()) {
    case GstinKind::TaxDeductor:
      return GstCategory::TaxDeductor;
    case GstinKind::TaxCollector:
      return GstCategory::TaxCollector;
    case GstinKind::Uin:
      return GstCategory::UinHolder;
    case GstinKind::Oidar:
      return GstCategory::Overseas;
    case GstinKind::NonResident:
    case GstinKind::Government:
    case GstinKind::Regular:
      break;
  }
  return std::nullopt;
}

}  // namespace cm

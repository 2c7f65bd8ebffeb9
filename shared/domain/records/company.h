// One of our own companies: who sells, and in whose books the customers' ledgers stand.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/gstin.h"
#include "shared/domain/values/money.h"
#include "shared/domain/values/state_code.h"
#include "shared/record/describe.h"

namespace cm {

// Codes are stored: never rename one.
enum class Month {
  January,
  February,
  March,
  April,
  May,
  June,
  July,
  August,
  September,
  October,
  November,
  December
};
template <>
struct ChoicesOf<Month> {
  static constexpr std::array values{Choice{"january", "January"},
                                     Choice{"february", "February"},
                                     Choice{"march", "March"},
                                     Choice{"april", "April"},
                                     Choice{"may", "May"},
                                     Choice{"june", "June"},
                                     Choice{"july", "July"},
                                     Choice{"august", "August"},
                                     Choice{"september", "September"},
                                     Choice{"october", "October"},
                                     Choice{"november", "November"},
                                     Choice{"december", "December"}};
};

struct Company {
  CompanyId id;
  std::string name;          // required
  std::string abbreviation;  // required; ends the names of its accounts
  std::optional<Gstin> gstin;
  std::optional<StateCode> state;
  std::optional<Money> credit_limit;          // the last one looked at; blank = no limit
  std::optional<AccountId> receivable_group;  // under which customers' ledgers are made
  std::optional<PriceListId> default_price_list;
  std::optional<Month> fiscal_year_start = Month::April;

  explicit Company(CompanyId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<Company> {
  static constexpr RecordTypeNumber number = 7;
  static constexpr std::string_view table = "company", label = "Company";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &Company::name, required, office, max_length(200)),
      field<2>("abbreviation", "Abbreviation", &Company::abbreviation, required, office,
               max_length(10)),
      field<3>("gstin", "GSTIN", &Company::gstin, office, unit("tax")),
      field<4>("state", "State", &Company::state, office, unit("tax")),
      field<5>("credit_limit", "Credit Limit", &Company::credit_limit,
               range(0, kCreditLimitPaiseMax), office),
      field<6>("receivable_group", "Receivable Account Group", &Company::receivable_group, office,
               links_to("account")),
      field<7>("default_price_list", "Default Price List", &Company::default_price_list, office,
               links_to("price_list")),
      field<8>("fiscal_year_start", "Fiscal Year Start", &Company::fiscal_year_start, office),
  };
};

}  // namespace cm

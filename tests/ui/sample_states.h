// App states for the screens' tests: empty, typical, huge, in conflict. Customers are made through
// the domain's own code.
#pragma once

#include <string>
#include <vector>

#include "client/app/state.h"

namespace cm::samples {

inline constexpr UnixMs kNow = 1795324320000;  // 22 Nov 2026, 10:42 in India

AppState starting();
AppState signed_out();
AppState setup();
AppState no_customers();
AppState customers(std::size_t total);  // the first 60 rows are loaded
AppState long_names();                  // names and cities of 200 characters
AppState hindi_names();
AppState new_customer();       // the form, empty
AppState sai_typed();          // the seed's business, as typed
AppState sai_with_errors();    // Save was pressed; several boxes are wrong
AppState sai_warnings();       // the dialog about warnings is open
AppState existing_customer();  // the form of a stored customer
// The same state for somebody of another role.
AppState as_role(AppState state, const std::string& role);
AppState conflicts(std::size_t count);
AppState sync_idle();
AppState sync_offline(std::size_t unsent);

struct NamedState {
  std::string name;
  AppState state;
};
std::vector<NamedState> all();

}  // namespace cm::samples

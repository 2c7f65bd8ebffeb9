// The two customers of the walkthroughs, word for word, from tests/fixtures/customers_udyamo.csv:
// the file that the end-to-end tests read too.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace cm::test {

// The boxes that are filled in, in the form's order: name of the quick field, text.
using Boxes = std::vector<std::pair<std::string, std::string>>;
const Boxes& sai_engineering();  // a business, with a wrong check character in its GSTIN
const Boxes& anita_sharma();     // an individual, with credit limit 0

}  // namespace cm::test

#include <iomanip>
#include <iostream>
#include <limits>

#include "server/cli/commands.h"
#include "server/cli/duplicate_pair_json.h"
#include "server/cli/master_folder.h"
#include "server/http/master_pool.h"
#include "server/identity/secure_random.h"
#include "server/system_clock.h"
#include "shared/store/duplicate_finder.h"
#include "shared/store/upkeep.h"

namespace cm {
namespace {

constexpr std::size_t kSlice = 500;  // a server that runs beside this writes in between

// What a running server has not come to yet.
void compare_all_changed(Database& database) {
  while (compare_changed_customers(database, kSlice) == kSlice) continue;
}

std::string named(const NamedCustomer& customer) {
  std::string text = customer.code + " " + customer.name;
  if (!customer.city.empty()) text.append(", ").append(customer.city);
  if (!customer.active) text += " (inactive)";
  return text;
}

}  // namespace

int list_duplicates(const DuplicatesOptions& options) {
  MasterFolder folder(options.folder, MasterFolder::Missing::Refuse);
  folder.take(MasterFolder::Use::Shared);
  SystemClock clock;
  SecureRandom random;
  MasterConnection connection(folder.master_path(), clock, random);
  compare_all_changed(*connection.database);
  const auto pairs =
      DuplicateFinder(*connection.database).list_pairs(std::numeric_limits<std::size_t>::max());
  for (const DuplicatePair& pair : pairs) {
    if (options.json) {
      std::cout << to_json(pair) << "\n";
      continue;
    }
    std::cout << std::left << std::setw(9) << level_name(pair.duplicate.level) << " "
              << named(pair.one) << "\n          " << named(pair.other) << "\n          "
              << reasons_text(pair.duplicate.reasons) << "\n";
  }
  std::cout << std::flush;
  std::cerr << pairs.size() << (pairs.size() == 1 ? " pair.\n" : " pairs.\n");
  return kDone;
}

}  // namespace cm

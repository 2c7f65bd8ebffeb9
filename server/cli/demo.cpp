#include "server/cli/demo.h"

#include <iostream>

#include "server/identity/token.h"
#include "shared/base/ensure.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/sample_customers.h"
#include "shared/store/record_store.h"

namespace cm {
namespace {

constexpr const char* kDemoUser = "demo";
constexpr int kCustomers = 200;
constexpr std::uint64_t kSeed = 2026;

bool is_untouched(MasterConnection& connection) {
  return connection.identity.list_users().empty() &&
         RecordStore(*connection.database).count(record_catalogue().get("customer")) == 0;
}

void add_customers(MasterConnection& connection, const Clock& clock, Random& random) {
  const Actor actor{kDemoUser, Role::Administrator, connection.master.device()};
  SampleCustomers samples(kSeed);
  for (int i = 0; i < kCustomers; ++i) {
    const DraftCheck check = check_draft(samples.next(), nullptr);
    ENSURE(!check.has_errors(), "sample customers obey the rules");
    connection.master.commit(changes_of(check, nullptr, clock, random), ChangeSource::Server,
                             actor);
  }
}

}  // namespace

void fill_demo(MasterPool& masters, SignIn& sign_in, const Clock& clock, Random& random) {
  MasterPool::Lease lease(masters, MasterPool::Access::Write);
  if (!is_untouched(*lease)) {
    std::cout << "Demo: this master is in use already and was left as it is.\n";
    return;
  }
  const std::string password = make_token(random).substr(0, 12);
  sign_in.add_user(lease->identity, kDemoUser, Role::Administrator, password);
  // Said before the long part: whoever interrupts that can still sign in.
  std::cout << "Demo: sign in as " << kDemoUser << " with the password " << password << std::endl;
  add_customers(*lease, clock, random);
}

}  // namespace cm

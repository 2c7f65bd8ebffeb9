// A new record for a customer whose legal name or GSTIN changed: documents of the past keep the old
// one.
#pragma once

#include <set>
#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/domain/acts/customer_holding.h"
#include "shared/domain/values/date.h"
#include "shared/record/change.h"

namespace cm {

struct SupersedeChoice {
  std::vector<FieldValue> changed;  // what is new: name, GSTIN, …; required: something
  std::set<FieldNumber> copied;  // fields of the old record that the new one takes over as they are
  bool share_contacts = true;    // linked to both; nothing is copied
  bool share_addresses = true;
  std::string reason;  // required
  Date date;           // from when
};

// The new customer (the first change; it names the old one, the reason and the date) and its links;
// the old one then names the new one and is inactive for new documents. Name and type go over
// unless they changed; ledgers do not: the new record's are made with its companies. Unexpected, in
// plain words: no reason, nothing changed, an old record that is superseded, merged or deleted
// already.
tl::expected<std::vector<Change>, std::string> supersede(const CustomerHolding& old,
                                                         const SupersedeChoice& choice,
                                                         const Clock& clock, Random& random);

}  // namespace cm

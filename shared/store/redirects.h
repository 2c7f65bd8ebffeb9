// Customers that were merged into another, on the master: what still arrives for the one goes to
// the other; and comes back when the merge is undone.
#pragma once

#include "shared/store/database.h"

namespace cm {

class OperationWriter;

// At the end of a transaction of the master, by what the writer noted:
// What points to a merged customer is pointed to its survivor. Edits of it that its merge did not
// see are written to the survivor as concurrent edits of their authors, at their time: the merge
// rule decides, what loses stands in the conflict list; an emptied field is not carried over. The
// merge's record remembers all that (CustomerMerge::redirected). Where a merge was undone, what is
// remembered there and still stands is put back.
void follow_redirects(Database& database, OperationWriter& writer);

}  // namespace cm

// Sample customers and a user to look around with, for an empty master only.
#pragma once

#include "server/http/master_pool.h"
#include "server/identity/sign_in.h"

namespace cm {

// Does nothing to a master that has customers or users. Prints the demo user's password, which is
// new for each master.
void fill_demo(MasterPool& masters, SignIn& sign_in, const Clock& clock, Random& random);

}  // namespace cm

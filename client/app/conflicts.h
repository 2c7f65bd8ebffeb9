// The list of overwritten concurrent values: fetched from the server, kept for reading offline.
#pragma once

#include "client/app/context.h"

namespace cm {

// One fetch at a time; asked for again meanwhile, it is repeated.
void fetch_conflicts(AppContext& app);

}  // namespace cm

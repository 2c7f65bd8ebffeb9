// The past of the record on the form: fetched from the server, kept for reading offline; where it
// was never fetched, what this device changed itself.
#pragma once

#include "client/app/context.h"

namespace cm {

void show_past(AppContext& app, const RecordRef& record);
// The differences between the two dates typed; plain words when one cannot be read.
void compare_past(AppContext& app);

}  // namespace cm

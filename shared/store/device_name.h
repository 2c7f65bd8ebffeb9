// What people call a device.
#pragma once

#include <string>

#include "shared/record/version.h"
#include "shared/store/database.h"

namespace cm {

// On the master: the name given at sign-in, "Server" for the master's own, empty when unknown.
std::string device_name(Database& database, DeviceId device);

}  // namespace cm

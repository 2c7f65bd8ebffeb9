#include <ctime>
#include <iostream>

#include "server/cli/commands.h"
#include "server/cli/open_master.h"
#include "shared/base/failure.h"

namespace cm {
namespace {

// "2026-11-22 09:30" in UTC.
std::string minute_of(UnixMs at_ms) {
  const std::time_t seconds = at_ms / 1000;
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &parts)};
}

std::string state_of(const KnownDevice& device) {
  if (device.revoked) return "revoked";
  return device.user.empty() ? "released" : "";
}

int change_device(const DeviceOptions& options, bool (IdentityStore::*change)(DeviceId),
                  std::string_view said) {
  OpenMaster master(options.folder, MasterFolder::Missing::Refuse);
  if (!(master->identity.*change)(DeviceId{options.device})) {
    throw Failure(FailureCode::NotFound,
                  "There is no device " + std::to_string(options.device) + ".");
  }
  std::cerr << "Device " << options.device << said << "\n";
  return kDone;
}

}  // namespace

// Number, user, when last seen (UTC), newest operation, state, name; by tabs.
int list_devices(const DeviceOptions& options) {
  OpenMaster master(options.folder, MasterFolder::Missing::Refuse);
  for (const KnownDevice& device : master->identity.list_devices()) {
    std::cout << device.id.number << "\t" << device.user << "\t" << minute_of(device.seen_ms)
              << "\t" << device.last_seq << "\t" << state_of(device) << "\t" << device.name << "\n";
  }
  return kDone;
}

int release_device(const DeviceOptions& options) {
  return change_device(
      options, &IdentityStore::release_device,
      " is released: it belongs to whoever signs in on it next. Its sessions have ended. Whether "
      "it "
      "still holds unsent changes of its last user cannot be known here; they would be sent as the "
      "next user's.");
}

int revoke_device(const DeviceOptions& options) {
  return change_device(options, &IdentityStore::revoke_device,
                       " is revoked: its sessions have ended, nobody signs in on it and nothing "
                       "that it sends is taken, until it is released. What it has not sent stays "
                       "on it.");
}

}  // namespace cm

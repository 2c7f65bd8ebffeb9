#include "shared/store/device_name.h"

#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::string_view kDeviceName = "SELECT name FROM device WHERE id = ?";
constexpr std::string_view kIsMaster = "SELECT 1 FROM sync_head WHERE device = ?";

}  // namespace

std::string device_name(Database& database, DeviceId device) {
  Statement name(database, kDeviceName);
  if (name.bind(device).step() && !name.text(0).empty()) return std::string(name.text(0));
  return Statement(database, kIsMaster).bind(device).step() ? "Server" : std::string();
}

}  // namespace cm

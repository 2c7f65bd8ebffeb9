#include "server/cli/duplicate_pair_json.h"

#include <nlohmann/json.hpp>

namespace cm {
namespace {

nlohmann::ordered_json to_object(const NamedCustomer& customer) {
  return {{"id", customer.id.text()},
          {"code", customer.code},
          {"name", customer.name},
          {"city", customer.city},
          {"active", customer.active}};
}

}  // namespace

std::string to_json(const DuplicatePair& pair) {
  const nlohmann::ordered_json object = {{"level", level_name(pair.duplicate.level)},
                                         {"reasons", reasons_text(pair.duplicate.reasons)},
                                         {"one", to_object(pair.one)},
                                         {"other", to_object(pair.other)}};
  return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace cm

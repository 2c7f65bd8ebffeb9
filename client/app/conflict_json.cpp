#include "client/app/conflict_json.h"

#include <nlohmann/json.hpp>

#include "shared/base/ensure.h"

namespace cm {

std::string encode_decision(ConflictState decision) {
  ENSURE(decision == ConflictState::Kept || decision == ConflictState::Restored,
         "the two decisions a person can make");
  return nlohmann::json{{"decision", decision == ConflictState::Kept ? "keep" : "restore"}}.dump();
}

}  // namespace cm

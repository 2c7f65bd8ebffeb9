#include "client/semantics/node.h"

namespace cm {
namespace {

constexpr std::uint32_t kFnvOffset = 2166136261u;
constexpr std::uint32_t kFnvPrime = 16777619u;

std::uint32_t fnv(std::uint32_t hash, std::string_view bytes) {
  for (const char byte : bytes) {
    hash ^= static_cast<std::uint8_t>(byte);
    hash *= kFnvPrime;
  }
  return hash;
}

NodeId never_zero(std::uint32_t hash) {
  return hash == 0 ? kFnvPrime : hash;
}

}  // namespace

NodeId node_id(std::string_view key) {
  return never_zero(fnv(kFnvOffset, key));
}

NodeId node_id(NodeId parent, std::string_view key) {
  const char bytes[4] = {static_cast<char>(parent), static_cast<char>(parent >> 8),
                         static_cast<char>(parent >> 16), static_cast<char>(parent >> 24)};
  return never_zero(fnv(fnv(kFnvOffset, std::string_view(bytes, 4)), key));
}

bool is_interactive(NodeRole role) {
  switch (role) {
    case NodeRole::Button:
    case NodeRole::Link:
    case NodeRole::TextField:
    case NodeRole::TextArea:
    case NodeRole::Checkbox:
    case NodeRole::Combobox:
    case NodeRole::Option:
    case NodeRole::Row:
      return true;
    default:
      return false;
  }
}

}  // namespace cm

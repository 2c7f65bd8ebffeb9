// Walks a JsonTape by type. The first violation sticks: every later read returns a blank value and
// changes nothing, so that decoders read straight on and ask once, at the end.
#pragma once

#include <array>
#include <initializer_list>
#include <limits>
#include <string>
#include <string_view>

#include "shared/sync/protocol_errors.h"
#include "shared/sync/protocol_json.h"
#include "shared/sync/tape_json.h"

namespace cm {

// A key that an object may have; a required one that is missing is "json.missing".
struct JsonKey {
  enum class Need { Optional, Required };
  std::string_view name;
  Need need = Need::Required;
};

constexpr std::int64_t kWholeMax = (std::int64_t{1} << 53) - 1;  // what every JSON number can hold

class MessageReader {
 public:
  explicit MessageReader(const JsonTape& tape) : tape_(&tape) {}

  bool ok() const { return error_.empty(); }
  ProtocolError error() const;
  std::string_view error_code() const { return error_; }
  void fail(std::string_view code);  // a code of protocol_errors.h; the first one stays

  // Calls on_key(index into keys) with the reader at the key's value, which it must read.
  template <class OnKey>
  void read_object(std::initializer_list<JsonKey> keys, OnKey on_key);
  // An object with free keys: on_key(text of the key).
  template <class OnKey>
  void read_map(OnKey on_key);
  template <class OnItem>
  void read_array(OnItem on_item);

  std::int64_t read_integer(std::int64_t minimum = std::numeric_limits<std::int64_t>::min(),
                            std::int64_t maximum = std::numeric_limits<std::int64_t>::max());
  std::uint64_t read_whole(std::uint64_t minimum = 0);  // up to kWholeMax
  bool read_boolean();
  std::string read_text(std::size_t bytes_max);
  // Any value, as compact JSON.
  std::string read_raw();
  void skip();  // any value
  JsonKind peek() const;

 private:
  const JsonToken* take(
      JsonKind kind);  // null and "json.type" when the next one is of another kind
  bool take_end();     // true when the open object or array ends here

  const JsonTape* tape_;
  std::size_t next_ = 0;
  std::string_view error_;
};

template <class OnKey>
void MessageReader::read_map(OnKey on_key) {
  if (!take(JsonKind::Object)) return;
  while (ok() && !take_end()) {
    const JsonToken* key = take(JsonKind::Key);
    if (key) on_key(tape_->text(*key));
  }
}

template <class OnKey>
void MessageReader::read_object(std::initializer_list<JsonKey> keys, OnKey on_key) {
  std::uint64_t seen = 0;
  read_map([&](std::string_view name) {
    std::size_t index = 0;
    for (const JsonKey& key : keys) {
      if (key.name == name) break;
      ++index;
    }
    if (index == keys.size()) return fail("json.key");
    seen |= std::uint64_t{1} << index;
    on_key(index);
  });
  std::size_t index = 0;
  for (const JsonKey& key : keys) {
    if (key.need == JsonKey::Need::Required && !(seen >> index & 1)) fail("json.missing");
    ++index;
  }
}

template <class OnItem>
void MessageReader::read_array(OnItem on_item) {
  if (!take(JsonKind::Array)) return;
  while (ok() && !take_end()) on_item();
}

// One of a list of names, in the order of the enum; "op.name" when it is another.
template <class Enum, std::size_t N>
Enum read_name(MessageReader& reader, const std::array<std::string_view, N>& names) {
  const std::string name = reader.read_text(MessageLimits::name_bytes_max);
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  reader.fail("op.name");
  return Enum{};
}

// Parses, decodes with `read(reader)` and answers its result or the first violation.
template <class T, class Read>
Decoded<T> decode_message(std::string_view json, std::size_t bytes_max, Read read) {
  const auto tape = JsonTape::parse(json, bytes_max);
  if (!tape)
    return tl::make_unexpected(
        ProtocolError{std::string(tape.error()), make_error_reply(tape.error()).text});
  MessageReader reader(*tape);
  T message = read(reader);
  if (!reader.ok()) return tl::make_unexpected(reader.error());
  return message;
}

}  // namespace cm

// Appends JSON to a string. The caller keeps the grammar: key() before each value of an object.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cm {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }
  void key(std::string_view name);          // a plain name: nothing to escape
  void key_number(std::uint64_t number);    // "17":
  void escaped_key(std::string_view name);  // any text
  void integer(std::int64_t value);
  void whole(std::uint64_t value);
  void boolean(bool value);
  void null();
  void text(
      std::string_view value);  // malformed UTF-8 is replaced, so that a message is always valid
  void raw(std::string_view json);  // one finished value

  // Shorthands for key() and value.
  void text(std::string_view name, std::string_view value);
  void integer(std::string_view name, std::int64_t value);
  void whole(std::string_view name, std::uint64_t value);

 private:
  void separate();
  void open(char bracket);
  void close(char bracket);
  std::string& out_;
  bool fresh_ = true;  // nothing to separate from: at the start, after a bracket or a key
};

}  // namespace cm

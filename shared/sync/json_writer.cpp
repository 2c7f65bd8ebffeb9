#include "shared/sync/json_writer.h"

#include <algorithm>
#include <charconv>

#include "shared/base/utf8.h"

namespace cm {

namespace {

template <class Number>
void append_number(std::string& out, Number value) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value);
  out.append(digits, end.ptr);
}

bool is_plain(unsigned char c) {
  return c >= 0x20 && c != '"' && c != '\\';
}

void append_escaped(std::string& out, unsigned char c) {
  constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[c >> 4];
      out += kHex[c & 15];
  }
}

}  // namespace

void JsonWriter::separate() {
  if (!fresh_) out_ += ',';
  fresh_ = false;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  fresh_ = true;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  fresh_ = false;
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  fresh_ = true;
}

void JsonWriter::key_number(std::uint64_t number) {
  separate();
  out_ += '"';
  append_number(out_, number);
  out_ += "\":";
  fresh_ = true;
}

void JsonWriter::escaped_key(std::string_view name) {
  text(name);
  out_ += ':';
  fresh_ = true;
}

void JsonWriter::integer(std::int64_t value) {
  separate();
  append_number(out_, value);
}

void JsonWriter::whole(std::uint64_t value) {
  separate();
  append_number(out_, value);
}

void JsonWriter::boolean(bool value) {
  raw(value ? "true" : "false");
}

void JsonWriter::null() {
  raw("null");
}

void JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
}

void JsonWriter::text(std::string_view value) {
  separate();
  std::string repaired;
  const bool ascii = std::all_of(value.begin(), value.end(),
                                 [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii && !is_valid_utf8(value)) {
    repaired = to_valid_utf8(value);
    value = repaired;
  }
  out_ += '"';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    if (is_plain(c)) continue;
    out_.append(value, begin, i - begin);
    append_escaped(out_, c);
    begin = i + 1;
  }
  out_.append(value, begin, value.size() - begin);
  out_ += '"';
}

void JsonWriter::text(std::string_view name, std::string_view value) {
  key(name);
  text(value);
}

void JsonWriter::integer(std::string_view name, std::int64_t value) {
  key(name);
  integer(value);
}

void JsonWriter::whole(std::string_view name, std::uint64_t value) {
  key(name);
  whole(value);
}

}  // namespace cm

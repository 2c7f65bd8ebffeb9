#include "shared/sync/message_reader.h"

#include "shared/sync/json_writer.h"

namespace cm {

ProtocolError MessageReader::error() const {
  const ErrorReply reply = make_error_reply(error_);
  return {reply.code, reply.text};
}

void MessageReader::fail(std::string_view code) {
  if (error_.empty()) error_ = code;
}

JsonKind MessageReader::peek() const {
  return ok() && next_ < tape_->tokens().size() ? tape_->tokens()[next_].kind : JsonKind::End;
}

const JsonToken* MessageReader::take(JsonKind kind) {
  if (!ok()) return nullptr;
  if (peek() != kind || next_ >= tape_->tokens().size()) {
    fail("json.type");
    return nullptr;
  }
  return &tape_->tokens()[next_++];
}

bool MessageReader::take_end() {
  if (peek() != JsonKind::End) return false;
  ++next_;
  return true;
}

std::int64_t MessageReader::read_integer(std::int64_t minimum, std::int64_t maximum) {
  const JsonToken* token = take(JsonKind::Integer);
  if (!token) return minimum;
  if (token->number < minimum || token->number > maximum) fail("json.range");
  return token->number;
}

std::uint64_t MessageReader::read_whole(std::uint64_t minimum) {
  return static_cast<std::uint64_t>(read_integer(static_cast<std::int64_t>(minimum), kWholeMax));
}

bool MessageReader::read_boolean() {
  if (peek() == JsonKind::True) return take(JsonKind::True) != nullptr;
  take(JsonKind::False);
  return false;
}

std::string MessageReader::read_text(std::size_t bytes_max) {
  const JsonToken* token = take(JsonKind::Text);
  if (!token) return {};
  if (token->size > bytes_max) {
    fail("json.text");
    return {};
  }
  return std::string(tape_->text(*token));
}

void MessageReader::skip() {
  std::size_t depth = 0;
  do {
    if (!ok() || next_ >= tape_->tokens().size()) return fail("json.type");
    const JsonKind kind = tape_->tokens()[next_++].kind;
    if (kind == JsonKind::Object || kind == JsonKind::Array) ++depth;
    if (kind == JsonKind::End && depth-- == 0) return fail("json.type");
  } while (depth > 0);
}

std::string MessageReader::read_raw() {
  std::string json;
  JsonWriter writer(json);
  std::string closers;
  do {
    if (!ok() || next_ >= tape_->tokens().size()) break;
    const JsonToken& token = tape_->tokens()[next_++];
    switch (token.kind) {
      case JsonKind::Null:
        writer.null();
        break;
      case JsonKind::True:
        writer.boolean(true);
        break;
      case JsonKind::False:
        writer.boolean(false);
        break;
      case JsonKind::Integer:
        writer.integer(token.number);
        break;
      case JsonKind::Fraction:
        writer.raw(tape_->text(token));
        break;
      case JsonKind::Text:
        writer.text(tape_->text(token));
        break;
      case JsonKind::Key:
        writer.escaped_key(tape_->text(token));
        break;
      case JsonKind::Object:
        writer.open_object();
        closers += '}';
        break;
      case JsonKind::Array:
        writer.open_array();
        closers += ']';
        break;
      case JsonKind::End:
        if (closers.empty()) return fail("json.type"), json;
        closers.back() == '}' ? writer.close_object() : writer.close_array();
        closers.pop_back();
        break;
    }
  } while (!closers.empty());
  return json;
}

}  // namespace cm

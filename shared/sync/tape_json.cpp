#include "shared/sync/tape_json.h"

#include <algorithm>
#include <limits>

#include <nlohmann/json.hpp>

#include "shared/sync/messages.h"

namespace cm {

// Receives nlohmann's SAX events; returning false stops the parse at once.
class TapeBuilder final : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit TapeBuilder(JsonTape& tape) : tape_(tape) {}
  std::string_view error() const { return error_; }

  bool null() override { return push({JsonKind::Null}); }
  bool boolean(bool value) override { return push({value ? JsonKind::True : JsonKind::False}); }
  bool number_integer(number_integer_t value) override {
    return push({JsonKind::Integer, 0, value});
  }
  bool number_unsigned(number_unsigned_t value) override {
    constexpr auto kMax = static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
    if (value > kMax) return push_text(JsonKind::Fraction, std::to_string(value));
    return push({JsonKind::Integer, 0, static_cast<std::int64_t>(value)});
  }
  bool number_float(number_float_t, const string_t& text) override {
    return push_text(JsonKind::Fraction, text);
  }
  bool string(string_t& value) override { return push_text(JsonKind::Text, value); }
  bool binary(binary_t&) override { return fail("json.syntax"); }

  bool start_object(std::size_t) override { return open(JsonKind::Object); }
  bool key(string_t& value) override {
    if (keys_.size() - frames_.back() >= MessageLimits::fields_max) return fail("json.keys_max");
    if (!push_text(JsonKind::Key, value)) return false;
    keys_.push_back(tape_.tokens_.back());
    return true;
  }
  bool end_object() override { return has_distinct_keys() ? close() : fail("json.duplicate"); }
  bool start_array(std::size_t) override { return open(JsonKind::Array); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
    return fail("json.syntax");
  }

 private:
  bool fail(std::string_view code) {
    if (error_.empty()) error_ = code;
    return false;
  }
  bool push(JsonToken token) {
    tape_.tokens_.push_back(token);
    return true;
  }
  bool push_text(JsonKind kind, const std::string& text) {
    if (text.size() > MessageLimits::text_bytes_max || text.find('\0') != std::string::npos)
      return fail("json.text");
    push({kind, static_cast<std::uint32_t>(text.size()),
          static_cast<std::int64_t>(tape_.text_.size())});
    tape_.text_ += text;
    return true;
  }
  bool open(JsonKind kind) {
    if (frames_.size() >= MessageLimits::json_depth_max) return fail("json.depth");
    frames_.push_back(keys_.size());
    return push({kind});
  }
  bool close() {
    keys_.resize(frames_.back());
    frames_.pop_back();
    return push({JsonKind::End});
  }
  bool has_distinct_keys() {
    const auto first = keys_.begin() + static_cast<std::ptrdiff_t>(frames_.back());
    const auto text = [this](const JsonToken& token) { return tape_.text(token); };
    std::sort(first, keys_.end(),
              [&](const JsonToken& a, const JsonToken& b) { return text(a) < text(b); });
    return std::adjacent_find(first, keys_.end(), [&](const JsonToken& a, const JsonToken& b) {
             return text(a) == text(b);
           }) == keys_.end();
  }

  JsonTape& tape_;
  std::vector<JsonToken> keys_;      // of all open objects
  std::vector<std::size_t> frames_;  // where each open object's keys begin
  std::string_view error_;
};

tl::expected<JsonTape, std::string_view> JsonTape::parse(std::string_view json,
                                                         std::size_t bytes_max) {
  if (json.size() > bytes_max) return tl::make_unexpected(std::string_view("message.bytes_max"));
  JsonTape tape;
  tape.text_.reserve(json.size());
  tape.tokens_.reserve(json.size() / 8);
  TapeBuilder builder(tape);
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &builder)) {
    return tl::make_unexpected(builder.error().empty() ? std::string_view("json.syntax")
                                                       : builder.error());
  }
  return tape;
}

}  // namespace cm

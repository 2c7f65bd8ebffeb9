// How a C++ value is stored: ValueCodec for one value, MemberCodec for a struct member (a value, an
// optional or a vector of one). A new value type that has parse(), text() and kKind needs no codec.
#pragma once

#include <concepts>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/strong_id.h"
#include "shared/record/field.h"

namespace cm {

// Specialised for a choice enum: `static constexpr std::array values{Choice{"business", "Business"}, …}`
// in the order of the enum, which starts at 0 and has no gaps.
template <class E>
struct ChoicesOf;

template <class E>
concept ChoiceEnum = std::is_enum_v<E> && requires { ChoicesOf<E>::values.size(); };

// A value kept as text in its normal form: Gstin, Pan, Phone, ….
template <class V>
concept TextValue = requires(const V& value, std::string_view text) {
  { V::kKind } -> std::convertible_to<FieldKind>;
  { V::parse(text).has_value() } -> std::convertible_to<bool>;
  { value.text() } -> std::convertible_to<std::string>;
};

// A value kept as one integer: Money, Percent. from_number says nullopt when out of range.
template <class V>
concept NumberValue = requires(const V& value, std::int64_t number) {
  { V::kKind } -> std::convertible_to<FieldKind>;
  { V::from_number(number) } -> std::same_as<std::optional<V>>;
  { value.number() } -> std::same_as<std::int64_t>;
};

template <class V>
struct ValueCodec;  // kKind, to_value(V), from_value(Value) → optional<V>

template <>
struct ValueCodec<std::string> {
  static constexpr FieldKind kKind = FieldKind::Text;
  static Value to_value(const std::string& text) { return text.empty() ? Value{Blank{}} : Value{text}; }
  static std::optional<std::string> from_value(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text ? std::optional(*text) : std::nullopt;
  }
};

template <>
struct ValueCodec<bool> {
  static constexpr FieldKind kKind = FieldKind::Boolean;
  static Value to_value(bool flag) { return std::int64_t{flag ? 1 : 0}; }
  static std::optional<bool> from_value(const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number && (*number == 0 || *number == 1) ? std::optional(*number == 1) : std::nullopt;
  }
};

template <>
struct ValueCodec<std::int64_t> {
  static constexpr FieldKind kKind = FieldKind::Integer;
  static Value to_value(std::int64_t number) { return number; }
  static std::optional<std::int64_t> from_value(const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? std::optional(*number) : std::nullopt;
  }
};

template <IdLabel Label>
struct ValueCodec<Id<Label>> {
  static constexpr FieldKind kKind = FieldKind::Link;
  static Value to_value(const Id<Label>& id) { return id.uuid(); }
  static std::optional<Id<Label>> from_value(const Value& value) {
    const auto* uuid = std::get_if<Uuid>(&value);
    return uuid ? std::optional(Id<Label>(*uuid)) : std::nullopt;
  }
};

template <ChoiceEnum E>
struct ValueCodec<E> {
  static constexpr FieldKind kKind = FieldKind::Choice;
  static Value to_value(E choice) {
    return std::string(ChoicesOf<E>::values[static_cast<std::size_t>(choice)].code);
  }
  static std::optional<E> from_value(const Value& value) {
    const auto* code = std::get_if<std::string>(&value);
    for (std::size_t i = 0; code && i < ChoicesOf<E>::values.size(); ++i) {
      if (ChoicesOf<E>::values[i].code == *code) return static_cast<E>(i);
    }
    return std::nullopt;
  }
};

template <TextValue V>
struct ValueCodec<V> {
  static constexpr FieldKind kKind = V::kKind;
  static Value to_value(const V& value) { return std::string(value.text()); }
  static std::optional<V> from_value(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return std::nullopt;
    auto parsed = V::parse(*text);
    return parsed.has_value() ? std::optional<V>(*parsed) : std::nullopt;
  }
};

template <NumberValue V>
struct ValueCodec<V> {
  static constexpr FieldKind kKind = V::kKind;
  static Value to_value(const V& value) { return value.number(); }
  static std::optional<V> from_value(const Value& value) {
    const auto* number = std::get_if<std::int64_t>(&value);
    return number ? V::from_number(*number) : std::nullopt;
  }
};

// --- Members ---
template <class M>
struct MemberCodec {
  static constexpr FieldKind kind = ValueCodec<M>::kKind;
  static constexpr std::span<const Choice> choices() {
    if constexpr (ChoiceEnum<M>) return ChoicesOf<M>::values;
    else return {};
  }
  static Value to_value(const M& member) { return ValueCodec<M>::to_value(member); }
  // False, and `member` as it was, when the value is not one of M.
  static bool read(const Value& value, M& member) {
    auto parsed = ValueCodec<M>::from_value(value);
    if (parsed) member = std::move(*parsed);
    return parsed.has_value();
  }
};

template <class V>
struct MemberCodec<std::optional<V>> {
  static constexpr FieldKind kind = ValueCodec<V>::kKind;
  static constexpr std::span<const Choice> choices() { return MemberCodec<V>::choices(); }
  static Value to_value(const std::optional<V>& member) {
    return member ? ValueCodec<V>::to_value(*member) : Value{Blank{}};
  }
  static bool read(const Value& value, std::optional<V>& member) {
    auto parsed = ValueCodec<V>::from_value(value);
    if (parsed) member = std::move(parsed);
    return parsed.has_value();
  }
};

// One value a line, as text: PhoneList, EmailList.
template <TextValue V>
struct MemberCodec<std::vector<V>> {
  static_assert(V::kKind == FieldKind::Phone || V::kKind == FieldKind::Email);
  static constexpr FieldKind kind =
      V::kKind == FieldKind::Phone ? FieldKind::PhoneList : FieldKind::EmailList;
  static constexpr std::span<const Choice> choices() { return {}; }
  static Value to_value(const std::vector<V>& member) {
    std::string lines;
    for (const V& value : member) lines.append(lines.empty() ? "" : "\n").append(value.text());
    return ValueCodec<std::string>::to_value(lines);
  }
  static bool read(const Value& value, std::vector<V>& member) {
    const auto* text = std::get_if<std::string>(&value);
    if (!text) return false;
    std::vector<V> parsed;
    for (std::size_t start = 0; start <= text->size();) {
      const std::size_t end = std::min(text->find('\n', start), text->size());
      auto one = V::parse(std::string_view(*text).substr(start, end - start));
      if (!one.has_value()) return false;
      parsed.push_back(*one);
      start = end + 1;
    }
    member = std::move(parsed);
    return true;
  }
};

}  // namespace cm

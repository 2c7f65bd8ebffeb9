// How a C++ struct becomes a RecordType: one line per field, from which SQL columns, sync, history,
// exchange, forms and lists all follow.
//
//   template <> struct Describe<Customer> {
//     static constexpr RecordTypeNumber number = 1;
//     static constexpr std::string_view table = "customer", label = "Customer";
//     static constexpr auto fields = std::tuple{
//         field<1>("name", "Name", &Customer::name, required, max_length(200), office), …};
//   };
//
// The struct has a member `id` and is made from it; every other member is std::string, bool, a value
// type, an optional of one or a vector of one. How each is stored is its ValueCodec (codec.h).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "shared/record/codec.h"
#include "shared/record/row.h"

namespace cm {

template <class T>
struct Describe;  // specialised beside each record struct

// --- Options of a field, in any order after the member. ---
struct Required {};
struct Office {};
struct ServerOnly {};
struct MaxLength { int code_points; };
struct Range { std::int64_t minimum, maximum; };
struct Unit { std::string_view name; };
struct LinksTo { std::string_view table; };
struct Leaf {};
struct LinksBy { std::string_view field; };
struct OfKind { FieldKind kind; };

inline constexpr Required required{};       // a blank value is an error
inline constexpr Office office{};           // FieldRank::Office
inline constexpr Leaf leaf{};                // a link into a tree: no group can be chosen
inline constexpr ServerOnly server_only{};  // only the server writes it
constexpr MaxLength max_length(int code_points) { return {code_points}; }
constexpr Range range(std::int64_t minimum, std::int64_t maximum) { return {minimum, maximum}; }
constexpr Unit unit(std::string_view name) { return {name}; }           // merged together
constexpr LinksTo links_to(std::string_view table) { return {table}; }  // table of the linked record
constexpr LinksBy links_by(std::string_view field) { return {field}; }  // field whose code is the table
constexpr OfKind kind(FieldKind of) { return {of}; }                    // instead of the codec's own

// A field of struct T held in a member of type M.
template <class T, class M>
struct BoundField {
  Field field;
  M T::*member;
};

namespace describe_detail {
constexpr void apply(Field& f, Required) { f.required = true; }
constexpr void apply(Field& f, Office) { f.rank = FieldRank::Office; }
constexpr void apply(Field& f, ServerOnly) { f.server_only = true; }
constexpr void apply(Field& f, MaxLength option) { f.length_max = option.code_points; }
constexpr void apply(Field& f, Range option) { f.minimum = option.minimum, f.maximum = option.maximum; }
constexpr void apply(Field& f, Unit option) { f.unit = option.name; }
constexpr void apply(Field& f, LinksTo option) { f.link_table = option.table; }
constexpr void apply(Field& f, Leaf) { f.leaf_only = true; }
constexpr void apply(Field& f, LinksBy option) { f.link_kind = option.field; }
constexpr void apply(Field& f, OfKind option) { f.kind = option.kind; }
}  // namespace describe_detail

// Number: stored and sent; never renumber, never reuse.
template <FieldNumber Number, class T, class M, class... Options>
constexpr BoundField<T, M> field(std::string_view name, std::string_view label, M T::*member,
                                 Options... options) {
  static_assert(Number != 0, "field numbers start at 1");
  Field made;
  made.number = Number;
  made.name = name;
  made.label = label;
  made.kind = MemberCodec<M>::kind;
  made.choices = MemberCodec<M>::choices();
  (describe_detail::apply(made, options), ...);
  return {made, member};
}

// The struct, and the values that do not parse as its types (written by an older or newer program):
// kept as they came. domain/field_text turns them into findings.
template <class T>
struct Parsed {
  T record;
  std::map<FieldNumber, Value> unparsed;
};

// The one RecordType of T; lives for ever.
template <class T>
const RecordType& record_type_of() {
  static constexpr auto fields = std::apply(
      [](const auto&... bound) { return std::array<Field, sizeof...(bound)>{bound.field...}; },
      Describe<T>::fields);
  static const RecordType type(Describe<T>::number, Describe<T>::table, Describe<T>::label, fields);
  return type;
}

// All values of the record; blank ones are absent. No versions and stamps: the store knows those.
template <class T>
Row to_row(const T& record) {
  Row row(record_type_of<T>(), record.id.uuid());
  const auto put = [&](const auto& bound) {
    Value value = MemberCodec<std::decay_t<decltype(record.*bound.member)>>::to_value(record.*bound.member);
    if (!is_blank(value)) row.values[bound.field.number] = std::move(value);
  };
  std::apply([&](const auto&... bound) { (put(bound), ...); }, Describe<T>::fields);
  return row;
}

// Never fails: what does not parse leaves its member at its blank and stands in `unparsed`.
template <class T>
Parsed<T> from_row(const Row& row) {
  Parsed<T> parsed{T(decltype(T::id)(row.id)), {}};
  const auto take = [&](const auto& bound) {
    auto& member = parsed.record.*bound.member;
    const auto found = row.values.find(bound.field.number);
    if (found == row.values.end() || is_blank(found->second)) return;
    if (!MemberCodec<std::decay_t<decltype(member)>>::read(found->second, member)) {
      parsed.unparsed[bound.field.number] = found->second;
    }
  };
  std::apply([&](const auto&... bound) { (take(bound), ...); }, Describe<T>::fields);
  return parsed;
}

}  // namespace cm

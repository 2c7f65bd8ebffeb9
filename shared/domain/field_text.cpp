#include "shared/domain/field_text.h"

#include <algorithm>
#include <vector>

#include "shared/base/ensure.h"
#include "shared/base/utf8.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/rules/check_gstin.h"
#include "shared/domain/rules/check_pan.h"
#include "shared/domain/values/date.h"
#include "shared/domain/values/decimal_text.h"
#include "shared/domain/values/email.h"
#include "shared/domain/values/gstin.h"
#include "shared/domain/values/identity_text.h"
#include "shared/domain/values/money.h"
#include "shared/domain/values/pan.h"
#include "shared/domain/values/percent.h"
#include "shared/domain/values/phone.h"
#include "shared/domain/values/pincode.h"
#include "shared/domain/values/state_code.h"

namespace cm {
namespace {

constexpr int kTextLengthMax = 1000;
constexpr int kLongTextLengthMax = 10'000;

bool keeps_lines(FieldKind kind) {
  return kind == FieldKind::LongText || kind == FieldKind::PhoneList ||
         kind == FieldKind::EmailList;
}

FieldParse failed(FindingCode code, const Field& field,
                  std::initializer_list<std::string_view> arguments = {}) {
  return {Blank{}, {make_finding(code, field.name, arguments)}};
}

std::string choice_labels(const Field& field) {
  std::string labels;
  for (const Choice& choice : field.choices)
    labels.append(labels.empty() ? "" : ", ").append(choice.label);
  return labels;
}

// --- One function a kind; `text` is clean and not empty. ---
using Parse = FieldParse (*)(const Field&, const std::string& text);
using Show = std::string (*)(const Field&, const Value&);

FieldParse parse_text(const Field&, const std::string& text) {
  return {text, {}};
}

FieldParse parse_choice(const Field& field, const std::string& text) {
  const std::string folded = fold_text(text);
  for (const Choice& choice : field.choices) {
    if (fold_text(choice.code) == folded || fold_text(choice.label) == folded)
      return {std::string(choice.code), {}};
  }
  return failed(FindingCode::NotAChoice, field, {field.label, text, choice_labels(field)});
}

FieldParse parse_boolean(const Field& field, const std::string& text) {
  const std::string folded = fold_text(text);
  for (const std::string_view yes : {"yes", "y", "true", "1", "on"}) {
    if (folded == yes) return {std::int64_t{1}, {}};
  }
  for (const std::string_view no : {"no", "n", "false", "0", "off"}) {
    if (folded == no) return {std::int64_t{0}, {}};
  }
  return failed(FindingCode::NotYesNo, field, {field.label});
}

std::string show_number(const Field& field, std::int64_t number) {
  if (field.kind == FieldKind::Money) return Money::from_paise(number).display();
  if (field.kind == FieldKind::Percent) return Percent::from_hundredths(number).display();
  return std::to_string(number);
}

FieldParse in_range(const Field& field, std::int64_t number) {
  const bool ranged = field.minimum != 0 || field.maximum != 0;
  if (!ranged || (number >= field.minimum && number <= field.maximum)) return {number, {}};
  return failed(
      FindingCode::OutOfRange, field,
      {field.label, show_number(field, field.minimum), show_number(field, field.maximum)});
}

FieldParse parse_integer(const Field& field, const std::string& text) {
  const auto hundredths = parse_hundredths(text);
  if (!hundredths || *hundredths % 100 != 0)
    return failed(FindingCode::NotANumber, field, {field.label});
  return in_range(field, *hundredths / 100);
}

FieldParse parse_money(const Field& field, const std::string& text) {
  const auto money = Money::parse(text);
  return money ? in_range(field, money->paise()) : failed(money.error(), field, {field.label});
}

FieldParse parse_percent(const Field& field, const std::string& text) {
  const auto percent = Percent::parse(text);
  return percent ? in_range(field, percent->hundredths())
                 : failed(percent.error(), field, {field.label});
}

FieldParse parse_date(const Field& field, const std::string& text) {
  const auto date = Date::parse(text);
  return date ? FieldParse{date->text(), {}} : failed(date.error(), field, {field.label});
}

FieldParse parse_gstin(const Field& field, const std::string& text) {
  const auto gstin = Gstin::parse(text);
  if (gstin) return {gstin->text(), check_gstin(*gstin, field.name)};
  const std::string clean = clean_identity(text);
  switch (gstin.error()) {
    case FindingCode::GstinLength:
      return failed(gstin.error(), field, {std::to_string(count_code_points(clean))});
    case FindingCode::GstinState:
      return failed(gstin.error(), field, {clean.substr(0, 2)});
    default:
      return failed(gstin.error(), field);
  }
}

FieldParse parse_pan(const Field& field, const std::string& text) {
  const auto pan = Pan::parse(text);
  return pan ? FieldParse{pan->text(), check_pan(*pan, field.name)} : failed(pan.error(), field);
}

FieldParse parse_pincode(const Field& field, const std::string& text) {
  const auto pincode = Pincode::parse(text);
  return pincode ? FieldParse{pincode->text(), {}} : failed(pincode.error(), field);
}

FieldParse parse_state(const Field& field, const std::string& text) {
  const auto state = StateCode::parse(text);
  return state ? FieldParse{state->text(), {}} : failed(state.error(), field, {text});
}

// A number that we do not understand may still be one that reaches the customer: kept as typed.
FieldParse parse_phone(const Field& field, const std::string& text) {
  const auto phone = Phone::parse(text);
  if (phone) return {phone->text(), {}};
  return {text, {make_finding(phone.error(), field.name)}};
}

FieldParse parse_email(const Field& field, const std::string& text) {
  const auto email = Email::parse(text);
  return email ? FieldParse{email->text(), {}} : failed(email.error(), field);
}

FieldParse parse_lines(const Field& field, const std::string& text, Parse parse_one) {
  std::string lines;
  Findings findings;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n,;", start), text.size());
    const std::string one = clean_text(std::string_view(text).substr(start, end - start));
    start = end + 1;
    if (one.empty()) continue;
    FieldParse parsed = parse_one(field, one);
    findings.insert(findings.end(), parsed.findings.begin(), parsed.findings.end());
    if (const auto* line = std::get_if<std::string>(&parsed.value))
      lines.append(lines.empty() ? "" : "\n").append(*line);
  }
  if (lines.empty() || has_grade(findings, Grade::Error)) return {Blank{}, std::move(findings)};
  return {std::move(lines), std::move(findings)};
}

FieldParse parse_phones(const Field& field, const std::string& text) {
  return parse_lines(field, text, parse_phone);
}
FieldParse parse_emails(const Field& field, const std::string& text) {
  return parse_lines(field, text, parse_email);
}

FieldParse parse_link(const Field& field, const std::string& text) {
  const auto uuid = Uuid::parse(text);
  return uuid ? FieldParse{*uuid, {}} : failed(FindingCode::BadLink, field, {field.label});
}

// --- Values to text. Each gets a value of its own type; others never reach it. ---
const std::string& text_of(const Value& value) {
  return std::get<std::string>(value);
}
std::int64_t number_of(const Value& value) {
  return std::get<std::int64_t>(value);
}

std::string show_text(const Field&, const Value& value) {
  return text_of(value);
}
std::string show_integer(const Field&, const Value& value) {
  return std::to_string(number_of(value));
}
std::string show_nothing(const Field&, const Value&) {
  return {};
}
std::string show_uuid(const Field&, const Value& value) {
  return std::get<Uuid>(value).text();
}

std::string show_choice(const Field& field, const Value& value) {
  for (const Choice& choice : field.choices) {
    if (choice.code == text_of(value)) return std::string(choice.label);
  }
  return text_of(value);
}

std::string show_boolean(const Field&, const Value& value) {
  if (number_of(value) == 0) return "No";
  return number_of(value) == 1 ? "Yes" : std::to_string(number_of(value));
}

std::string format_money(const Field&, const Value& value) {
  return Money::from_paise(number_of(value)).format();
}
std::string display_money(const Field&, const Value& value) {
  return Money::from_paise(number_of(value)).display();
}
std::string format_percent(const Field&, const Value& value) {
  return Percent::from_hundredths(number_of(value)).format();
}
std::string display_percent(const Field&, const Value& value) {
  return Percent::from_hundredths(number_of(value)).display();
}

std::string display_date(const Field&, const Value& value) {
  const auto date = Date::parse(text_of(value));
  return date ? date->display() : text_of(value);
}

std::string display_timestamp(const Field&, const Value& value) {
  constexpr UnixMs kMinuteMs = 60'000;
  const UnixMs at_ms = number_of(value);
  // Outside these years (1970 to 2199) it is no time that a program of ours wrote.
  if (at_ms < 0 || at_ms > 7'258'000'000'000) return std::to_string(at_ms);
  const UnixMs minutes = (at_ms / kMinuteMs + 5 * 60 + 30) % (24 * 60);
  const auto two = [](UnixMs number) { return std::to_string(100 + number).substr(1); };
  return Date::in_india(at_ms).display() + ", " + two(minutes / 60) + ":" + two(minutes % 60);
}

std::string show_state(const Field&, const Value& value) {
  const auto state = StateCode::from_code(text_of(value));
  return state ? std::string(state->name()) : text_of(value);
}

std::string format_phone(const Field&, const Value& value) {
  const auto phone = Phone::parse(text_of(value));
  return phone ? phone->format() : text_of(value);
}

std::string display_phone(const Field&, const Value& value) {
  const auto phone = Phone::parse(text_of(value));
  return phone ? phone->display() : text_of(value);
}

std::string show_phones(const Value& value, Show show_one) {
  std::string lines;
  const std::string& text = text_of(value);
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.append(start ? "\n" : "").append(show_one({}, text.substr(start, end - start)));
    start = end + 1;
  }
  return lines;
}

std::string format_phones(const Field&, const Value& value) {
  return show_phones(value, format_phone);
}
std::string display_phones(const Field&, const Value& value) {
  return show_phones(value, display_phone);
}

enum class StoredAs { Text, Number, Uuid };

struct Kind {
  FieldKind kind;
  StoredAs stored_as;
  Parse parse;
  Show format;
  Show display;
};

constexpr Kind kKinds[] = {
    {FieldKind::Text, StoredAs::Text, parse_text, show_text, show_text},
    {FieldKind::LongText, StoredAs::Text, parse_text, show_text, show_text},
    {FieldKind::Choice, StoredAs::Text, parse_choice, show_choice, show_choice},
    {FieldKind::Boolean, StoredAs::Number, parse_boolean, show_boolean, show_boolean},
    {FieldKind::Integer, StoredAs::Number, parse_integer, show_integer, show_integer},
    {FieldKind::Money, StoredAs::Number, parse_money, format_money, display_money},
    {FieldKind::Percent, StoredAs::Number, parse_percent, format_percent, display_percent},
    {FieldKind::Date, StoredAs::Text, parse_date, show_text, display_date},
    {FieldKind::Timestamp, StoredAs::Number, parse_integer, show_integer, display_timestamp},
    {FieldKind::Gstin, StoredAs::Text, parse_gstin, show_text, show_text},
    {FieldKind::Pan, StoredAs::Text, parse_pan, show_text, show_text},
    {FieldKind::Pincode, StoredAs::Text, parse_pincode, show_text, show_text},
    {FieldKind::State, StoredAs::Text, parse_state, show_state, show_state},
    {FieldKind::Phone, StoredAs::Text, parse_phone, format_phone, display_phone},
    {FieldKind::Email, StoredAs::Text, parse_email, show_text, show_text},
    {FieldKind::PhoneList, StoredAs::Text, parse_phones, format_phones, display_phones},
    {FieldKind::EmailList, StoredAs::Text, parse_emails, show_text, show_text},
    {FieldKind::Link, StoredAs::Uuid, parse_link, show_uuid, show_nothing},
};

const Kind& kind_of(const Field& field) {
  const Kind& kind = kKinds[static_cast<std::size_t>(field.kind)];
  ENSURE(kind.kind == field.kind, "the kinds stand in the order of FieldKind");
  return kind;
}

bool has_own_type(const Kind& kind, const Value& value) {
  switch (kind.stored_as) {
    case StoredAs::Text:
      return std::holds_alternative<std::string>(value);
    case StoredAs::Number:
      return std::holds_alternative<std::int64_t>(value);
    case StoredAs::Uuid:
      break;
  }
  return std::holds_alternative<Uuid>(value);
}

std::string as_it_came(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* uuid = std::get_if<Uuid>(&value)) return uuid->text();
  return {};
}

}  // namespace

int length_limit(const Field& field) {
  if (field.length_max) return field.length_max;
  return field.kind == FieldKind::LongText ? kLongTextLengthMax : kTextLengthMax;
}

FieldParse parse_field(const Field& field, std::string_view text) {
  const std::string clean = clean_text(text, keeps_lines(field.kind) ? Lines::Keep : Lines::Join);
  if (clean.empty()) {
    return field.required ? failed(FindingCode::Required, field, {field.label})
                          : FieldParse{Blank{}, {}};
  }
  const auto length = count_code_points(clean);
  const auto limit = static_cast<std::size_t>(length_limit(field));
  if (length > limit) {
    return failed(FindingCode::TooLong, field,
                  {field.label, std::to_string(length), std::to_string(limit)});
  }
  FieldParse parsed = kind_of(field).parse(field, clean);
  if (!is_valid_utf8(text))
    parsed.findings.push_back(make_finding(FindingCode::BadText, field.name, {field.label}));
  return parsed;
}

std::string format_field(const Field& field, const Value& value) {
  const Kind& kind = kind_of(field);
  return has_own_type(kind, value) ? kind.format(field, value) : as_it_came(value);
}

std::string display_field(const Field& field, const Value& value) {
  const Kind& kind = kind_of(field);
  return has_own_type(kind, value) ? kind.display(field, value) : as_it_came(value);
}

Findings check_stored(const Row& row) {
  Findings findings;
  for (const Field& field : row.type->fields()) {
    const FieldParse parsed = parse_field(field, format_field(field, row.get(field.number)));
    findings.insert(findings.end(), parsed.findings.begin(), parsed.findings.end());
  }
  return findings;
}

}  // namespace cm

#include "client/app/route.h"

#include <optional>

#include "client/app/places.h"
#include "client/app/state.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

bool stays_as_is(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.' || c == '~' || c == '/';
}

std::string encode_part(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (stays_as_is(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
  return out;
}

std::optional<int> hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::string decode_part(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : std::nullopt;
    const auto low = high ? hex_digit(text[i + 2]) : std::nullopt;
    if (low) {
      out += static_cast<char>(*high * 16 + *low);
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

// "a=1&b=x": name and value of each; what has no name is left out.
std::vector<std::pair<std::string, std::string>> list_parameters(std::string_view parameters) {
  std::vector<std::pair<std::string, std::string>> all;
  while (!parameters.empty()) {
    const std::size_t end = std::min(parameters.find('&'), parameters.size());
    const std::string_view pair = parameters.substr(0, end);
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos && equals > 0)
      all.emplace_back(decode_part(pair.substr(0, equals)), decode_part(pair.substr(equals + 1)));
    parameters.remove_prefix(std::min(end + 1, parameters.size()));
  }
  return all;
}

// "q" of "a=1&q=x"; empty when absent.
std::string find_parameter(std::string_view parameters, std::string_view name) {
  for (auto& [each, value] : list_parameters(parameters)) {
    if (each == name) return std::move(value);
  }
  return {};
}

constexpr std::string_view kFilterPrefix = "f.";

// What the type's list can do of it.
ListView parse_list(const RecordType& type, std::string_view query) {
  ListView list;
  list.search_text = find_parameter(query, "q");
  for (const auto& [name, value] : list_parameters(query)) {
    if (name.starts_with(kFilterPrefix))
      set_filter_value(list.filters, std::string_view(name).substr(kFilterPrefix.size()), value);
  }
  list.filters = clean_filters(type, list.filters);
  std::string sort = find_parameter(query, "sort");
  const bool backwards = sort.starts_with('-');
  if (backwards) sort.erase(0, 1);
  if (!can_sort_by(type, sort)) return list;
  list.sort = std::move(sort);
  list.order = backwards ? SortOrder::Descending : SortOrder::Ascending;
  return list;
}


std::string_view cut_after(std::string_view& text, char mark) {
  const std::size_t at = text.find(mark);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = text.substr(at + 1);
  text = text.substr(0, at);
  return rest;
}

constexpr std::string_view kCustomers = "/customers";

std::string format_ref(const std::optional<RecordRef>& ref) {
  return ref ? "?for=" + ref->table + "." + ref->id.text() : "";
}

std::optional<RecordRef> parse_ref(std::string_view text) {
  const std::string_view id_text = cut_after(text, '.');
  const auto id = Uuid::parse(id_text);
  const bool known = text == "customer" || find_record_place(text);
  return id && known ? std::optional(RecordRef{std::string(text), *id}) : std::nullopt;
}

// /<table>, /<table>/new, /<table>/<id>
std::optional<Route> parse_record_route(std::string_view path, std::string_view query) {
  path.remove_prefix(std::min<std::size_t>(1, path.size()));
  const bool is_list = path.find('/') == std::string_view::npos;
  const std::string_view rest = cut_after(path, '/');
  const Place* place = find_record_place(path);
  if (!place) return std::nullopt;
  const std::string table(place->table);
  if (is_list) return RecordListRoute{table, parse_list(type_of(*place), query)};
  const auto made_for = parse_ref(find_parameter(query, "for"));
  if (rest == "new") return NewRecordRoute{table, made_for};
  if (const auto id = Uuid::parse(rest)) return RecordRoute{{table, *id}, made_for};
  return RecordListRoute{table, {}};
}

}  // namespace

std::string format_list(const ListView& list) {
  std::string parameters;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    parameters += parameters.empty() ? '?' : '&';
    parameters.append(name).append("=").append(encode_part(value));
  };
  add("q", list.search_text);
  for (const FilterValue& filter : list.filters)
    add(std::string(kFilterPrefix) + filter.name, filter.value);
  if (!list.sort.empty())
    add("sort", (list.order == SortOrder::Descending ? "-" : "") + list.sort);
  return parameters;
}

namespace {

struct Formatter {
  std::string operator()(const CustomersRoute& route) const {
    return std::string(kCustomers) + format_list(route.list);
  }
  std::string operator()(const NewCustomerRoute&) const { return "/customers/new"; }
  std::string operator()(const CustomerRoute& route) const {
    return "/customers/" + route.id.text();
  }
  std::string operator()(const RecordListRoute& route) const {
    return "/" + route.table + format_list(route.list);
  }
  std::string operator()(const NewRecordRoute& route) const {
    return "/" + route.table + "/new" + format_ref(route.made_for);
  }
  std::string operator()(const RecordRoute& route) const {
    return "/" + route.record.table + "/" + route.record.id.text() + format_ref(route.made_for);
  }
  std::string operator()(const MoreRoute&) const { return "/more"; }
  std::string operator()(const ConflictsRoute&) const { return "/conflicts"; }
  std::string operator()(const SyncRoute&) const { return "/sync"; }
  std::string operator()(const SignInRoute& route) const {
    return route.return_to.empty() ? "/sign-in" : "/sign-in?next=" + encode_part(route.return_to);
  }
  std::string operator()(const SetupRoute& route) const {
    return route.token.empty() ? "/setup" : "/setup#token=" + encode_part(route.token);
  }
};

}  // namespace

Route parse_route(std::string_view url) {
  std::string_view path = url;
  const std::string_view fragment = cut_after(path, '#');
  const std::string_view query = cut_after(path, '?');
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  if (path == "/customers/new") return NewCustomerRoute{};
  if (path == "/conflicts") return ConflictsRoute{};
  if (path == "/sync") return SyncRoute{};
  if (path == "/more") return MoreRoute{};
  if (path == "/setup") return SetupRoute{find_parameter(fragment, "token")};
  if (path == "/sign-in") {
    std::string next = find_parameter(query, "next");
    if (!next.empty()) next = format_route(parse_route(next));  // never leads out of this program
    return SignInRoute{next};
  }
  if (path.size() > kCustomers.size() && path.starts_with(kCustomers)) {
    if (const auto id = Uuid::parse(path.substr(kCustomers.size() + 1))) return CustomerRoute{*id};
  }
  if (const auto record = parse_record_route(path, query)) return *record;
  if (path != kCustomers) return CustomersRoute{};
  return CustomersRoute{parse_list(record_catalogue().get("customer"), query)};
}

std::string format_route(const Route& route) {
  return std::visit(Formatter{}, route);
}

namespace {

Route route_of_records(const AppState& state) {
  if (!state.records.type) return CustomersRoute{};
  const std::string table(state.records.type->table());
  if (!state.record_editor) return RecordListRoute{table, state.records};
  const RecordEditorState& editor = *state.record_editor;
  if (!editor.id) return NewRecordRoute{table, editor.made_for};
  return RecordRoute{{table, *editor.id}, editor.made_for};
}

std::string record_page(const AppState& state) {
  const Place* place = current_place(state);
  if (!state.record_editor) return std::string(place ? place->label : "");
  const RecordEditorState& editor = *state.record_editor;
  const std::string label(editor.type->label());
  if (!editor.id) return "New " + label;
  return editor.title.empty() ? label : editor.title;
}

}  // namespace

Route route_of(const AppState& state) {
  switch (state.screen) {
    case Screen::SignIn:
      return SignInRoute{state.sign_in.return_to};
    case Screen::Setup:
      return SetupRoute{state.setup.token};
    case Screen::Conflicts:
      return ConflictsRoute{};
    case Screen::Sync:
      return SyncRoute{};
    case Screen::More:
      return MoreRoute{};
    case Screen::Records:
      return route_of_records(state);
    case Screen::Starting:
    case Screen::Customers:
      break;
  }
  if (!state.editor) return CustomersRoute{state.customers};
  if (!state.editor->id) return NewCustomerRoute{};
  return CustomerRoute{*state.editor->id};
}

std::string title_of(const AppState& state) {
  constexpr std::string_view kProgram = "Customer Master";
  const auto titled = [&](std::string_view page) {
    return std::string(page) + " – " + std::string(kProgram);
  };
  switch (state.screen) {
    case Screen::Starting:
      return std::string(kProgram);
    case Screen::SignIn:
      return titled("Sign in");
    case Screen::Setup:
      return titled("First set-up");
    case Screen::Conflicts:
      return titled("Conflicts");
    case Screen::Sync:
      return titled("Sync");
    case Screen::More:
      return titled("More");
    case Screen::Records:
      return titled(record_page(state));
    case Screen::Customers:
      break;
  }
  if (!state.editor) return titled("Customers");
  if (!state.editor->existing) return titled("New Customer");
  const auto* name = std::get_if<std::string>(&state.editor->existing->customer.get("name"));
  return titled(name ? std::string_view(*name) : "Customer");
}

}  // namespace cm

#include "client/app/list_settings_json.h"

#include <nlohmann/json.hpp>

namespace cm {
namespace {

using nlohmann::json;

json view_to_json(const SavedView& saved) {
  json filters = json::array();
  for (const FilterValue& filter : saved.view.filters)
    filters.push_back(json::array({filter.name, filter.value}));
  return {{"name", saved.name},       {"search", saved.view.search_text},
          {"filters", filters},       {"sort", saved.view.sort},
          {"columns", saved.columns}, {"down", saved.view.order == SortOrder::Descending}};
}

SavedView view_from_json(const json& item) {
  SavedView saved;
  saved.name = item.at("name").get<std::string>();
  saved.view.search_text = item.at("search").get<std::string>();
  for (const json& filter : item.at("filters"))
    saved.view.filters.push_back(
        {filter.at(0).get<std::string>(), filter.at(1).get<std::string>()});
  saved.view.sort = item.at("sort").get<std::string>();
  saved.view.order = item.at("down").get<bool>() ? SortOrder::Descending : SortOrder::Ascending;
  saved.columns = item.at("columns").get<std::vector<std::string>>();
  return saved;
}

template <class Read>
void try_to(Read read) {
  try {
    read();
  } catch (const json::exception&) {
    // Of another version, or damaged: the list starts as if nothing had been chosen.
  }
}

}  // namespace

std::string encode_list_settings(const ListSettings& settings) {
  json views = json::array();
  for (const SavedView& saved : settings.saved_views) views.push_back(view_to_json(saved));
  const json out{
      {"columns", settings.chosen_columns}, {"compact", settings.compact}, {"views", views}};
  return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

ListSettings decode_list_settings(std::string_view text) {
  ListSettings settings;
  const json in = json::parse(text, nullptr, false);
  if (!in.is_object()) return settings;
  try_to([&] { settings.chosen_columns = in.at("columns").get<std::vector<std::string>>(); });
  try_to([&] { settings.compact = in.at("compact").get<bool>(); });
  try_to([&] {
    for (const json& item : in.at("views"))
      try_to([&] { settings.saved_views.push_back(view_from_json(item)); });
  });
  return settings;
}

}  // namespace cm

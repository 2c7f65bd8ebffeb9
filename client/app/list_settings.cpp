#include "client/app/list_settings.h"

#include <algorithm>

#include "client/app/list_columns.h"
#include "client/app/list_settings_json.h"
#include "client/app/queries.h"
#include "shared/base/utf8.h"

namespace cm {
namespace {

std::string setting_name(const AppState& state, const RecordType& type) {
  return "list:" + std::string(type.table()) + ":" + (state.session ? state.session->user : "");
}

}  // namespace

void load_list_settings(AppContext& app, ListState& list, const RecordType& type) {
  const std::string name = setting_name(app.state, type);
  if (list.settings_name == name) return;
  const auto text = app.replica.find_setting(name);
  static_cast<ListSettings&>(list) = text ? decode_list_settings(*text) : ListSettings{};
  for (SavedView& saved : list.saved_views)
    saved.view.filters = clean_filters(type, saved.view.filters);
  list.columns = columns_named(type, list.chosen_columns);
  list.settings_name = name;
}

void keep_list_settings(AppContext& app, const ListState& list, const RecordType& type) {
  const std::int64_t before = app.database.revision();
  app.replica.save_setting(setting_name(app.state, type), encode_list_settings(list));
  note_invisible_write(app, before);
}

SavedView* find_saved_view(ListState& list, std::string_view name) {
  const std::string wanted = fold_text(name);
  const auto found =
      std::find_if(list.saved_views.begin(), list.saved_views.end(),
                   [&](const SavedView& view) { return fold_text(view.name) == wanted; });
  return found == list.saved_views.end() ? nullptr : &*found;
}

const SavedView* find_current_view(const ListState& list) {
  for (const SavedView& saved : list.saved_views) {
    if (saved.view == static_cast<const ListView&>(list) && saved.columns == list.chosen_columns)
      return &saved;
  }
  return nullptr;
}

}  // namespace cm

#include "client/app/drafts.h"

#include "client/app/queries.h"

namespace cm {
namespace {

std::string setting_name(const std::optional<RecordId>& customer) {
  return "draft:" + (customer ? customer->text() : "new");
}

std::string setting_name(const RecordDraftKey& key) {
  std::string name = "draft:" + key.table + ":" + (key.id ? key.id->text() : "new");
  if (!key.id && key.made_for) name += ":" + key.made_for->table + "." + key.made_for->id.text();
  return name;
}

void keep(AppContext& app, const std::string& name, const std::string& text) {
  const std::int64_t before = app.database.revision();
  app.replica.save_setting(name, text);
  note_invisible_write(app, before);
}

void forget(AppContext& app, const std::string& name) {
  if (!app.replica.find_setting(name)) return;
  const std::int64_t before = app.database.revision();
  app.replica.remove_setting(name);
  note_invisible_write(app, before);
}

}  // namespace

std::optional<KeptDraft> find_draft(AppContext& app, const std::optional<RecordId>& customer) {
  const auto text = app.replica.find_setting(setting_name(customer));
  return text ? decode_draft(app.database.records(), *text) : std::nullopt;
}

void keep_draft(AppContext& app, const std::optional<RecordId>& customer, const KeptDraft& kept) {
  keep(app, setting_name(customer), encode_draft(kept));
}

void forget_draft(AppContext& app, const std::optional<RecordId>& customer) {
  forget(app, setting_name(customer));
}

std::optional<KeptRecordDraft> find_record_draft(AppContext& app, const RecordDraftKey& key) {
  const auto text = app.replica.find_setting(setting_name(key));
  return text ? decode_record_draft(app.database.records(), *text) : std::nullopt;
}

void keep_record_draft(AppContext& app, const RecordDraftKey& key, const KeptRecordDraft& kept) {
  keep(app, setting_name(key), encode_record_draft(kept));
}

void forget_record_draft(AppContext& app, const RecordDraftKey& key) {
  forget(app, setting_name(key));
}

}  // namespace cm

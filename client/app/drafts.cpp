#include "client/app/drafts.h"

#include "client/app/queries.h"

namespace cm {
namespace {

std::string setting_name(const std::optional<RecordId>& customer) {
  return "draft:" + (customer ? customer->text() : "new");
}

}  // namespace

std::optional<KeptDraft> find_draft(AppContext& app, const std::optional<RecordId>& customer) {
  const auto text = app.replica.find_setting(setting_name(customer));
  return text ? decode_draft(app.database.records(), *text) : std::nullopt;
}

void keep_draft(AppContext& app, const std::optional<RecordId>& customer, const KeptDraft& kept) {
  const std::int64_t before = app.database.revision();
  app.replica.save_setting(setting_name(customer), encode_draft(kept));
  note_invisible_write(app, before);
}

void forget_draft(AppContext& app, const std::optional<RecordId>& customer) {
  const std::string name = setting_name(customer);
  if (!app.replica.find_setting(name)) return;
  const std::int64_t before = app.database.revision();
  app.replica.remove_setting(name);
  note_invisible_write(app, before);
}

}  // namespace cm

// Bulk edit of the list on the screen: the rows that are selected, else all that it shows.
#include "client/app/bulk_edit.h"

#include "client/app/commands/commands.h"
#include "client/app/lists.h"
#include "client/app/toast.h"
#include "shared/base/utf8.h"
#include "shared/domain/field_text.h"

namespace cm {
namespace {

bool is_at_work(const AppState& state) {
  return state.bulk_edit && (state.bulk_edit->step == BulkStep::Applying);
}

// Something else is to be checked.
void choose_again(BulkEditState& bulk) {
  bulk.step = BulkStep::Choosing;
  bulk.problem.clear();
}

const BulkFieldBox* chosen_box(const BulkEditState& bulk) {
  for (const BulkFieldBox& box : bulk.boxes) {
    if (box.field->name == bulk.field) return &box;
  }
  return nullptr;
}

}  // namespace

void run_command(AppContext& app, const OpenBulkEdit&) {
  ListState* list = find_shown_list(app.state);
  if (!list || app.state.bulk_edit || list->total == 0) return;
  BulkEditState bulk;
  bulk.type = &type_of_shown_list(app.state);
  bulk.only_selected = !list->marked.empty();
  if (bulk.only_selected)
    bulk.ids.assign(list->marked.begin(), list->marked.end());
  else
    bulk.ids = list_shown_ids(app, 0, static_cast<std::size_t>(list->total));
  bulk.boxes = read_bulk_boxes(app, *bulk.type);
  if (bulk.boxes.empty())
    return show_error_toast(app, "Your role may not change these records.");
  app.state.bulk_edit = std::move(bulk);
}

void run_command(AppContext& app, const CloseBulkEdit&) {
  if (!app.state.bulk_edit) return;
  if (!is_at_work(app.state)) return app.state.bulk_edit.reset();
  BulkEditState& bulk = *app.state.bulk_edit;
  bulk.ids.erase(bulk.ids.begin() + static_cast<std::ptrdiff_t>(bulk.done), bulk.ids.end());
  continue_bulk_edit(app);  // what is done stays, and can be undone
}

void run_command(AppContext& app, const ChooseBulkField& action) {
  if (!app.state.bulk_edit || is_at_work(app.state)) return;
  BulkEditState& bulk = *app.state.bulk_edit;
  bulk.field = action.field;
  const BulkFieldBox* box = chosen_box(bulk);
  if (!box) bulk.field.clear();
  bulk.text = box && !box->options.empty() ? box->options.front().first : "";
  ++bulk.revision;
  choose_again(bulk);
}

void run_command(AppContext& app, const EditBulkValue& action) {
  if (!app.state.bulk_edit || is_at_work(app.state)) return;
  app.state.bulk_edit->text = action.text;
  choose_again(*app.state.bulk_edit);
}

void run_command(AppContext& app, const EditBulkReason& action) {
  if (!app.state.bulk_edit) return;
  app.state.bulk_edit->reason = action.text;
  app.state.bulk_edit->reason_missing = false;
}

void run_command(AppContext& app, const CheckBulkEdit&) {
  if (!app.state.bulk_edit || app.state.bulk_edit->step != BulkStep::Choosing) return;
  BulkEditState& bulk = *app.state.bulk_edit;
  const BulkFieldBox* box = chosen_box(bulk);
  if (!box) {
    bulk.problem = "Choose a field.";
    return;
  }
  const FieldParse parsed = parse_field(*box->field, bulk.text);
  if (has_grade(parsed.findings, Grade::Error)) {
    bulk.problem = parsed.findings.front().text;
    return;
  }
  start_bulk_check(app);
}

void run_command(AppContext& app, const ApplyBulkEdit&) {
  if (!app.state.bulk_edit || app.state.bulk_edit->step != BulkStep::Checked) return;
  BulkEditState& bulk = *app.state.bulk_edit;
  bulk.reason_missing = bulk.reason_needed && clean_text(to_valid_utf8(bulk.reason)).empty();
  if (bulk.to_change == 0 || !app.state.session) return;
  if (bulk.reason_missing)
    return app.platform.announce("Say why these warnings are accepted.", Politeness::Assertive);
  start_bulk_apply(app);
}

void run_command(AppContext& app, const UndoBulkEdit&) {
  if (!app.state.bulk_undo || app.state.bulk_undo->running) return;
  hide_toast(app);
  start_bulk_undo(app);
}

}  // namespace cm

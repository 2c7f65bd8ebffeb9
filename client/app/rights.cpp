#include "client/app/rights.h"

#include <optional>

#include "shared/domain/permissions.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

const RecordType& type_of(QuickPart part) {
  switch (part) {
    case QuickPart::Contact:
      return record_catalogue().get("contact");
    case QuickPart::Billing:
    case QuickPart::Shipping:
      return record_catalogue().get("address");
    case QuickPart::Customer:
      break;
  }
  return record_catalogue().get("customer");
}

bool has_part(const CustomerEditorState& editor, QuickPart part) {
  if (!editor.existing) return false;
  switch (part) {
    case QuickPart::Contact:
      return editor.existing->contact.has_value();
    case QuickPart::Billing:
      return editor.existing->billing.has_value();
    case QuickPart::Shipping:
      return editor.existing->shipping.has_value();
    case QuickPart::Customer:
      break;
  }
  return true;
}

std::string field_refusal(Role role, const QuickField& quick, RowExists exists) {
  const RecordType& type = type_of(quick.part);
  const FieldValue something{field_of(quick).number, Value(std::int64_t{1})};
  return check_permission(role, {type, ChangeKind::Put, false, {&something, 1}}, exists);
}

void refresh_editor_rights(CustomerEditorState& editor, std::optional<Role> role) {
  editor.readonly.clear();
  if (!role) return;
  for (const QuickField& quick : quick_fields()) {
    const RowExists exists = has_part(editor, quick.part) ? RowExists::Yes : RowExists::No;
    if (std::string why = field_refusal(*role, quick, exists); !why.empty())
      editor.readonly.emplace(std::string(quick.name), std::move(why));
  }
}

void refresh_record_rights(RecordEditorState& editor, std::optional<Role> role) {
  editor.readonly.clear();
  editor.may_save = editor.may_delete = true;
  if (!role) return;
  const RowExists exists = editor.id ? RowExists::Yes : RowExists::No;
  std::size_t open = 0;
  for (const Field& field : editor.type->fields()) {
    if (!is_on_form(field)) continue;
    const FieldValue something{field.number, Value(std::int64_t{1})};
    std::string why =
        check_permission(*role, {*editor.type, ChangeKind::Put, false, {&something, 1}}, exists);
    if (why.empty())
      ++open;
    else
      editor.readonly.emplace(std::string(field.name), std::move(why));
  }
  editor.may_save = open > 0;
  editor.may_delete = may(*role, RecordAct::Hide, *editor.type);
}

void refresh_list_rights(AppState& state, std::optional<Role> role) {
  if (state.records.type) {
    const RecordType& type = *state.records.type;
    state.records.may_create = !role || may(*role, RecordAct::Create, type);
    state.records.may_change = !role || may(*role, RecordAct::Change, type);
  }
  for (RelatedList& list : state.related) {
    const RecordType* type = record_catalogue().find(std::string_view(list.table));
    const RecordType* link = record_catalogue().find(std::string_view(list.table + "_link"));
    list.may_create = !role || !type || may(*role, RecordAct::Create, *type);
    list.may_unlink = !role || !link || may(*role, RecordAct::Hide, *link);
  }
}

std::optional<Role> role_of(const AppState& state) {
  return state.session ? parse_role(state.session->role) : std::nullopt;
}

}  // namespace

void refresh_rights(AppState& state) {
  const std::optional<Role> role = role_of(state);
  state.rights = {};
  if (role) {
    const RecordType& customer = record_catalogue().get("customer");
    state.rights.write = may(*role, Act::Write);
    state.rights.create_customers = state.rights.write && may(*role, RecordAct::Create, customer);
    state.rights.decide_conflicts = may(*role, Act::DecideConflicts);
  }
  if (state.editor) refresh_editor_rights(*state.editor, role);
  if (state.record_editor) refresh_record_rights(*state.record_editor, role);
  refresh_list_rights(state, role);
}

std::string restore_refusal(const AppState& state, const Conflict& conflict) {
  const std::optional<Role> role = role_of(state);
  const RecordType* type = record_catalogue().find(conflict.table);
  if (!role || type == nullptr) return {};
  return check_permission(*role, {*type, ChangeKind::Put, false, conflict.loser}, RowExists::Yes);
}

}  // namespace cm

#include "client/app/app.h"

#include "client/app/bulk_edit.h"
#include "client/app/commands/commands.h"
#include "client/app/conflicts.h"
#include "client/app/context.h"
#include "client/app/denials.h"
#include "client/app/editor.h"
#include "client/app/failure_text.h"
#include "client/app/navigation.h"
#include "client/app/queries.h"
#include "client/app/record_editor.h"
#include "client/app/rights.h"
#include "client/app/sessions.h"
#include "client/app/toast.h"

namespace cm {
namespace {

constexpr std::int64_t kKeepDraftAgainMs = 10'000;  // after the disk refused

}  // namespace

struct App::Parts {
  Parts(Platform& platform, Database& database)
      : replica(database, platform.clock(), platform.random()),
        records(database),
        queries(database),
        search(database),
        requests(platform),
        wakes(platform),
        sync(replica, platform, requests, wakes, state),
        context{platform, database, replica, records, queries,
                search,   requests, wakes,   sync,    state} {}

  // The boundary where failures turn into words. Afterwards all that is shown is true again.
  template <class Work>
  void run(Work work) {
    state.now_ms = context.now_ms();
    try_to(work);
    try_to([this] { after_event(); });
    context.platform.request_frame();
  }

  template <class Work>
  void try_to(Work work) {
    try {
      work();
    } catch (const Failure& failure) {
      show_error_toast(context, failure_text(failure));
    }
  }

  void after_event() {
    if (const auto denied = sync.take_denied(); !denied.empty())
      show_error_toast(context, denial_text(records, denied));
    refresh_views(context);
    refresh_rights(state);
    if (!state.session) return;
    if (!sync.take_finished_pull()) return;
    leave_gone_customer(context);
    fetch_conflicts(context);
  }

  void wake(WakeReason reason) {
    switch (reason) {
      case WakeReason::Sync:
        if (state.session) sync.handle(Ticked{});
        return;
      case WakeReason::KeepDraft:
        return keep_draft_or_retry();
      case WakeReason::HideToast:
        return hide_toast(context);
      case WakeReason::ShowSearch:
        return show_url(context, UrlChange::Replace);
      case WakeReason::BulkEdit:
        return continue_bulk_edit(context);
    }
  }

  void keep_draft_or_retry() {
    try {
      keep_draft_now(context);
      keep_record_draft_now(context);
    } catch (const Failure& failure) {
      wakes.set(WakeReason::KeepDraft, context.now_ms() + kKeepDraftAgainMs);
      const std::string problem =
          "What you type here cannot be kept at the moment. " + failure_text(failure);
      if (state.editor) state.editor->problem = problem;
      if (state.record_editor) state.record_editor->problem = problem;
    }
  }

  AppState state;
  Replica replica;
  RecordStore records;
  RecordQueries queries;
  CustomerSearch search;
  Requests requests;
  Wakes wakes;
  SyncDriver sync;
  AppContext context;
};

App::App(Platform& platform, Database& database)
    : parts_(std::make_unique<Parts>(platform, database)) {}
App::~App() = default;

const AppState& App::state() const {
  return parts_->state;
}

void App::start(std::string_view url) {
  parts_->run([&] {
    AppContext& app = parts_->context;
    app.state.session = find_kept_session(app);
    refresh_views(app);
    go_to(app, parse_route(url), UrlChange::Replace);
    if (!app.state.session) {
      app.sync.handle(SignedOut{});
      return send_pending_sign_out(app);
    }
    app.sync.handle(Started{});
    verify_session(app);
    fetch_conflicts(app);
  });
}

void App::run(const Actions& actions) {
  for (const Action& action : actions) {
    parts_->run(
        [&] { std::visit([&](const auto& what) { run_command(parts_->context, what); }, action); });
  }
}

void App::on_url(std::string_view url) {
  parts_->run([&] {
    const Route route = parse_route(url);
    if (!(route == route_of(parts_->state))) go_to(parts_->context, route, UrlChange::Keep);
  });
}

void App::on_http_answer(const HttpAnswer& answer) {
  parts_->run([&] { parts_->requests.answer(answer); });
}

void App::on_wake() {
  for (const WakeReason reason : parts_->wakes.take_due(parts_->context.now_ms())) {
    parts_->run([&] { parts_->wake(reason); });
  }
}

void App::on_network(bool online) {
  parts_->run([&] {
    if (parts_->state.session) return parts_->sync.handle(NetworkChanged{online});
    if (online) send_pending_sign_out(parts_->context);
  });
}

void App::on_visibility(bool visible) {
  parts_->run([&] {
    if (!visible) keep_draft_now(parts_->context);
    if (!visible) keep_record_draft_now(parts_->context);
    if (parts_->state.session) parts_->sync.handle(VisibilityChanged{visible});
  });
}

void App::on_update_ready() {
  parts_->run([&] { parts_->state.update_ready = true; });
}

void App::on_persistence(bool granted) {
  parts_->run([&] { parts_->state.storage_persisted = granted; });
}

}  // namespace cm

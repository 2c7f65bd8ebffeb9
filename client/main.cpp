// The browser program: puts the database, the app, the screens and the page together, and gives the
// worker (web/src/worker) its way in: cm_start once, then cm_message, cm_http_answer, cm_wake and cm_frame.
#include <imgui.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "client/app/app.h"
#include "client/platform/web/browser.h"
#include "client/platform/web/event_order.h"
#include "client/platform/web/gl_canvas.h"
#include "client/platform/web/messages_json.h"
#include "client/platform/web/opfs_vfs.h"
#include "client/platform/web/web_platform.h"
#include "client/ui/ui.h"
#include "shared/base/ensure.h"
#include "shared/base/failure.h"
#include "shared/domain/records/catalogue.h"
#include "shared/store/database.h"

namespace cm {
namespace {

constexpr int kFramesAfterInput = 2;  // ImGui settles its layout in the second

struct Fonts {
  std::vector<std::uint8_t> regular, bold;
};

class Program {
 public:
  // Throws Failure when the database cannot be opened; it is then as it was.
  Program(GlCanvas canvas, Fonts fonts, std::string device_name, const PageEvents& first, std::string_view url);
  void handle(const PageEvents& message);
  void handle_http_answer(const HttpAnswer& answer);
  void wake();
  bool draw();  // on the canvas; true = another frame is due
  void lose_context() { canvas_.lose(); }
  void restore_context();

 private:
  enum class Target { Canvas, Nothing };
  bool draw_to(Target target);
  void apply(const PageEvent& event);
  void apply(const UiEvent& event);
  void apply(const PageSize& size);
  void apply(const PageEnvironment& change);
  void apply(const UrlChanged& change) { app_->on_url(change.url); }
  void apply(const UpdateWaiting&) { app_->on_update_ready(); }
  void apply(const PersistenceAnswered& answer) { app_->on_persistence(answer.granted); }

  WebPlatform platform_;
  GlCanvas canvas_;
  Fonts fonts_;
  Environment environment_;
  float fonts_dpr_ = 0;
  Ui ui_;
  EventOrder order_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<App> app_;
  std::optional<UnixMs> last_frame_ms_;
  bool ready_ = false;
};

Program::Program(GlCanvas canvas, Fonts fonts, std::string device_name, const PageEvents& first, std::string_view url)
    : platform_(std::move(device_name)), canvas_(canvas), fonts_(std::move(fonts)) {
  database_ = Database::open(kOpfsDatabaseName, {DatabaseKind::Replica, kOpfsVfsName}, record_catalogue());
  app_ = std::make_unique<App>(platform_, *database_);
  app_->start(url);
  handle(first);
}

void Program::handle(const PageEvents& message) {
  for (const PageEvent& event : message.events) apply(event);
  platform_.flush();
  browser::request_frames(kFramesAfterInput);
}

void Program::handle_http_answer(const HttpAnswer& answer) {
  app_->on_http_answer(answer);
  platform_.flush();
}

void Program::wake() {
  app_->on_wake();
  platform_.flush();
}

bool Program::draw() { return draw_to(Target::Canvas); }

bool Program::draw_to(Target target) {
  const UnixMs now_ms = browser::now_ms();
  const UnixMs passed_ms = last_frame_ms_ ? now_ms - *last_frame_ms_ : 0;
  last_frame_ms_ = now_ms;
  // ImGui wants a positive step; after idle time no animation may jump.
  ImGui::GetIO().DeltaTime = passed_ms < 1 ? 0.001f : passed_ms > 50 ? 0.05f : static_cast<float>(passed_ms) / 1000.0f;
  if (target == Target::Canvas) canvas_.begin_frame();
  FrameResult frame = ui_.draw(app_->state());
  if (target == Target::Canvas) canvas_.present();
  order_.drawn();

  const bool acted = !frame.actions.empty();
  app_->run(frame.actions);
  PageUpdate& update = platform_.pending();
  update.semantics = std::move(frame.semantics);
  update.focus = frame.focus;
  if (frame.scroll_to) {
    update.scroll_node = frame.scroll_node;
    update.scroll_y = *frame.scroll_to;
  }
  update.ready = !ready_ && target == Target::Canvas && app_->state().screen != Screen::Starting;
  ready_ = ready_ || update.ready;
  platform_.flush();
  return frame.wants_another_frame || acted;
}

void Program::restore_context() {
  canvas_.restore();
  browser::request_frames(kFramesAfterInput);
}

void Program::apply(const PageEvent& event) {
  std::visit([this](const auto& kind) { apply(kind); }, event);
}

void Program::apply(const UiEvent& event) {
  if (order_.needs_frame_before(event)) draw_to(Target::Nothing);
  ui_.handle(event);
  order_.handled(event);
}

void Program::apply(const PageSize& size) {
  environment_.size = size.view;
  canvas_.resize(size.device_w, size.device_h);
  ui_.set_environment(environment_);
  if (size.view.dpr == fonts_dpr_) return;
  fonts_dpr_ = size.view.dpr;
  ui_.load_fonts(fonts_.regular, fonts_.bold, fonts_dpr_);
  canvas_.upload_fonts();
}

void Program::apply(const PageEnvironment& change) {
  environment_.coarse_pointer = change.coarse_pointer.value_or(environment_.coarse_pointer);
  environment_.reduced_motion = change.reduced_motion.value_or(environment_.reduced_motion);
  environment_.theme = change.theme.value_or(environment_.theme);
  ui_.set_environment(environment_);
  if (change.online) app_->on_network(*change.online);
  if (change.visible) app_->on_visibility(*change.visible);
}

// --- What the worker calls. Nothing that is thrown gets past these: it ends the program with a plain panel.

std::unique_ptr<Program> program;

std::string_view stop_code(FailureCode code) {
  switch (code) {
    case FailureCode::DatabaseTooNew: return "database_too_new";
    case FailureCode::DatabaseUnreadable: return "database_unreadable";
    case FailureCode::DatabaseBusy: return "other_tab";
    case FailureCode::DiskFull: return "disk_full";
    default: return "crash";
  }
}

template <typename Work>
auto guarded(Work work) -> decltype(work()) {
  using Result = decltype(work());
  try {
    return work();
  } catch (const Failure& failure) {
    browser::stop(std::string(stop_code(failure.code())), failure.what());
  } catch (const std::exception& error) {
    browser::stop("crash", error.what());
  }
  return Result();
}

Fonts take_fonts(const std::uint8_t* regular, int regular_size, const std::uint8_t* bold, int bold_size) {
  return {std::vector<std::uint8_t>(regular, regular + regular_size),
          std::vector<std::uint8_t>(bold, bold + bold_size)};
}

}  // namespace
}  // namespace cm

extern "C" {

void cm_start(const char* events_json, const char* url, const char* device_name, const std::uint8_t* regular,
              int regular_size, const std::uint8_t* bold, int bold_size) {
  cm::guarded([&] {
    ENSURE(!cm::program, "the program starts once");
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    cm::GlCanvas canvas;
    if (!canvas.open()) {
      cm::browser::stop("no_webgl", "This browser gave no WebGL 2 drawing surface.");
      return;
    }
    cm::program = std::make_unique<cm::Program>(canvas, cm::take_fonts(regular, regular_size, bold, bold_size),
                                                device_name, cm::parse_page_events(events_json), url);
  });
}

void cm_message(const char* events_json) {
  cm::guarded([&] { cm::program->handle(cm::parse_page_events(events_json)); });
}

// `retry_after_ms` below 0: the answer named none.
void cm_http_answer(unsigned id, int status, const char* body, const char* content_type, double retry_after_ms) {
  cm::guarded([&] {
    cm::HttpAnswer answer;
    answer.id = id;
    answer.status = status;
    answer.body = body;
    answer.content_type = content_type;
    if (retry_after_ms >= 0) answer.retry_after_ms = static_cast<std::int64_t>(retry_after_ms);
    cm::program->handle_http_answer(answer);
  });
}

void cm_wake() {
  cm::guarded([] { cm::program->wake(); });
}

int cm_frame() {
  return cm::guarded([] { return cm::program->draw() ? 1 : 0; });
}

void cm_context_lost() {
  cm::guarded([] { cm::program->lose_context(); });
}

void cm_context_restored() {
  cm::guarded([] { cm::program->restore_context(); });
}

}  // extern "C"

int main() { return 0; }  // the runtime is up; cm_start begins

#include "tests/unit/client/app/device.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>

#include "client/app/session_json.h"
#include "shared/domain/records/catalogue.h"
#include "shared/sync/protocol_json.h"

namespace cm::test {
namespace {

std::filesystem::path make_folder() {
  static std::atomic<int> count{0};
  auto folder = std::filesystem::temp_directory_path() /
                ("cm_client_app_" + std::to_string(::getpid()) + "_" + std::to_string(++count));
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace

Device::Device(std::uint64_t seed)
    : platform(std::make_unique<HeadlessPlatform>(kMorningMs, seed)), folder_(make_folder()) {
  open();
}

Device::~Device() {
  app.reset();
  database.reset();
  std::filesystem::remove_all(folder_);
}

void Device::open() {
  app.reset();
  database.reset();
  OpenOptions options;
  options.kind = DatabaseKind::Replica;
  database = Database::open((folder_ / "replica.db").string(), options, record_catalogue());
  app = std::make_unique<App>(*platform, *database);
}

void Device::start(std::string_view url) {
  platform->open_requests.clear();
  platform->navigations.clear();
  platform->wake_at_ms.reset();
  open();
  app->start(url);
}

void Device::start_signed_in(std::string_view user, std::string_view url) {
  start(url);
  act(EditSignIn{"user", std::string(user)}, EditSignIn{"password", "correct horse"},
      SubmitSignIn{});
  answer_session("POST", user);
  settle();
}

const CustomerEditorState& Device::editor() const {
  REQUIRE(state().editor);
  return *state().editor;
}

void Device::fill(std::string_view field, std::string_view text) {
  act(EditCustomerField{std::string(field), std::string(text)},
      LeaveCustomerField{std::string(field)});
}

void Device::fill(std::initializer_list<std::pair<std::string_view, std::string_view>> boxes) {
  for (const auto& [field, text] : boxes) fill(field, text);
}

std::string Device::box(std::string_view field) const {
  const auto found = editor().draft.text.find(std::string(field));
  return found == editor().draft.text.end() ? std::string() : found->second;
}

const Finding* Device::find_finding(std::string_view field, std::string_view code) const {
  const Findings& findings = editor().findings;
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.field == field && finding.code == code;
  });
  return found == findings.end() ? nullptr : &*found;
}

bool Device::announced(std::string_view part) const {
  return std::any_of(
      platform->announcements.begin(), platform->announcements.end(),
      [&](const Announcement& each) { return each.text.find(part) != std::string::npos; });
}

bool Device::has_request(std::string_view method, std::string_view path) const {
  return std::any_of(
      platform->open_requests.begin(), platform->open_requests.end(),
      [&](const HttpRequest& each) { return each.method == method && each.path == path; });
}

HttpRequest Device::answer(std::string_view method, std::string_view path, int status,
                           std::string body) {
  CAPTURE(method);
  CAPTURE(path);
  const auto request = platform->take_request(method, path);
  REQUIRE(request);
  HttpAnswer answer;
  answer.id = request->id;
  answer.status = status;
  answer.body = std::move(body);
  const bool is_page = answer.body.rfind("<", 0) == 0;  // a Wi-Fi sign-in page
  if (status != 0) answer.content_type = is_page ? "text/html" : "application/json";
  app->on_http_answer(answer);
  return *request;
}

void Device::lose(std::string_view method, std::string_view path) {
  answer(method, path, 0);
}

void Device::answer_session(std::string_view method, std::string_view user) {
  answer(method, "/v1/session", 200,
         encode_session({std::string(user), "Person " + std::string(user), "office"}));
}

PushRequest Device::open_push() const {
  const auto sent = std::find_if(platform->open_requests.begin(), platform->open_requests.end(),
                                 [](const HttpRequest& each) { return each.path == "/v1/push"; });
  REQUIRE(sent != platform->open_requests.end());
  const auto push = decode_push(record_catalogue(), sent->body);
  REQUIRE(push);
  REQUIRE_FALSE(push->ops.empty());
  return *push;
}

std::vector<Operation> Device::answer_push() {
  const PushRequest push = open_push();
  for (const Operation& operation : push.ops) take_at_server(operation, push.device);
  reply_to_push(push, OpOutcome::Applied, {});
  return push.ops;
}

void Device::deny_push(const std::string& reason) {
  reply_to_push(open_push(), OpOutcome::Denied, reason);
}

void Device::reply_to_push(const PushRequest& push, OpOutcome outcome, const std::string& reason) {
  PushReply reply;
  reply.last = push.ops.back().seq;
  for (const Operation& operation : push.ops)
    reply.results.push_back({operation.seq, outcome, {}, reason});
  reply.now_ms = platform->clock().now_ms();
  reply.head = ++change_counter_;
  answer("POST", "/v1/push", 200, encode_push_reply(reply));
}

void Device::take_at_server(const Operation& operation, DeviceId device) {
  const RecordType& type = record_catalogue().get(operation.table);
  PulledRow& row = server_rows_.try_emplace(operation.id, operation.id).first->second;
  row.table = operation.table;
  for (const FieldValue& value : operation.fields) {
    std::erase_if(row.fields, [&](const FieldValue& each) { return each.field == value.field; });
    row.fields.push_back(value);
    row.versions[type.unit_lead(value.field)] = {device, operation.seq};
  }
  std::sort(row.fields.begin(), row.fields.end(),
            [](const auto& a, const auto& b) { return a.field < b.field; });
  row.changed = {"asha", device, operation.wall_ms};
  if (row.created.user.empty()) row.created = row.changed;
  server_news_.insert(operation.id);
}

void Device::keep_settings_from_going() {
  database->sqlite().exec(
      "CREATE TEMP TRIGGER stays BEFORE DELETE ON main.setting "
      "BEGIN SELECT RAISE(ABORT, 'crashed before'); END");
}

PulledRow Device::row_at_server(std::string_view table) const {
  const auto found = std::find_if(server_rows_.begin(), server_rows_.end(),
                                  [&](const auto& each) { return each.second.table == table; });
  REQUIRE(found != server_rows_.end());
  return found->second;
}

void Device::answer_pull(const std::vector<PulledRow>& rows, bool more) {
  PullReply reply;
  for (const RecordId& id : std::exchange(server_news_, {}))
    reply.rows.push_back(server_rows_.at(id));
  reply.rows.insert(reply.rows.end(), rows.begin(), rows.end());
  for (PulledRow& row : reply.rows) row.seq = ++change_counter_;
  reply.next = {"epoch-1", change_counter_, "salt-" + std::to_string(change_counter_)};
  reply.more = more;
  reply.head = change_counter_;
  reply.now_ms = platform->clock().now_ms();
  answer("POST", "/v1/pull", 200, encode_pull_reply(record_catalogue(), reply));
}

void Device::answer_conflicts(const std::vector<Conflict>& conflicts) {
  answer("GET", "/v1/conflicts", 200, encode_conflicts(record_catalogue(), conflicts));
}

void Device::settle() {
  for (int round = 0; round < 50 && !platform->open_requests.empty(); ++round) {
    const HttpRequest next = platform->open_requests.front();
    if (next.path == "/v1/push")
      answer_push();
    else if (next.path == "/v1/pull")
      answer_pull();
    else if (next.path == "/v1/conflicts")
      answer_conflicts(state().conflicts.conflicts);
    else if (next.method == "GET")
      answer_session("GET", state().session ? state().session->user : "");
    else
      answer(next.method, next.path, 204);
  }
  REQUIRE(platform->open_requests.empty());
}

void Device::go_offline() {
  app->on_network(false);
  for (int round = 0; round < 50 && !platform->open_requests.empty(); ++round) {
    const HttpRequest next = platform->open_requests.front();
    lose(next.method, next.path);
  }
  REQUIRE(platform->open_requests.empty());
}

void Device::wake() {
  REQUIRE(platform->wake_at_ms);
  const UnixMs at_ms = *std::exchange(platform->wake_at_ms, std::nullopt);
  if (at_ms > platform->clock().now_ms()) platform->manual_clock().set_ms(at_ms);
  app->on_wake();
}

void Device::fill_disk() {
  const int pages = database->sqlite().execAndGet("PRAGMA page_count").getInt();
  database->sqlite().exec("PRAGMA max_page_count=" + std::to_string(pages));
}

void Device::free_disk() {
  database->sqlite().exec("PRAGMA max_page_count=1073741823");
}

template <class A>
void Device::queue(A action) {
  queued_.push_back(std::move(action));
}

void Device::run_queued() {
  app->run(std::exchange(queued_, {}));
}

// Called by nobody: that it names every queue makes the compiler write them here.
template <class... A>
void Device::name_every_queue(std::variant<A...>*) {
  [[gnu::used]] static const auto every = std::tuple{&Device::queue<A>...};
}
template void Device::name_every_queue(Action*);

}  // namespace cm::test

// Goal: what one side writes the other reads; what nobody of ours would write is refused with its
// code. Method: round trips of full messages, then a table of hostile inputs made from them.
#include <doctest/doctest.h>

#include "shared/sync/protocol_errors.h"
#include "tests/unit/sync/protocol_samples.h"

namespace {

using namespace cm;
using namespace cm::sample;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("protocol: a push comes back as it was sent") {
  const PushRequest sent = full_push();
  const auto got = decode_push(records(), encode_push(records(), sent));
  REQUIRE(got);
  CHECK(got->schema == sent.schema);
  CHECK(got->device == sent.device);
  CHECK(got->sent_ms == sent.sent_ms);
  REQUIRE(got->ops.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CAPTURE(i);
    const Operation& a = sent.ops[i];
    const Operation& b = got->ops[i];
    CHECK(b.seq == a.seq);
    CHECK(b.wall_ms == a.wall_ms);
    CHECK(b.commit_seq == a.commit_seq);
    CHECK(b.source == a.source);
    CHECK(b.kind == a.kind);
    CHECK(b.table == a.table);
    CHECK(b.id == a.id);
    CHECK(b.fields == a.fields);
    CHECK(b.unknown == a.unknown);
    CHECK(b.base == a.base);
  }
}

TEST_CASE("protocol: what is usual is left out of an operation") {
  PushRequest request = full_push();
  request.ops = {Operation(row_id(1))};
  request.ops[0].seq = request.ops[0].commit_seq = 7;
  request.ops[0].table = "shop";
  request.ops[0].fields = {{kName, std::string("Asha")}};
  CHECK(
      encode_push(records(), request) ==
      R"({"proto":1,"schema":3,"device":4503599627370449,"sent_ms":1732240000123,"ops":[{"n":7,"wall":0,"e":"shop",)"
      R"("id":"01000000-0000-0000-0000-000000000001","set":{"1":"Asha"}}]})");
  const auto got = decode_push(records(), encode_push(records(), request));
  REQUIRE(got);
  CHECK(got->ops[0].commit_seq == 7);
  CHECK(got->ops[0].source == ChangeSource::Form);
  CHECK(got->ops[0].kind == ChangeKind::Put);
}

TEST_CASE("protocol: a push reply comes back as it was sent") {
  const PushReply sent = full_push_reply();
  const auto got = decode_push_reply(encode_push_reply(sent));
  REQUIRE(got);
  CHECK(got->last == sent.last);
  CHECK(got->head == sent.head);
  CHECK(got->now_ms == sent.now_ms);
  REQUIRE(got->results.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(got->results[i].seq == sent.results[i].seq);
    CHECK(got->results[i].outcome == sent.results[i].outcome);
    CHECK(got->results[i].conflict_ids == sent.results[i].conflict_ids);
    CHECK(got->results[i].reason == sent.results[i].reason);
  }
}

TEST_CASE("protocol: a pull and its page come back as they were sent") {
  const auto pull = decode_pull(encode_pull(full_pull()));
  REQUIRE(pull);
  CHECK(pull->have == full_pull().have);
  CHECK(pull->rows_max == 500);

  const PullReply sent = full_pull_reply();
  const auto got = decode_pull_reply(records(), encode_pull_reply(records(), sent));
  REQUIRE(got);
  CHECK(got->next == sent.next);
  CHECK(got->more == sent.more);
  CHECK(got->head == sent.head);
  REQUIRE(got->rows.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    const PulledRow& a = sent.rows[i];
    const PulledRow& b = got->rows[i];
    CHECK(b.seq == a.seq);
    CHECK(b.table == a.table);
    CHECK(b.id == a.id);
    CHECK(b.deleted == a.deleted);
    CHECK(b.fields == a.fields);
    CHECK(b.unknown == a.unknown);
    CHECK(b.versions == a.versions);
    CHECK(b.created == a.created);
    CHECK(b.changed == a.changed);
  }
}

TEST_CASE("protocol: the past of a record comes back as it was sent") {
  const auto got = decode_past(records(), encode_past(full_past()));
  REQUIRE(got);
  REQUIRE(got->size() == 1);
  const PastChange sent = full_past()[0];
  const PastChange& back = got->front();
  CHECK(back.table == sent.table);
  CHECK(back.row_id == sent.row_id);
  CHECK(back.row_name == sent.row_name);
  CHECK(back.stamp == sent.stamp);
  CHECK(back.device_name == sent.device_name);
  CHECK(back.source == sent.source);
  CHECK(back.kind == sent.kind);
  CHECK(back.before == sent.before);
  CHECK(back.after == sent.after);
  CHECK(back.lost == sent.lost);
  for (const char* bad : {"", "{}", R"({"changes":{}})", R"({"changes":[{}]})", R"({"changes":[1]})"})
    CHECK_FALSE(decode_past(records(), bad));
}

TEST_CASE("protocol: the conflict list comes back as it was sent") {
  const auto got = decode_conflicts(records(), encode_conflicts(records(), full_conflicts()));
  REQUIRE(got);
  REQUIRE(got->size() == 1);
  const Conflict sent = full_conflicts()[0];
  const Conflict& back = got->front();
  CHECK(back.id == sent.id);
  CHECK(back.row_id == sent.row_id);
  CHECK(back.row_name == sent.row_name);
  CHECK(back.reason == sent.reason);
  CHECK(back.lead == sent.lead);
  CHECK(back.kind == sent.kind);
  CHECK(back.state == sent.state);
  CHECK(back.winner == sent.winner);
  CHECK(back.winner_dot == sent.winner_dot);
  CHECK(back.winner_stamp == sent.winner_stamp);
  CHECK(back.winner_device_name == sent.winner_device_name);
  CHECK(back.loser == sent.loser);
  CHECK(back.loser_dot == sent.loser_dot);
  CHECK(back.loser_stamp == sent.loser_stamp);
  CHECK(back.loser_device_name == sent.loser_device_name);
}

TEST_CASE("protocol: an error comes back as it was sent, with and without the last seq") {
  ErrorReply error = make_error_reply("push.gap");
  error.last = 17;
  const auto got = decode_error(encode_error(error));
  REQUIRE(got);
  CHECK(got->code == "push.gap");
  CHECK(got->text == error.text);
  CHECK(got->last == 17);
  CHECK_FALSE(decode_error(encode_error(make_error_reply("session.required")))->last.has_value());
}

TEST_CASE("protocol: a table that is not known keeps its fields as they came") {
  PushRequest request = full_push();
  request.ops.pop_back();
  request.ops[0].table = "warehouse";
  const auto got = decode_push(records(), encode_push(records(), request));
  REQUIRE(got);
  CHECK(got->ops[0].table == "warehouse");
  CHECK(got->ops[0].fields.empty());
  REQUIRE(got->ops[0].unknown.size() == 6);
  CHECK(got->ops[0].unknown[1] == UnknownField{kGstin, "\"27AABCS1234F1ZR\""});
  // And they go out again unchanged.
  CHECK(encode_push(records(), *got) == encode_push(records(), request));
}

TEST_CASE("protocol: numbers of unknown fields keep their text") {
  for (const char* json :
       {R"({"77":1.50})", R"({"77":18446744073709551615})", R"({"77":1e3})", R"({"77":-0.0})"}) {
    CAPTURE(json);
    const auto got = decode_values(&shop(), json);
    REQUIRE(got);
    CHECK(encode_values(got->values, got->unknown) == json);
  }
}

TEST_CASE("protocol: values are written in order of field, and blanks do not count for equality") {
  const std::vector<FieldValue> values = {
      {kPhone, std::string("9")}, {kName, std::string("A")}, {kGroup, Blank{}}};
  const std::vector<UnknownField> unknown = {{kUnknown, "null"}, {5, "[1]"}};
  CHECK(encode_values(values, unknown) == R"({"1":"A","5":[1],"9":"9","30":null,"77":null})");
  CHECK(canonical_values(values, unknown) == R"({"1":"A","5":[1],"9":"9"})");
}

TEST_CASE("protocol: malformed UTF-8 never leaves") {
  const std::string json = encode_values({{kName, std::string("a\xff\xc0z")}}, {});
  CHECK(decode_values(&shop(), json).has_value());
}

TEST_CASE("protocol: versions are grouped by dot") {
  const std::map<FieldNumber, Dot> versions = {
      {1, {kDesk, 40}}, {3, {kTablet, 1}}, {16, {kDesk, 40}}, {0, {kDesk, 2}}};
  CHECK(encode_versions(versions) == "[[88112233,2,0],[88112233,40,1,16],[4503599627370449,1,3]]");
  CHECK(decode_versions(encode_versions(versions)).value() == versions);
}

// ---- hostile input ----

std::string push_with(const std::string& from, const std::string& to) {
  return replaced(encode_push(records(), full_push()), from, to);
}

std::string push_of_ops(const std::string& ops) {
  return R"({"proto":1,"schema":3,"device":7,"sent_ms":1,"ops":[)" + ops + "]}";
}

std::string op_with_set(const std::string& set) {
  return push_of_ops(
      R"({"n":1,"wall":1,"e":"shop","id":"01000000-0000-0000-0000-000000000001","set":)" + set +
      "}");
}

std::string nested(std::size_t depth, char open, char close) {
  return std::string(depth, open) + std::string(depth, close);
}

std::string many_ops(std::size_t count) {
  std::string ops;
  for (std::size_t i = 1; i <= count; ++i) {
    ops += (i > 1 ? "," : "") + std::string(R"({"n":)") + std::to_string(i) +
           R"(,"wall":1,"e":"shop","id":"01000000-0000-0000-0000-000000000001","set":{}})";
  }
  return push_of_ops(ops);
}

std::string many_keys(std::size_t count) {
  std::string set = "{";
  for (std::size_t i = 1; i <= count; ++i)
    set += (i > 1 ? ",\"" : "\"") + std::to_string(i + 100) + "\":1";
  return set + "}";
}

struct HostileCase {
  const char* what;
  std::string json;
  const char* code;
};

void check_refused(const std::vector<HostileCase>& cases) {
  for (const HostileCase& c : cases) {
    CAPTURE(c.what);
    const auto got = decode_push(records(), c.json);
    REQUIRE_FALSE(got);
    CHECK(got.error().code == c.code);
    CHECK(got.error().text == find_protocol_error(c.code).text);
  }
}

TEST_CASE("protocol: hostile envelopes and operations are refused with their code") {
  const std::string good = encode_push(records(), full_push());
  check_refused({
      {"empty", "", "json.syntax"},
      {"a web page", "<html><body>Sign in to Wi-Fi</body></html>", "json.syntax"},
      {"cut in the middle", good.substr(0, good.size() / 2), "json.syntax"},
      {"something after the end", good + "{}", "json.syntax"},
      {"an array", "[]", "json.type"},
      {"null", "null", "json.type"},
      {"no keys", "{}", "json.missing"},
      {"unknown key", push_with("\"schema\"", "\"Schema\""), "json.key"},
      {"__proto__ in the envelope", push_with("{\"proto\":1", "{\"__proto__\":{},\"proto\":1"),
       "json.key"},
      {"__proto__ as a field", op_with_set(R"({"__proto__":"x"})"), "op.field"},
      {"duplicate envelope key", push_with("{\"proto\":1", "{\"proto\":1,\"proto\":1"),
       "json.duplicate"},
      {"duplicate field", op_with_set(R"({"1":"a","9":"b","1":"c"})"), "json.duplicate"},
      {"duplicate by escape", op_with_set(R"({"1":"a","\u0031":"c"})"), "json.duplicate"},
      {"protocol 2", push_with("\"proto\":1", "\"proto\":2"), "proto.version"},
      {"protocol as text", push_with("\"proto\":1", "\"proto\":\"1\""), "json.type"},
      {"device 0", push_with("\"device\":4503599627370449", "\"device\":0"), "json.range"},
      {"device negative", push_with("\"device\":4503599627370449", "\"device\":-1"), "json.range"},
      {"device above 2^53", push_with("\"device\":4503599627370449", "\"device\":9007199254740992"),
       "json.range"},
      {"device above 2^64",
       push_with("\"device\":4503599627370449", "\"device\":99999999999999999999"), "json.type"},
      {"device as fraction", push_with("\"device\":4503599627370449", "\"device\":7.0"),
       "json.type"},
      {"clock beyond numbers", push_with("\"sent_ms\":1732240000123", "\"sent_ms\":1e999"),
       "json.syntax"},
      {"clock NaN", push_with("\"sent_ms\":1732240000123", "\"sent_ms\":NaN"), "json.syntax"},
      {"seq 0", push_with("\"n\":41", "\"n\":0"), "json.range"},
      {"a hole between operations", push_with("\"n\":42", "\"n\":43"), "push.order"},
      {"an operation twice", push_with("\"n\":42", "\"n\":41"), "push.order"},
      {"a save that began later", push_with("\"save\":40", "\"save\":42"), "push.order"},
      {"unknown source", push_with("\"import\"", "\"admin\""), "op.name"},
      {"unknown kind", push_with("\"kind\":\"delete\"", "\"kind\":\"drop\""), "op.name"},
      {"table with SQL", push_with("\"e\":\"shop\"", "\"e\":\"shop; drop table x\""), "op.table"},
      {"table empty", push_with("\"e\":\"shop\"", "\"e\":\"\""), "op.table"},
      {"id is no UUID", push_with("01000000-0000", "zz000000-0000"), "op.id"},
      {"id too long", push_with("\"id\":\"01000000", "\"id\":\"001000000"), "json.text"},
  });
}

TEST_CASE("protocol: hostile values and sizes are refused with their code") {
  check_refused({
      {"field 0", op_with_set(R"({"0":"x"})"), "op.field"},
      {"field 65536", op_with_set(R"({"65536":"x"})"), "op.field"},
      {"field with leading zero", op_with_set(R"({"01":"x"})"), "op.field"},
      {"field with sign", op_with_set(R"({"-1":"x"})"), "op.field"},
      {"field without name", op_with_set(R"({"":"x"})"), "op.field"},
      {"number for text", op_with_set(R"({"1":5})"), "op.value"},
      {"text for money", op_with_set(R"({"16":"5"})"), "op.value"},
      {"fraction for money", op_with_set(R"({"16":5.5})"), "op.value"},
      {"money beyond 64 bits", op_with_set(R"({"16":9223372036854775808})"), "op.value"},
      {"object for text", op_with_set(R"({"1":{}})"), "op.value"},
      {"boolean for text", op_with_set(R"({"1":true})"), "op.value"},
      {"link is no UUID", op_with_set(R"({"30":"Default Customer Group"})"), "op.value"},
      {"values as array", op_with_set("[]"), "json.type"},
      {"NUL as escape", op_with_set(R"({"1":"a\u0000b"})"), "json.text"},
      {"NUL as byte", op_with_set(std::string("{\"1\":\"a\0b\"}", 11)), "json.syntax"},
      {"lone high surrogate", op_with_set(R"({"1":"\ud800"})"), "json.syntax"},
      {"lone low surrogate", op_with_set(R"({"1":"\udc00x"})"), "json.syntax"},
      {"UTF-8 cut short", op_with_set("{\"1\":\"a\xc3\"}"), "json.syntax"},
      {"UTF-8 overlong", op_with_set("{\"1\":\"\xc0\xaf\"}"), "json.syntax"},
      {"UTF-8 surrogate", op_with_set("{\"1\":\"\xed\xa0\x80\"}"), "json.syntax"},
      {"single quotes", op_with_set("{'1':'x'}"), "json.syntax"},
      {"a comment", op_with_set("{/* x */}"), "json.syntax"},
      {"text too long", op_with_set("{\"1\":\"" + std::string(64 * 1024 + 1, 'x') + "\"}"),
       "json.text"},
      {"too many fields", op_with_set(many_keys(257)), "json.keys_max"},
      {"nested too deep in a field", op_with_set(R"({"77":)" + nested(14, '[', ']') + "}"),
       "json.depth"},
      {"100,000 deep", nested(100'000, '[', ']'), "json.depth"},
      {"100,000 deep, never closed", std::string(100'000, '['), "json.depth"},
      {"501 operations", many_ops(501), "push.ops_max"},
      {"larger than a push", std::string(1024 * 1024 + 1, ' '), "message.bytes_max"},
      {"base without units", push_with("\"base\":[[88112233,40,1,3]", "\"base\":[[88112233,40]"),
       "op.base"},
      {"base with a unit twice", push_with("[88112233,40,1,3]", "[88112233,40,1,16]"), "op.base"},
      {"base with seq 0", push_with("[88112233,40,1,3]", "[88112233,0,1,3]"), "json.range"},
      {"base with a huge unit", push_with("[88112233,40,1,3]", "[88112233,40,1,65536]"),
       "json.range"},
      {"base as object", push_with("\"base\":[[88112233,40,1,3]", "\"base\":[{}"), "json.type"},
  });
}

TEST_CASE("protocol: what is on the right side of a limit is taken") {
  CHECK(decode_push(records(), many_ops(500)));
  CHECK(decode_push(records(), op_with_set(many_keys(256))));
  CHECK(decode_push(records(), op_with_set(R"({"77":)" + nested(12, '[', ']') + "}")));
  CHECK(decode_push(records(), op_with_set("{\"1\":\"" + std::string(64 * 1024, 'x') + "\"}")));
  CHECK(
      decode_push(records(), push_with("\"wall\":1732153600456", "\"wall\":-9223372036854775808")));
  CHECK(decode_push(records(), push_with("\"wall\":1732153600456", "\"wall\":253402300799000")));
  CHECK(decode_push(records(), push_of_ops("")));
}

TEST_CASE("protocol: hostile pulls and replies are refused with their code") {
  const std::string pull = encode_pull(full_pull());
  CHECK(decode_pull(replaced(pull, "\"max\":500", "\"max\":0")).error().code == "pull.rows_max");
  CHECK(decode_pull(replaced(pull, "\"max\":500", "\"max\":2001")).error().code == "pull.rows_max");
  CHECK(decode_pull(replaced(pull, "\"max\":500", "\"max\":-1")).error().code == "json.range");
  CHECK(decode_pull(replaced(pull, "88001", "-1")).error().code == "json.range");
  CHECK(decode_pull(replaced(pull, "\"9f2c\"", "null")).error().code == "json.type");
  const std::string page = encode_pull_reply(records(), full_pull_reply());
  CHECK(decode_pull_reply(records(), replaced(page, "\"more\":true", "\"more\":1")).error().code ==
        "json.type");
  CHECK(decode_pull_reply(records(), replaced(page, "[\"asha\",", "[")).error().code ==
        "json.type");
  CHECK(decode_pull_reply(records(), replaced(page, ",1732153600456]", "]")).error().code ==
        "json.missing");
  CHECK(decode_pull_reply(records(), "{\"rows\":[]}").error().code == "json.missing");
  CHECK(decode_push_reply("{\"ok\":true}").error().code == "json.key");
  CHECK(decode_push_reply(R"({"last":1,"results":[{"n":1,"r":"lost"}],"now_ms":1,"head":1})")
            .error()
            .code == "op.name");
  CHECK(decode_error("{\"error\":\"no\"}").error().code == "json.type");
  CHECK(decode_conflicts(records(), R"({"conflicts":[{}]})").error().code == "json.missing");
}

TEST_CASE("protocol: the error table has each code once, with a status and words") {
  const auto errors = list_protocol_errors();
  for (std::size_t i = 0; i < errors.size(); ++i) {
    CAPTURE(errors[i].code);
    CHECK(errors[i].http_status >= 400);
    CHECK(errors[i].text.size() > 10);
    for (std::size_t k = 0; k < i; ++k) CHECK(errors[k].code != errors[i].code);
  }
  CHECK(find_protocol_error("no.such").code == "server.error");
}

}  // namespace

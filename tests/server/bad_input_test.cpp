// Goal: whatever is sent, the answer is a 4xx in JSON, nothing is applied and memory stays bounded.
// Method: a table of hostile requests, signed in, over raw sockets to the real program.
#include <doctest/doctest.h>

#include "server/http/compression.h"
#include "tests/server/master_fixture.h"

namespace cm::test {
namespace {

std::string operation(const std::string& set, const std::string& more = {}) {
  return R"({"n":1,"wall":1732153600456,"e":"customer","id":"01934f5e-0000-7000-8000-000000000001","set":)" +
         set + more + "}";
}

std::string push(const std::string& ops, const std::string& more = {}) {
  return R"({"proto":1,"schema":1,"device":900,"sent_ms":1732240000123,"ops":[)" + ops + "]" +
         more + "}";
}

const std::string kGoodName = R"({"1":"Anita"})";

struct BadBody {
  std::string what;
  std::string body;
  int status;
  const char* code;  // null = any
};

std::vector<BadBody> bad_bodies() {
  const std::string good = push(operation(kGoodName));
  std::string keys = "{";
  for (int i = 1; i <= 300; ++i) keys += (i > 1 ? ",\"" : "\"") + std::to_string(i) + "\":1";
  keys += "}";
  std::string many = operation(kGoodName);
  for (int i = 2; i <= 501; ++i)
    many += ",{\"n\":" + std::to_string(i) + many.substr(6, operation(kGoodName).size() - 6);
  return {
      {"empty", "", 400, "json.syntax"},
      {"not JSON", "hello", 400, "json.syntax"},
      {"truncated", good.substr(0, good.size() / 2), 400, "json.syntax"},
      {"something after the end", good + "{}", 400, "json.syntax"},
      {"array instead of object", "[]", 400, "json.type"},
      {"nothing in it", "{}", 400, "json.missing"},
      {"deeply nested", std::string(100'000, '['), 400, "json.depth"},
      {"deeply nested objects",
       [] {
         std::string s;
         for (int i = 0; i < 50'000; ++i) s += "{\"a\":";
         return s;
       }(),
       400, "json.depth"},
      {"unknown key", push(operation(kGoodName), R"(,"role":"administrator")"), 400, "json.key"},
      {"unknown key in an operation", push(operation(kGoodName, R"(,"actor":"bela")")), 400,
       "json.key"},
      {"prototype key", push(operation(kGoodName), R"(,"__proto__":{})"), 400, "json.key"},
      {"key twice", push(operation(kGoodName), R"(,"proto":1)"), 400, "json.duplicate"},
      {"device as text", R"({"proto":1,"schema":1,"device":"900","sent_ms":1,"ops":[]})", 400,
       "json.type"},
      {"number out of range",
       R"({"proto":1,"schema":1,"device":99999999999999999999,"sent_ms":1,"ops":[]})", 400,
       nullptr},
      {"infinite number", R"({"proto":1,"schema":1,"device":1e999,"sent_ms":1,"ops":[]})", 400,
       nullptr},
      {"negative sequence",
       push(
           R"({"n":-1,"wall":1,"e":"customer","id":"01934f5e-0000-7000-8000-000000000001","set":{}})"),
       400, nullptr},
      {"wrong type of a field's value", push(operation(R"({"1":5})")), 400, "op.value"},
      {"object as a field's value", push(operation(R"({"1":{"a":1}})")), 400, "op.value"},
      {"field number that is none", push(operation(R"({"name":"x"})")), 400, "op.field"},
      {"id that is none", push(R"({"n":1,"wall":1,"e":"customer","id":"1","set":{}})"), 400,
       "op.id"},
      {"bad UTF-8", push(operation("{\"1\":\"\xff\xfe\"}")), 400, "json.syntax"},
      {"lone surrogate", push(operation(R"({"1":"\ud800"})")), 400, "json.syntax"},
      {"NUL in a text", push(operation(R"({"1":"a\u0000b"})")), 400, "json.text"},
      {"too many keys", push(operation(keys)), 400, "json.keys_max"},
      {"text too long", push(operation("{\"1\":\"" + std::string(70'000, 'x') + "\"}")), 400,
       "json.text"},
      {"too many operations", push(many), 413, "push.ops_max"},
      {"larger than the limit", push(operation("{\"1\":\"" + std::string(1'100'000, 'x') + "\"}")),
       413, "message.bytes_max"},
      {"protocol of tomorrow", R"({"proto":2,"schema":1,"device":900,"sent_ms":1,"ops":[]})", 426,
       "proto.version"},
      {"SQL for a table",
       push(
           R"({"n":1,"wall":1,"e":"customer; DROP TABLE customer","id":"01934f5e-0000-7000-8000-000000000001","set":{}})"),
       400, "op.table"},
  };
}

void check_is_error(const HttpAnswer& answer, int status, const char* code) {
  CHECK(answer.status == status);
  CHECK(answer.header("content-type").find("application/json") == 0);
  CHECK_FALSE(error_code(answer).empty());
  CHECK_FALSE(json_text(answer.body, "text").empty());
  if (code) CHECK(error_code(answer) == code);
}

// The master as told by its status, without the time.
std::string state_of(HttpClient& client) {
  const std::string json = client.get("/v1/status").body;
  return json.substr(json.find("\"protocol\""));
}

}  // namespace

TEST_CASE("bad input: bodies that are no push change nothing and say what is wrong") {
  const ServedMaster master;
  HttpClient client = master.signed_in("asha", 900);
  const std::string before = state_of(client);
  for (const BadBody& bad : bad_bodies()) {
    CAPTURE(bad.what);
    const HttpAnswer answer = client.post("/v1/push", bad.body);
    CAPTURE(answer.body);
    check_is_error(answer, bad.status, bad.code);
  }
  CHECK(state_of(client) == before);
  CHECK(client.post("/v1/push", push(operation(R"({"1":"Anita","2":"individual"})"))).status ==
        200);  // the good one does work
  CHECK(state_of(client) != before);
}

TEST_CASE("bad input: every address takes only what it names") {
  const ServedMaster master;
  HttpClient client = master.signed_in("asha", 900);
  struct Case {
    std::string method, path, body;
    HttpClient::Headers headers;
    int status;
    const char* code;
  };
  const HttpClient::Headers json = {{"Content-Type", "application/json"}};
  const std::vector<Case> cases = {
      {"GET", "/v1/nothing", "", {}, 404, "request.not_found"},
      {"POST", "/v1/push/more", "{}", json, 404, "request.not_found"},
      {"POST", "/v1/conflicts/", "{}", json, 404, "request.not_found"},
      {"POST", "/v1/conflicts/a/b", "{}", json, 404, "request.not_found"},
      {"POST", "/v1/conflicts/c999", R"({"decision":"keep"})", json, 404, "conflict.not_open"},
      {"POST", "/v1/conflicts/c1", R"({"decision":"burn"})", json, 400, "op.name"},
      {"GET", "/v1/push", "", {}, 405, "request.method"},
      {"PUT", "/v1/push", "{}", json, 405, "request.method"},
      {"DELETE", "/v1/push", "", {}, 405, "request.method"},
      {"OPTIONS", "/v1/push", "", {}, 405, "request.method"},
      {"PATCH", "/v1/session", "{}", json, 405, "request.method"},
      {"POST", "/healthz", "{}", json, 405, "request.method"},
      {"POST", "/index.html", "{}", json, 405, "request.method"},
      {"POST", "/v1/push", "{}", {{"Content-Type", "text/plain"}}, 415, "request.content_type"},
      {"POST",
       "/v1/push",
       "{}",
       {{"Content-Type", "application/jsonp"}},
       415,
       "request.content_type"},
      {"POST", "/v1/push", "{}", {}, 415, "request.content_type"},
      {"POST",
       "/v1/push",
       "a=1",
       {{"Content-Type", "application/x-www-form-urlencoded"}},
       415,
       "request.content_type"},
      {"POST",
       "/v1/push",
       "{}",
       {{"Content-Type", "multipart/form-data; boundary=x"}},
       415,
       "request.content_type"},
      {"POST",
       "/v1/push",
       "{}",
       {{"Content-Type", "application/json"}, {"Content-Encoding", "br"}},
       415,
       "request.content_encoding"},
      {"GET", "/v1/status", "{}", json, 400, "request.body"},
      {"DELETE", "/v1/session", "{}", json, 400, "request.body"},
      {"POST", "/v1/session", std::string(20'000, ' '), json, 413, "message.bytes_max"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.method);
    CAPTURE(each.path);
    const HttpAnswer answer = client.request(each.method, each.path, each.body, each.headers);
    check_is_error(answer, each.status, each.code);
    if (each.status == 405) CHECK_FALSE(answer.header("allow").empty());
  }
  CHECK(client.request("PUT", "/v1/session", "", {}).header("allow") == "POST, GET, HEAD, DELETE");
  CHECK(client.get("/v1/session").status == 200);  // none of it ended the session
}

TEST_CASE("bad input: requests that are not HTTP, or lie about their length") {
  const ServedMaster master({"--head-timeout", "1", "--request-timeout", "2"});
  HttpClient client = master.signed_in("asha", 900);
  const std::string head =
      "POST /v1/push HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: " +
      client.cookie() + "\r\n";
  struct Case {
    std::string what, bytes;
    int status;
    const char* code;
    bool end;
  };
  const std::vector<Case> cases = {
      {"no HTTP", "hello there\r\n\r\n", 400, "request.malformed", false},
      {"unknown method", "BREW /v1/push HTTP/1.1\r\n\r\n", 400, "request.malformed", false},
      {"future version", "GET / HTTP/3.0\r\n\r\n", 400, "request.malformed", false},
      {"header without colon", "GET / HTTP/1.1\r\nnonsense\r\n\r\n", 400, "request.malformed",
       false},
      {"header too long", "GET / HTTP/1.1\r\nX: " + std::string(9000, 'x') + "\r\n\r\n", 400,
       "request.malformed", false},
      {"too many headers",
       [] {
         std::string s = "GET / HTTP/1.1\r\n";
         for (int i = 0; i < 200; ++i) s += "X: y\r\n";
         return s + "\r\n";
       }(),
       400, "request.malformed", false},
      {"address too long",
       "GET /" + std::string(9000, 'x') + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414,
       "request.address_too_long", false},
      {"no length", head + "\r\n{}", 411, "request.length", false},
      {"two lengths", head + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", 400,
       "request.malformed", false},
      {"length and chunks",
       head + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400,
       "request.malformed", false},
      {"length that is no number", head + "Content-Length: -1\r\n\r\n{}", 400, "request.malformed",
       false},
      {"length of a world", head + "Content-Length: 99999999999999999999\r\n\r\n{}", 400,
       "request.malformed", false},
      {"a gigabyte announced", head + "Content-Length: 1000000000\r\n\r\n{}", 413,
       "message.bytes_max", false},
      {"body shorter than said", head + "Content-Length: 100\r\n\r\n{}", 400, "request.truncated",
       true},
      {"chunk that is no number", head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
       400, "request.truncated", false},
      {"chunk shorter than said", head + "Transfer-Encoding: chunked\r\n\r\nff\r\n{}\r\n", 400,
       "request.truncated", true},
      {"chunk longer than said", head + "Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n",
       400, "request.truncated", false},
      {"gigantic chunk", head + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\n{}\r\n", 413,
       "message.bytes_max", false},
      {"gzip that is none", head + "Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}", 400,
       "request.truncated", false},
      {"head never ends", "GET / HTTP/1.1\r\nHost: local", 408, "request.timeout", false},
      {"line never ends", "GET / HT", 408, "request.timeout", false},
      {"body never ends", head + "Content-Length: 100\r\n\r\n{", 408, "request.timeout", false},
  };
  const std::string before = state_of(client);
  for (const Case& each : cases) {
    CAPTURE(each.what);
    RawConnection connection(master.server.port());
    connection.send(each.bytes);
    if (each.end) connection.end_sending();
    const auto answer = connection.receive();
    REQUIRE(answer);
    check_is_error(*answer, each.status, each.code);
    if (each.what.find("gzip") != std::string::npos) continue;  // was read to its end
    CHECK(answer->header("connection") == "close");             // what follows would be misread
    CHECK(connection.is_closed_by_server(10'000));
  }
  CHECK(state_of(client) == before);
}

TEST_CASE("bad input: gzip is unfolded within the limits only") {
  const ServedMaster master;
  HttpClient client = master.signed_in("asha", 900);
  const HttpClient::Headers packed = {{"Content-Type", "application/json"},
                                      {"Content-Encoding", "gzip"}};
  const std::string good = gzip(push(operation(R"({"1":"Anita","2":"individual"})")));
  CHECK(error_code(client.post("/v1/push", gzip(std::string(50'000'000, ' ')), packed)) ==
        "message.bytes_max");
  CHECK(error_code(client.post("/v1/push", good.substr(0, good.size() - 6), packed)) ==
        "request.truncated");
  CHECK(error_code(client.post("/v1/push", good + "x", packed)) == "request.truncated");
  CHECK(client.post("/v1/push", good, packed).status == 200);
}

TEST_CASE("bad input: a slow sender is cut off and holds nobody up") {
  const ServedMaster master({"--head-timeout", "1", "--request-timeout", "2", "--workers", "4"});
  std::vector<std::unique_ptr<RawConnection>> slow;
  for (int i = 0; i < 3; ++i) {
    slow.push_back(std::make_unique<RawConnection>(master.server.port()));
    slow.back()->send("GET /healthz HTTP/1.1\r\nX-Slow: ");
  }
  HttpClient client(master.server.port());
  CHECK(client.get("/healthz").status == 200);  // while they dawdle
  for (auto& connection : slow) {
    const auto answer = connection->receive();
    REQUIRE(answer);
    CHECK(error_code(*answer) == "request.timeout");
  }
}

TEST_CASE("bad input: more slow senders than workers do not keep the others out") {
  const ServedMaster master({"--request-timeout", "60", "--workers", "4"});
  std::vector<std::unique_ptr<RawConnection>> slow;
  for (int i = 0; i < 9; ++i) {
    slow.push_back(std::make_unique<RawConnection>(master.server.port()));
    slow.back()->send(
        "POST /v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        "Content-Length: 100\r\n\r\n{");
  }
  RawConnection client(master.server.port());
  client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
  const auto answer = client.receive(false, 40'000);  // alone, each of them may take 60 s
  REQUIRE(answer);
  CHECK(answer->status == 200);
}

TEST_CASE("bad input: memory stays bounded under large and many requests") {
  const ServedMaster master({"--log-level", "off"});
  HttpClient client = master.signed_in("asha", 900);
  const std::string large(1'000'000, '[');
  const std::string bomb = gzip(std::string(200'000'000, '['));
  for (int i = 0; i < 5; ++i) {
    client.post("/v1/push", large);
    client.post("/v1/push", bomb, {{"Content-Encoding", "gzip"}});
  }
  const long before = master.server.resident_kib();
  for (int i = 0; i < 40; ++i) {
    CHECK(client.post("/v1/push", large).status == 400);
    CHECK(client.post("/v1/push", bomb, {{"Content-Encoding", "gzip"}}).status == 413);
  }
  const long grown = master.server.resident_kib() - before;
  CAPTURE(before);
  CHECK(grown < 300'000);  // the sanitizer keeps freed memory for a while; without bounds it would
                           // be gigabytes
}

TEST_CASE("log: one line a request, without secrets and without what could pass for another line") {
  const ServedMaster master;
  HttpClient client = master.signed_in("asha", 900);
  client.get("/evil%0Als=error%20msg=forged%22");
  client.post("/v1/session", credentials("asha", "a wrong password", 900));
  std::string log = master.server.log();
  for (int i = 0; i < 100 && log.find("status=401") == std::string::npos; ++i) {
    client.get("/healthz");  // a line is written after its answer was sent
    log = master.server.log();
  }
  CAPTURE(log);
  CHECK(log.find("route=\"/evil\\x0als=error msg=forged\\\"\" status=404") != std::string::npos);
  CHECK(log.find("route=/v1/session status=401") != std::string::npos);
  CHECK(log.find("\nls=error") == std::string::npos);
  CHECK(log.find("password") == std::string::npos);
  CHECK(log.find(client.cookie().substr(11)) == std::string::npos);
  CHECK(log.find(master.server.setup_token()) == std::string::npos);
}

}  // namespace cm::test

// An answer reaches the request it belongs to, once.
#include "client/app/requests.h"

#include <doctest/doctest.h>

#include "client/platform/native/headless_platform.h"

namespace cm {
namespace {

HttpAnswer answer_to(std::uint32_t id) {
  HttpAnswer answer;
  answer.id = id;
  answer.status = 200;
  return answer;
}

TEST_CASE("requests: each answer reaches its own request, in any order, and once only") {
  HeadlessPlatform platform(0, 1);
  Requests requests(platform);
  int first = 0;
  int second = 0;
  requests.send("GET", "/first", "", [&](const HttpAnswer&) { ++first; });
  requests.send("GET", "/second", "body", [&](const HttpAnswer&) { ++second; });
  REQUIRE(platform.open_requests.size() == 2);
  CHECK(platform.open_requests[1].body == "body");
  requests.answer(answer_to(platform.open_requests[1].id));
  CHECK(first == 0);
  CHECK(second == 1);
  requests.answer(answer_to(platform.open_requests[1].id));
  CHECK(second == 1);
  requests.answer(answer_to(platform.open_requests[0].id));
  CHECK(first == 1);
}

TEST_CASE("requests: an answer may lead to the next request") {
  HeadlessPlatform platform(0, 1);
  Requests requests(platform);
  int answers = 0;
  Requests::OnAnswer again = [&](const HttpAnswer&) {
    if (++answers < 3) requests.send("GET", "/again", "", again);
  };
  requests.send("GET", "/again", "", again);
  for (int i = 0; i < 3; ++i) requests.answer(answer_to(platform.open_requests.back().id));
  CHECK(answers == 3);
  CHECK(platform.open_requests.size() == 3);
}

}  // namespace
}  // namespace cm

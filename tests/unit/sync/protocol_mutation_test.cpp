// Goal: no bytes crash a decoder or slip through half read.
// Method: 20,000 seeded mutations of full messages (bytes flipped, cut, doubled, tokens of JSON put
// in) through every decoder, under ASan and UBSan. What is still accepted must encode and decode to
// itself.
#include <array>

#include <doctest/doctest.h>

#include "shared/base/random.h"
#include "tests/unit/sync/protocol_samples.h"

namespace {

using namespace cm;
using namespace cm::sample;

constexpr std::uint64_t kSeed = 7;
constexpr int kMutations = 20'000;

constexpr std::array<std::string_view, 20> kTokens = {"{",
                                                      "}",
                                                      "[",
                                                      "]",
                                                      ",",
                                                      ":",
                                                      "\"",
                                                      "\\u0000",
                                                      "\\ud800",
                                                      "null",
                                                      "true",
                                                      "-1",
                                                      "1e999",
                                                      "0.5",
                                                      "99999999999999999999",
                                                      "\"__proto__\":1,",
                                                      "\xff",
                                                      "\xc3",
                                                      "[[[[[[[[[[[[[[[[[",
                                                      "{\"1\":"};

void mutate_once(std::string& text, Random& random) {
  const std::size_t at = random.below(text.size() + 1);
  switch (random.below(6)) {
    case 0:
      if (at < text.size()) text[at] = static_cast<char>(random.below(256));
      break;
    case 1:
      text.erase(at, 1 + random.below(12));
      break;
    case 2:
      text.insert(at, text.substr(random.below(text.size() + 1), random.below(40)));
      break;
    case 3:
      text.insert(at, kTokens[random.below(kTokens.size())]);
      break;
    case 4:
      text.resize(at);
      break;
    case 5:
      if (at < text.size() && text[at] >= '0' && text[at] <= '9')
        text[at] = static_cast<char>('0' + random.below(10));
      break;
  }
  if (text.empty()) text = "{";
}

// 1 when accepted (and then stable), 0 when refused with a code.
template <class Decode, class Encode>
int try_one(const std::string& json, Decode decode, Encode encode) {
  const auto got = decode(json);
  if (!got) {
    CHECK_FALSE(got.error().code.empty());
    CHECK_FALSE(got.error().text.empty());
    return 0;
  }
  const std::string again = encode(*got);
  const auto second = decode(again);
  REQUIRE(second);
  CHECK(encode(*second) == again);
  return 1;
}

int try_all(int which, const std::string& json) {
  switch (which) {
    case 0:
      return try_one(
          json, [](const auto& text) { return decode_push(records(), text); },
          [](const auto& message) { return encode_push(records(), message); });
    case 1:
      return try_one(json, decode_push_reply, encode_push_reply);
    case 2:
      return try_one(json, decode_pull, encode_pull);
    case 3:
      return try_one(
          json, [](const auto& text) { return decode_pull_reply(records(), text); },
          [](const auto& message) { return encode_pull_reply(records(), message); });
    case 4:
      return try_one(
          json, [](const auto& text) { return decode_conflicts(records(), text); },
          [](const auto& message) { return encode_conflicts(records(), message); });
    case 5:
      return try_one(
          json, [](const auto& text) { return decode_past(records(), text); }, encode_past);
    default:
      return try_one(
          json, [](const auto& text) { return decode_values(&shop(), text); },
          [](const auto& values) { return encode_values(values.values, values.unknown); });
  }
}

TEST_CASE("protocol: mutated messages are decoded or refused, never worse") {
  const Operation op = full_operation(41);
  const std::array<std::string, 7> seeds = {encode_push(records(), full_push()),
                                            encode_push_reply(full_push_reply()),
                                            encode_pull(full_pull()),
                                            encode_pull_reply(records(), full_pull_reply()),
                                            encode_conflicts(records(), full_conflicts()),
                                            encode_past(full_past()),
                                            encode_values(op.fields, op.unknown)};
  SeededRandom random(kSeed);
  int accepted = 0;
  for (int i = 0; i < kMutations; ++i) {
    CAPTURE(i);
    const int which = static_cast<int>(random.below(seeds.size()));
    std::string json = seeds[static_cast<std::size_t>(which)];
    for (std::uint64_t n = 1 + random.below(3); n > 0; --n) mutate_once(json, random);
    accepted += try_all(which, json);
  }
  // Some must survive, or the mutations are too coarse to reach past the parser.
  CHECK(accepted > kMutations / 50);
  CHECK(accepted < kMutations * 9 / 10);
}

}  // namespace

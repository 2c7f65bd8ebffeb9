// Goal: the short texts that several screens share say the right thing. Method: tables.
#include <doctest/doctest.h>

#include "client/ui/words.h"

namespace cm::ui {

TEST_CASE("sync words: always say how many changes are not sent") {
  struct Case {
    SyncPhase phase;
    bool online;
    std::size_t unsent;
    const char* text;
    Tone tone;
  };
  const Case cases[] = {
      {SyncPhase::Idle, true, 0, "All sent", Tone::Success},
      {SyncPhase::Idle, true, 3, "3 not sent", Tone::Info},
      {SyncPhase::Pushing, true, 123456, "1,23,456 not sent", Tone::Info},
      {SyncPhase::Pulling, true, 0, "All sent", Tone::Success},
      {SyncPhase::Waiting, false, 3, "Offline · 3 not sent", Tone::Warning},
      {SyncPhase::Idle, false, 0, "Offline · All sent", Tone::Neutral},
      {SyncPhase::NeedsSignIn, true, 1, "Signed out · 1 not sent", Tone::Warning},
      {SyncPhase::Stopped, true, 2, "Sync stopped · 2 not sent", Tone::Danger},
  };
  for (const Case& c : cases) {
    SyncStatus status;
    status.phase = c.phase;
    status.online = c.online;
    status.unsent = c.unsent;
    CHECK(sync_words(status).text == c.text);
    CHECK(sync_words(status).tone == c.tone);
  }
}

TEST_CASE("sync sentence: a problem is said in its own words, else what goes on") {
  SyncStatus status;
  CHECK(sync_sentence(status, 0) == "Not synced yet.");
  status.last_success_ms = 0;
  CHECK(sync_sentence(status, 0) == "Last synced 05:30.");
  status.problem = "The server is too old.";
  CHECK(sync_sentence(status, 0) == "The server is too old.");
}

TEST_CASE("numbers: are grouped as in India") {
  const std::pair<std::int64_t, const char*> cases[] = {
      {0, "0"},          {999, "999"},         {1000, "1,000"},
      {99999, "99,999"}, {100000, "1,00,000"}, {12345678, "1,23,45,678"}};
  for (const auto& [number, text] : cases) CHECK(group_digits(number) == text);
  CHECK(count_of(1, "customer", "customers") == "1 customer");
  CHECK(count_of(2345, "customer", "customers") == "2,345 customers");
}

TEST_CASE("when: time alone today, day before that, year in another year") {
  const UnixMs now = 1795323600000;  // 22 November 2026, 10:30 in India
  const std::pair<UnixMs, const char*> cases[] = {
      {now, "10:30"},
      {now - 10 * 3600000LL, "00:30"},
      {now - 11 * 3600000LL, "21 Nov, 23:30"},
      {1767225599000LL, "1 Jan, 05:29"},  // still 2025 in Greenwich
      {1767205799000LL, "31 Dec 2025, 23:59"},
      {1709188200000LL, "29 Feb 2024, 12:00"},
  };
  for (const auto& [at, text] : cases) CHECK(format_when(at, now) == text);
}

TEST_CASE("rows: say how a customer stands") {
  CustomerHit hit{Uuid::from_bytes({})};
  CHECK(standing_of(hit) == "Active");
  hit.on_hold = true;
  CHECK(standing_of(hit) == "On hold");
  hit.active = false;
  CHECK(standing_of(hit) == "Inactive");
  CHECK(customer_type_label("business") == "Business");
  CHECK(customer_type_label("something newer") == "something newer");
}

}  // namespace cm::ui

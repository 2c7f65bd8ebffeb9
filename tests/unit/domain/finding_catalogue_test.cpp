// Goal: every finding has a code, words with the fix, and a test; none is a dead letter.
#include "shared/domain/finding_catalogue.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "shared/base/ensure.h"
#include "shared/base/utf8.h"

using namespace cm;

namespace {

std::string all_text_of(const std::filesystem::path& folder) {
  std::string text;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".cpp" ||
        entry.path().filename() == "finding_catalogue_test.cpp")
      continue;
    std::ifstream file(entry.path(), std::ios::binary);
    text.append(std::istreambuf_iterator<char>(file), {});
  }
  return text;
}

}  // namespace

TEST_CASE("finding_catalogue: each code stands once, in order, with words that end as sentences") {
  std::set<std::string_view> names;
  int expected = 0;
  for (const FindingKind& kind : finding_catalogue()) {
    CAPTURE(kind.name);
    CHECK(static_cast<int>(kind.code) == expected++);
    CHECK(names.insert(kind.name).second);
    CHECK(kind.name.find('.') != std::string_view::npos);
    CHECK(kind.text.size() > 20);
    CHECK((kind.text.ends_with('.') || kind.text.ends_with("}")));
    CHECK(is_valid_utf8(kind.text));
    CHECK(&finding_kind(kind.code) == &kind);
    CHECK(find_finding_kind(kind.name) == &kind);
    if (kind.needs_reason) CHECK(kind.grade == Grade::Warning);
  }
  CHECK(expected == static_cast<int>(FindingCode::DuplicateBranch) + 1);
  CHECK(find_finding_kind("nothing") == nullptr);
}

TEST_CASE("finding_catalogue: each code is looked for by some test") {
  const std::string tests = all_text_of(std::string(CM_SOURCE_DIR) + "/tests/unit/domain");
  for (const FindingKind& kind : finding_catalogue()) {
    CAPTURE(kind.name);
    CHECK(tests.find("\"" + std::string(kind.name) + "\"") != std::string::npos);
  }
}

TEST_CASE("finding_catalogue: arguments are filled in, the fix is kept apart") {
  const Finding finding =
      make_finding(FindingCode::GstinCheckCharacter, "gstin", {"R", "5", ""}, "R");
  CHECK(finding.field == "gstin");
  CHECK(finding.code == "gstin.check_character");
  CHECK(finding.grade == Grade::Warning);
  CHECK(finding.needs_reason);
  CHECK(finding.expected == "R");
  CHECK(finding.text.find("expected R, found 5.") != std::string::npos);
  CHECK(finding.text.find('{') == std::string::npos);
  CHECK(needs_reason({finding}));
  CHECK_FALSE(needs_reason({make_finding(FindingCode::PhoneShape, "phone")}));
  CHECK_THROWS_AS(make_finding(FindingCode::GstinCheckCharacter, "gstin"), Bug);
}

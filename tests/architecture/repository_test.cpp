// Goal: the repository keeps its own rules. Method: read every file once, run every rule, list what
// breaks it.
#include <doctest/doctest.h>

#include <sstream>

#include "tests/architecture/rules.h"

namespace cm::architecture {
namespace {

const SourceTree& repository() {
  static const SourceTree kTree = read_source_tree(CM_SOURCE_DIR);
  return kTree;
}

std::string listed(const Violations& violations) {
  std::ostringstream out;
  for (const Violation& violation : violations) {
    out << "\n  " << violation.path;
    if (violation.line > 0) out << ":" << violation.line;
    out << ": " << violation.text;
  }
  return out.str();
}

void check_none(const Violations& violations) {
  INFO(listed(violations));
  CHECK(violations.empty());
}

}  // namespace

TEST_CASE("repository: there is code to check in every side") {
  for (const char* side : {"shared", "client", "server", "tests"}) {
    CAPTURE(side);
    bool any = false;
    for (const SourceFile& file : repository())
      any = any || (is_under(file.path, side) && is_cpp(file.path));
    CHECK(any);
  }
}

TEST_CASE("repository: rooms include only rooms before them") {
  check_none(check_room_includes(repository()));
}

TEST_CASE("repository: a library's header is included only where it is wrapped") {
  check_none(check_library_includes(repository()));
}

TEST_CASE("repository: headers say what they are and includes are from the root") {
  check_none(check_header_form(repository()));
}

TEST_CASE("repository: no platform switch, clock or randomness where it does not belong") {
  check_none(check_banned_code(repository()));
}

TEST_CASE("repository: files do not outgrow their reader") {
  const Violations large = list_large_files(repository());
  if (!large.empty()) MESSAGE("large, think of splitting by noun:" << listed(large));
  check_none(check_file_sizes(repository()));
}

TEST_CASE("repository: functions fit a screen") {
  check_none(check_function_sizes(repository()));
}

TEST_CASE("repository: names say what is inside") {
  check_none(check_names(repository()));
}

TEST_CASE("repository: every source file is built") {
  check_none(check_every_source_is_built(repository()));
}

TEST_CASE("repository: no test is skipped or waits for time") {
  check_none(check_tests_are_honest(repository()));
}

TEST_CASE("repository: nothing names one machine or a registry host") {
  check_none(check_no_machine_names(repository()));
}

}  // namespace cm::architecture

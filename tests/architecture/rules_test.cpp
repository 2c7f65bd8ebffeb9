// Goal: each rule finds what it is there to find, and lets pass what is right.
// Method: small planted trees in memory, a table of file → expected line of the violation (0 the
// whole file, -1 none).
#include <doctest/doctest.h>

#include <string>

#include "tests/architecture/rules.h"

namespace cm::architecture {
namespace {

constexpr int kNone = -1;

struct Planted {
  std::string path;
  std::string text;
  int line;  // expected; kNone when the file is right
};

template <std::size_t N>
void check_planted(Violations (*rule)(const SourceTree&), const Planted (&table)[N]) {
  for (const Planted& planted : table) {
    CAPTURE(planted.path);
    CAPTURE(planted.text);
    const Violations found = rule({{planted.path, planted.text}});
    if (planted.line == kNone) {
      CHECK(found.empty());
    } else {
      REQUIRE(found.size() == 1);
      CHECK(found[0].path == planted.path);
      CHECK(found[0].line == planted.line);
      CHECK(!found[0].text.empty());
    }
  }
}

std::string lines(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "  x();\n";
  return text;
}

}  // namespace

TEST_CASE("rules: an include against the dependency line is found") {
  const Planted table[] = {
      {"shared/base/uuid.h", "#pragma once\n#include \"shared/record/field.h\"\n", 2},
      {"shared/domain/rules/a.cpp", "#include \"shared/store/database.h\"", 1},
      {"shared/sync/merge.cpp", "#include \"server/sync_service.h\"", 1},
      {"shared/store/search.cpp", "  #  include \"client/app/state.h\"", 1},
      {"client/ui/ui.cpp", "#include \"shared/store/database.h\"", 1},
      {"client/app/app.cpp", "#include \"client/ui/ui.h\"", 1},
      {"client/app/app.cpp", "#include \"client/platform/web/vfs.h\"", 1},
      {"server/sync_service.cpp", "#include \"server/http/routes.h\"", 1},
      {"server/identity/users.cpp", "#include \"server/http/routes.h\"", 1},
      {"server/http/routes.cpp", "#include \"client/app/state.h\"", 1},
      {"shared/misplaced/a.h", "", 0},
      {"shared/store/search.cpp", "#include \"shared/record/field.h\"", kNone},
      {"client/app/app.h",
       "#include \"client/platform/platform.h\"\n#include \"shared/store/replica.h\"", kNone},
      {"server/http/routes.cpp", "#include \"server/sync_service.h\"", kNone},
      {"shared/base/uuid.h", "// #include \"shared/record/field.h\"", kNone},
  };
  check_planted(check_room_includes, table);
}

TEST_CASE("rules: a library's header outside its room is found") {
  const Planted table[] = {
      {"client/ui/ui.cpp", "#include <sqlite3.h>", 1},
      {"client/app/queries.cpp", "#include <SQLiteCpp/SQLiteCpp.h>", 1},
      {"server/sync_service.cpp", "#include <httplib.h>", 1},
      {"client/app/state.h", "#include <imgui.h>", 1},
      {"client/app/app.cpp", "#include <emscripten/em_js.h>", 1},
      {"client/platform/native/a.cpp", "#include <emscripten.h>", 1},
      {"shared/sync/merge.cpp", "#include <nlohmann/json.hpp>", 1},
      {"shared/sync/merge.cpp", "#include <fstream>", 1},
      {"shared/domain/rules/a.cpp", "#include <vector>\n#include <iostream>", 2},
      {"server/http/routes.cpp", "#include <doctest/doctest.h>", 1},
      {"shared/sync/protocol_json.cpp", "#include <nlohmann/json.hpp>", kNone},
      {"client/platform/web/opfs_vfs.cpp", "#include <sqlite3.h>\n#include <emscripten/em_js.h>",
       kNone},
      {"shared/store/database.cpp", "#include <SQLiteCpp/SQLiteCpp.h>\n#include <filesystem>",
       kNone},
      {"tests/server/a.cpp", "#include <httplib.h>", kNone},
  };
  check_planted(check_library_includes, table);
}

TEST_CASE(
    "rules: a header that hides what it is, and an include that is not from the root, are found") {
  const Planted table[] = {
      {"shared/base/a.h", "// A thing.\n", 0},
      {"shared/base/a.h", "#pragma once\n#include <string>\n", 1},
      {"shared/base/a.cpp", "#include \"../record/field.h\"", 1},
      {"shared/base/a.cpp", "#include \"shared/base/missing.h\"", 1},
      {"shared/base/a.h", "// A thing.\n#pragma once\n", kNone},
      {"shared/base/a.h", "#pragma once\n\n// A thing.\n", kNone},
  };
  check_planted(check_header_form, table);
}

TEST_CASE("rules: banned code is found, and words in comments and strings are let pass") {
  const Planted table[] = {
      {"shared/base/a.cpp", "#ifdef __EMSCRIPTEN__", 1},
      {"client/app/a.cpp", "#if defined(__EMSCRIPTEN__)", 1},
      {"shared/sync/a.cpp", "\nauto t = std::chrono::system_clock::now();", 2},
      {"shared/store/a.cpp", "time_t t = std::time(nullptr);", 1},
      {"shared/domain/a.cpp", "std::random_device device;", 1},
      {"shared/base/a.cpp", "int x = rand();", 1},
      {"shared/base/a.cpp", "// __EMSCRIPTEN__ is banned; so is rand()", kNone},
      {"shared/base/a.cpp", "auto s = \"system_clock::now\"; /* random_device */", kNone},
      {"shared/base/a.cpp", "auto s = R\"(rand() \" )\"; x.brand(1);", kNone},
      {"client/platform/web/a.cpp", "#ifdef __EMSCRIPTEN__", kNone},
      {"shared/store/a.cpp", "DeviceId random_device(Random& random) {", kNone},
      {"server/main.cpp", "auto t = std::chrono::system_clock::now();", kNone},
  };
  check_planted(check_banned_code, table);
}

TEST_CASE("rules: code after a digit separator is still seen") {
  CHECK(code_only("int a = 10'000; rand();").find("rand") != std::string::npos);
  CHECK(code_only("char a = 'x'; rand();").find("rand") != std::string::npos);
  CHECK(code_only("char a = '\\''; rand();").find("rand") != std::string::npos);
}

TEST_CASE("rules: a file over the limit is found") {
  const Planted table[] = {
      {"shared/base/a.cpp", lines(kFileLinesMax + 1), 0},
      {"web/src/a.ts", lines(kFileLinesMax + 1), 0},
      {"shared/base/a.cpp", lines(kFileLinesMax), kNone},
      {"README.md", lines(kFileLinesMax + 1), kNone},
  };
  check_planted(check_file_sizes, table);
  CHECK(list_large_files({{"shared/base/a.cpp", lines(kFileLinesWarned + 1)}}).size() == 1);
}

TEST_CASE("rules: a function that does not fit a screen is found") {
  const Planted table[] = {
      {"shared/base/a.cpp",
       "namespace cm {\nint f(int x) {\n" + lines(kFunctionLinesMax - 1) + "}\n}\n", 2},
      {"shared/base/a.cpp", "int f(int x,\n    int y) {\n" + lines(kFunctionLinesMax - 1) + "}\n",
       1},
      {"shared/base/a.cpp",
       "void g();\nint f() { return 1; }\nconst A& f(int x) {\n" + lines(kFunctionLinesMax) + "}\n",
       3},
      {"shared/base/a.cpp",
       "A::A(int x)\n    : x_(x),\n      y_(x) {\n" + lines(kFunctionLinesMax) + "}\n", 1},
      {"shared/base/a.cpp", "int f(int x) {\n" + lines(kFunctionLinesMax - 2) + "}\n", kNone},
      {"shared/base/a.cpp", "constexpr int kTable[] = {\n" + lines(200) + "};\n", kNone},
      {"shared/base/a.cpp", "namespace {\n" + lines(200) + "}\n", kNone},
      {"shared/base/a.cpp", "struct A {\n" + lines(200) + "};\n", kNone},
  };
  check_planted(check_function_sizes, table);
}

TEST_CASE("rules: a name that says nothing is found") {
  const Planted table[] = {
      {"shared/base/utils.h", "", 0},
      {"shared/base/string_helpers.cpp", "", 0},
      {"client/app/customer_manager.cpp", "", 0},
      {"shared/sync/push_handler.cpp", "", 0},
      {"web/src/misc.ts", "", 0},
      {"shared/sync/a.h", "class SyncManager {", 1},
      {"shared/sync/a.h", "\nstruct BaseScreen {", 2},
      {"server/http/push_handler.cpp", "struct PushHandler {", kNone},
      {"shared/store/database.cpp", "class Database {", kNone},
      {"tests/support/draw_data_png.cpp", "", kNone},
      {"shared/sync/base_row.cpp", "struct BasedOn {}; class BaseRows {};", kNone},
  };
  // "BasedOn" and "BaseRows" are sync's own terms.
  check_planted(check_names, table);
}

TEST_CASE("rules: a source file that no CMakeLists.txt names is found") {
  const SourceTree tree = {
      {"shared/base/CMakeLists.txt", "cm_room(cm_base SOURCES a.cpp  # b.cpp later\n sub/c.cpp)"},
      {"shared/base/a.cpp", ""},
      {"shared/base/b.cpp", ""},
      {"shared/base/sub/c.cpp", ""},
      {"shared/record/a.cpp", ""},
  };
  const Violations found = check_every_source_is_built(tree);
  REQUIRE(found.size() == 2);
  CHECK(found[0].path == "shared/base/b.cpp");
  CHECK(found[1].path == "shared/record/a.cpp");
}

TEST_CASE("rules: a skipped or sleeping test is found") {
  const Planted table[] = {
      {"tests/unit/a_test.cpp", "TEST_CASE(\"x\" * doctest::skip()) {}", 1},
      {"tests/server/a_test.cpp", "std::this_thread::sleep_for(1s);", 1},
      {"tests/e2e/a.mjs", "await page.waitForTimeout(500);", 1},
      {"tests/e2e/a.mjs", "const banned = [/waitForTimeout/];", kNone},
      {"tests/e2e/a.mjs", "test.skip(\"x\");", 1},
      {"tests/unit/a_test.cpp", "TEST_CASE(\"does not sleep_for long\") {}", kNone},
  };
  check_planted(check_tests_are_honest, table);
}

TEST_CASE("rules: a machine's path or a registry's host is found") {
  const std::string path = std::string("/wo") + "rk/main";
  const std::string host = std::string("https://registry.npm") + "js.org/x";
  const Planted table[] = {
      {"README.md", "line\nrun it in " + path, 2},
      {"web/package-lock.json", "\"resolved\": \"" + host + "\"", 1},
      {"README.md", "tests/network/", kNone},
  };
  check_planted(check_no_machine_names, table);
}

}  // namespace cm::architecture

// Which room may include which, and which library's headers may appear where. The tables are the
// rule.
#include <algorithm>
#include <array>
#include <regex>
#include <set>

#include "tests/architecture/rules.h"

namespace cm::architecture {
namespace {

struct Room {
  std::string_view path;  // a folder, or one file
  std::vector<std::string_view> may_include;
};

const std::vector<Room>& rooms() {
  static const std::vector<Room> kRooms = {
      {"shared/base", {}},
      {"shared/record", {"shared/base"}},
      {"shared/domain", {"shared/base", "shared/record"}},
      {"shared/sync", {"shared/base", "shared/record", "shared/domain"}},
      {"shared/store", {"shared/base", "shared/record", "shared/domain", "shared/sync"}},
      {"client/semantics", {"shared/base"}},
      {"client/platform",
       {"shared/base", "shared/record", "shared/domain", "shared/sync", "client/semantics"}},
      {"client/app", {"shared", "client/semantics", "client/platform"}},
      {"client/ui",  // draws: it reaches neither the store nor the network
       {"shared/base", "shared/record", "shared/domain", "shared/sync", "client/semantics",
        "client/app", "client/platform"}},
      {"client/platform/web",  // the outermost: it also carries the page's messages to the screens
       {"shared", "client"}},
      {"client/platform/native", {"shared", "client/semantics", "client/platform", "client/app"}},
      {"client/main.cpp", {"shared", "client"}},
      {"server", {"shared"}},
      {"server/identity", {"shared"}},
      {"server/http", {"shared", "server", "server/identity"}},
      {"server/cli", {"shared", "server", "server/identity", "server/http"}},
      {"server/main.cpp", {"shared", "server", "server/identity", "server/http", "server/cli"}},
  };
  return kRooms;
}

struct LibraryRule {
  std::string_view header;              // beginning of the path between < > or " "
  std::vector<std::string_view> where;  // folders, files, or endings that begin with '*'
};

const std::vector<LibraryRule>& library_rules() {
  static const std::vector<LibraryRule> kRules = {
      {"sqlite3.h", {"shared/store", "client/platform/web"}},
      {"SQLiteCpp/", {"shared/store"}},
      {"httplib.h", {"server/http"}},
      {"imgui", {"client/ui", "client/platform", "client/main.cpp"}},  // main.cpp makes the context
      {"misc/cpp/imgui", {"client/ui", "client/platform"}},
      {"emscripten", {"client/platform/web"}},
      {"GLES", {"client/platform/web"}},
      {"nlohmann/", {"*_json.cpp", "server/http"}},
      {"rapidfuzz/", {"shared/domain", "shared/store"}},
      {"sodium", {"server"}},
      {"openssl/", {"server"}},
      {"brotli/", {"server/http"}},
      {"zlib.h", {"server/http"}},
      {"minizip/", {"shared/domain/exchange/xlsx"}},
      {"expat.h", {"shared/domain/exchange/xlsx"}},
      {"spdlog/", {"server"}},
      {"CLI/", {"server/main.cpp", "server/cli"}},
      {"doctest/", {}},
  };
  return kRules;
}

// What a rule engine needs none of: streams, files, threads, C's clock and locale.
constexpr std::array kInputOutputHeaders = {
    "iostream", "fstream", "filesystem", "cstdio", "stdio.h", "thread",  "mutex",
    "ctime",    "time.h",  "random",     "locale", "future",  "unistd.h"};

struct Include {
  int line;
  std::string path;
  bool quoted;
};

std::vector<Include> includes_of(const SourceFile& file) {
  static const std::regex kInclude(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)re");
  std::vector<Include> includes;
  int number = 0;
  for (const std::string_view line : lines_of(file.text)) {
    ++number;
    std::match_results<std::string_view::const_iterator> match;
    if (line.find("include") != std::string_view::npos &&
        std::regex_match(line.begin(), line.end(), match, kInclude)) {
      includes.push_back({number, match[2].str(), match[1].str() == "\""});
    }
  }
  return includes;
}

// The innermost room that the path is in.
const Room* find_room(std::string_view path) {
  const Room* found = nullptr;
  for (const Room& room : rooms()) {
    const bool inside = path == room.path || is_under(path, room.path);
    if (inside && (found == nullptr || room.path.size() > found->path.size())) found = &room;
  }
  return found;
}

// "shared" and "client" in a room's list mean every room inside; other names mean that room only.
bool may_include(const Room& from, const Room& to) {
  if (from.path == to.path) return true;
  return std::any_of(from.may_include.begin(), from.may_include.end(),
                     [&](std::string_view allowed) {
                       const bool whole_side = allowed == "shared" || allowed == "client";
                       return allowed == to.path || (whole_side && is_under(to.path, allowed));
                     });
}

bool is_product_code(std::string_view path) {
  return is_cpp(path) &&
         (is_under(path, "shared") || is_under(path, "client") || is_under(path, "server"));
}

bool matches_place(std::string_view path, std::string_view place) {
  if (place.front() != '*') return path == place || is_under(path, place);
  place.remove_prefix(1);
  return path.size() >= place.size() && path.substr(path.size() - place.size()) == place;
}

void check_library(const SourceFile& file, const Include& include, Violations& found) {
  for (const LibraryRule& rule : library_rules()) {
    if (include.path.rfind(rule.header, 0) != 0) continue;
    const bool allowed =
        std::any_of(rule.where.begin(), rule.where.end(),
                    [&](std::string_view place) { return matches_place(file.path, place); });
    if (!allowed)
      found.push_back({file.path, include.line, "<" + include.path + "> is wrapped elsewhere"});
  }
}

void check_input_output(const SourceFile& file, const Include& include, Violations& found) {
  if (!is_under(file.path, "shared/domain") && !is_under(file.path, "shared/sync")) return;
  if (std::find(kInputOutputHeaders.begin(), kInputOutputHeaders.end(), include.path) !=
      kInputOutputHeaders.end()) {
    found.push_back({file.path, include.line,
                     "<" + include.path + ">: rules and sync do no I/O and keep no state"});
  }
}

bool begins_with_comment(std::string_view text) {
  const std::vector<std::string_view> lines = lines_of(text);
  for (const std::string_view line : lines) {
    if (line.empty() || line == "#pragma once") continue;
    return line.substr(0, 2) == "//";
  }
  return false;
}

}  // namespace

Violations check_room_includes(const SourceTree& tree) {
  Violations found;
  for (const SourceFile& file : tree) {
    if (!is_product_code(file.path)) continue;
    const Room* from = find_room(file.path);
    if (from == nullptr) {
      found.push_back(
          {file.path, 0, "is in no room: name it in tests/architecture/room_rules.cpp"});
      continue;
    }
    for (const Include& include : includes_of(file)) {
      const Room* to = find_room(include.path);
      if (!include.quoted || to == nullptr || may_include(*from, *to)) continue;
      found.push_back(
          {file.path, include.line, std::string(from->path) + " must not include " + include.path});
    }
  }
  return found;
}

Violations check_library_includes(const SourceTree& tree) {
  Violations found;
  for (const SourceFile& file : tree) {
    if (!is_product_code(file.path)) continue;
    for (const Include& include : includes_of(file)) {
      check_library(file, include, found);
      check_input_output(file, include, found);
    }
  }
  return found;
}

Violations check_header_form(const SourceTree& tree) {
  std::set<std::string_view> paths;
  for (const SourceFile& file : tree) paths.insert(file.path);
  Violations found;
  for (const SourceFile& file : tree) {
    if (!is_product_code(file.path) && !(is_cpp(file.path) && is_under(file.path, "tests")))
      continue;
    if (is_header(file.path)) {
      if (file.text.find("#pragma once") == std::string::npos)
        found.push_back({file.path, 0, "#pragma once is missing"});
      if (!begins_with_comment(file.text))
        found.push_back({file.path, 1, "does not begin by saying what it is"});
    }
    for (const Include& include : includes_of(file)) {
      const bool ours =
          include.path.find('/') != std::string::npos && find_room(include.path) != nullptr;
      const bool generated = include.path.find("_embedded.h") != std::string::npos;
      if (include.path.rfind("..", 0) == 0 || include.path.rfind("./", 0) == 0) {
        found.push_back(
            {file.path, include.line, "\"" + include.path + "\": includes are from the root"});
      } else if (include.quoted && ours && !generated && paths.count(include.path) == 0) {
        found.push_back({file.path, include.line, "\"" + include.path + "\" is not there"});
      }
    }
  }
  return found;
}

}  // namespace cm::architecture

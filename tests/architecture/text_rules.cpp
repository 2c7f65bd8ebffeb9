// Rules about what stands in files: banned code, sizes, names, honest tests, nothing of one
// machine.
#include <algorithm>
#include <array>
#include <map>
#include <regex>
#include <set>

#include "tests/architecture/rules.h"

namespace cm::architecture {
namespace {

struct Ban {
  std::string_view where;                   // a folder
  std::vector<std::string_view> except_in;  // folders or files
  std::string_view
      pattern;  // a regular expression, looked for in code without comments and strings
  std::string_view reason;
};

const std::vector<Ban>& bans() {
  static const std::vector<Ban> kBans = {
      {"shared", {}, "__EMSCRIPTEN__", "platforms differ only in client/platform"},
      {"server", {}, "__EMSCRIPTEN__", "platforms differ only in client/platform"},
      {"client", {"client/platform"}, "__EMSCRIPTEN__", "platforms differ only in client/platform"},
      {"shared",
       {},
       R"((system_clock|steady_clock|high_resolution_clock)\s*::\s*now)",
       "Clock& comes in from outside"},
      {"shared",
       {},
       R"(\b(std\s*::\s*time|gettimeofday|clock_gettime|localtime|gmtime|mktime)\s*\()",
       "Clock& comes in from outside"},
      {"shared",
       {},
       R"(\bstd\s*::\s*(random_device|mt19937(_64)?|default_random_engine)\b|\b(s?rand|getrandom|arc4random)\s*\()",
       "Random& comes in from outside"},
      {"client/app",
       {},
       R"((system_clock|steady_clock)\s*::\s*now|\bstd\s*::\s*random_device\b)",
       "Clock& and Random& come in from outside"},
      {"client/ui",
       {},
       R"((system_clock|steady_clock)\s*::\s*now|\bstd\s*::\s*random_device\b)",
       "a view draws what the state says"},
      {"shared", {}, R"(\busing\s+namespace\s+std\s*;)", "names say where they are from"},
      {"tests",
       {"tests/architecture"},
       R"(doctest\s*::\s*(skip|may_fail|should_fail)\b)",
       "a skipped test tests nothing"},
      {"tests",
       {"tests/architecture"},
       R"(\b(sleep_for|sleep_until|usleep|nanosleep)\b)",
       "a test waits for events, not for time"},
      {"tests", {}, R"(\.\s*waitForTimeout\s*\()", "a test waits for events, not for time"},
      {"tests",
       {},
       R"(\b(it|test|describe)\s*\.\s*(skip|only|todo|fixme)\b)",
       "a skipped test tests nothing"},
  };
  return kBans;
}

const std::regex& compiled(std::string_view pattern) {
  static std::map<std::string_view, std::regex> by_pattern;
  auto [it, added] = by_pattern.try_emplace(pattern);
  if (added) it->second = std::regex(pattern.begin(), pattern.end(), std::regex::optimize);
  return it->second;
}

bool has_ending(std::string_view path, std::string_view ending) {
  return path.size() >= ending.size() && path.substr(path.size() - ending.size()) == ending;
}

bool is_script(std::string_view path) {
  return has_ending(path, ".mjs") || has_ending(path, ".ts") || has_ending(path, ".js");
}

bool applies(const Ban& ban, std::string_view path) {
  if (!is_under(path, ban.where) || !(is_cpp(path) || is_script(path))) return false;
  return std::none_of(ban.except_in.begin(), ban.except_in.end(), [&](std::string_view place) {
    return path == place || is_under(path, place);
  });
}

Violations check_bans(const SourceTree& tree, bool in_tests) {
  Violations found;
  for (const SourceFile& file : tree) {
    std::vector<const Ban*> relevant;
    for (const Ban& ban : bans()) {
      if ((ban.where == "tests") == in_tests && applies(ban, file.path)) relevant.push_back(&ban);
    }
    if (relevant.empty()) continue;
    const std::string code = code_only(file.text);
    int number = 0;
    for (const std::string_view line : lines_of(code)) {
      ++number;
      for (const Ban* ban : relevant) {
        if (std::regex_search(line.begin(), line.end(), compiled(ban->pattern))) {
          found.push_back({file.path, number, std::string(ban->reason)});
        }
      }
    }
  }
  return found;
}

bool is_sized(std::string_view path) {
  if (!is_cpp(path) && !is_script(path) && !has_ending(path, ".sql") && !has_ending(path, ".css"))
    return false;
  return is_under(path, "shared") || is_under(path, "client") || is_under(path, "server") ||
         is_under(path, "web") || is_under(path, "tests");
}

Violations files_longer_than(const SourceTree& tree, int limit) {
  Violations found;
  for (const SourceFile& file : tree) {
    const int count = static_cast<int>(lines_of(file.text).size());
    if (is_sized(file.path) && count > limit) {
      found.push_back(
          {file.path, 0, std::to_string(count) + " lines, more than " + std::to_string(limit)});
    }
  }
  return found;
}

// Where a function stands in the text. Our code is formatted so that a definition starts at the
// margin, its signature may go on over indented lines up to the '{', and the '}' is at the margin
// again; namespaces are not indented.
enum class Reading { Outside, Signature, Body };

bool starts_signature(std::string_view line) {
  static const std::regex kOther(
      R"(^(namespace|struct|class|union|enum|extern|using|typedef)\b.*)");
  if (line.empty() || line.front() == ' ' || line.front() == '#' || line.front() == '}')
    return false;
  const std::size_t parenthesis = line.find('(');
  return parenthesis != std::string_view::npos && line.find('=') >= parenthesis &&
         !std::regex_match(line.begin(), line.end(), kOther);
}

Reading after_signature_line(std::string_view line) {
  const std::size_t last = line.find_last_not_of(' ');
  if (last == std::string_view::npos) return Reading::Signature;
  if (line[last] == '{') return Reading::Body;
  return line[last] == ';' || line[last] == '}' ? Reading::Outside : Reading::Signature;
}

std::vector<std::string_view> words_of(std::string_view stem) {
  std::vector<std::string_view> words;
  while (!stem.empty()) {
    const std::size_t end = std::min(stem.find_first_of("_-."), stem.size());
    words.push_back(stem.substr(0, end));
    stem.remove_prefix(std::min(end + 1, stem.size()));
  }
  return words;
}

constexpr std::array kBannedWords = {"util",   "utils",   "helper", "helpers", "misc",
                                     "common", "manager", "data",   "info"};

// Terms of a library or of ours in which a banned word means one thing.
constexpr std::array kTerms = {"draw_data"};  // Dear ImGui's triangles of one frame

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

}  // namespace

Violations check_banned_code(const SourceTree& tree) {
  return check_bans(tree, false);
}

Violations check_tests_are_honest(const SourceTree& tree) {
  return check_bans(tree, true);
}

Violations check_file_sizes(const SourceTree& tree) {
  return files_longer_than(tree, kFileLinesMax);
}

Violations list_large_files(const SourceTree& tree) {
  return files_longer_than(tree, kFileLinesWarned);
}

Violations check_function_sizes(const SourceTree& tree) {
  Violations found;
  for (const SourceFile& file : tree) {
    const bool ours = is_under(file.path, "shared") || is_under(file.path, "client") ||
                      is_under(file.path, "server");
    if (!has_ending(file.path, ".cpp") || !ours) continue;
    const std::string code = code_only(file.text);
    int number = 0;
    int start = 0;
    Reading reading = Reading::Outside;
    for (const std::string_view line : lines_of(code)) {
      ++number;
      if (reading == Reading::Body) {
        if (line.empty() || line.front() != '}') continue;
        reading = Reading::Outside;
        const int length = number - start + 1;
        if (length <= kFunctionLinesMax) continue;
        found.push_back({file.path, start,
                         "a function of " + std::to_string(length) + " lines, more than " +
                             std::to_string(kFunctionLinesMax)});
      } else if (reading == Reading::Signature) {
        reading = after_signature_line(line);
      } else if (starts_signature(line)) {
        start = number;
        reading = after_signature_line(line);
      }
    }
  }
  return found;
}

Violations check_names(const SourceTree& tree) {
  // A base row is sync's own term: the row as the master last said it.
  static const std::regex kBannedType(
      R"(\b(class|struct)\s+(Base(?!Row)[A-Z]\w*|\w*(Manager|Helper|Helpers|Utils|Misc))\b)");
  Violations found;
  for (const SourceFile& file : tree) {
    if (!is_cpp(file.path) && !is_script(file.path)) continue;
    std::string stem(file_name(file.path));
    stem.resize(stem.rfind('.'));
    for (const std::string_view term : kTerms) {
      if (const std::size_t at = stem.find(term); at != std::string::npos)
        stem.erase(at, term.size());
    }
    for (const std::string_view word : words_of(stem)) {
      const bool handler =
          (word == "handler" || word == "handlers") && !is_under(file.path, "server/http");
      const bool banned =
          std::find(kBannedWords.begin(), kBannedWords.end(), word) != kBannedWords.end();
      if (banned || handler)
        found.push_back(
            {file.path, 0, "'" + std::string(word) + "' says nothing: name the thing inside"});
    }
    if (!is_cpp(file.path)) continue;
    const std::string code = code_only(file.text);
    int number = 0;
    for (const std::string_view line : lines_of(code)) {
      ++number;
      if (std::regex_search(line.begin(), line.end(), kBannedType)) {
        found.push_back({file.path, number, "a class name that says nothing"});
      }
    }
  }
  return found;
}

Violations check_every_source_is_built(const SourceTree& tree) {
  std::map<std::string, std::set<std::string>>
      named_by_folder;  // folder of the CMakeLists.txt → the .cpp paths it names
  static const std::regex kSource(R"([\w./-]+\.cpp)");
  for (const SourceFile& file : tree) {
    if (file_name(file.path) != "CMakeLists.txt") continue;
    auto& named = named_by_folder[folder_of(file.path)];
    for (const std::string_view line : lines_of(file.text)) {
      const std::string text(line.substr(0, line.find('#')));
      for (std::sregex_iterator it(text.begin(), text.end(), kSource), end; it != end; ++it)
        named.insert(it->str());
    }
  }
  Violations found;
  for (const SourceFile& file : tree) {
    const bool ours = is_under(file.path, "shared") || is_under(file.path, "client") ||
                      is_under(file.path, "server") || is_under(file.path, "tests");
    if (!ours || !has_ending(file.path, ".cpp")) continue;
    bool built = false;
    for (std::string folder = folder_of(file.path); !folder.empty() && !built;
         folder = folder_of(folder)) {
      const auto list = named_by_folder.find(folder);
      built = list != named_by_folder.end() &&
              list->second.count(file.path.substr(folder.size() + 1)) > 0;
    }
    if (!built) found.push_back({file.path, 0, "is in no CMakeLists.txt: it is never built"});
  }
  return found;
}

Violations check_no_machine_names(const SourceTree& tree) {
  // Put together here, so that this file does not break its own rule.
  static const std::array<std::string, 7> kNames = {std::string("/wo") + "rk/",
                                                    std::string("/ro") + "ot/",
                                                    std::string("/ho") + "me/",
                                                    std::string("deb.debian") + ".org",
                                                    std::string("registry.npm") + "js",
                                                    std::string("node") + "source.com",
                                                    std::string("snapshot.debian") + ".org"};
  Violations found;
  for (const SourceFile& file : tree) {
    int number = 0;
    for (const std::string_view line : lines_of(file.text)) {
      ++number;
      for (const std::string& name : kNames) {
        if (line.find(name) != std::string_view::npos)
          found.push_back({file.path, number, "names " + name});
      }
    }
  }
  return found;
}

}  // namespace cm::architecture

#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

namespace cm::architecture {
namespace {

namespace fs = std::filesystem;

constexpr std::array kLeftOut = {"build", "data", "node_modules", ".git", ".cache"};
constexpr std::array kEndings = {".h",    ".cpp", ".sql",  ".ts",  ".mjs",   ".js",  ".css",
                                 ".html", ".md",  ".json", ".txt", ".cmake", ".lock"};

bool is_left_out(const fs::path& path) {
  return std::find(kLeftOut.begin(), kLeftOut.end(), path.filename()) != kLeftOut.end();
}

bool is_written_by_people(const fs::path& path) {
  if (path.filename() == "package-lock.json") return true;
  const std::string ending = path.extension().string();
  if (ending.empty()) {  // scripts and dot-files
    return path.parent_path().filename() == "scripts" || path.parent_path().filename() == ".ci" ||
           path.filename().string().front() == '.';
  }
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

std::string read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// Blanks one character unless it ends a line.
void blank(char& c) {
  if (c != '\n') c = ' ';
}

// Where the literal or comment that starts at `begin` ends (one past its last character).
std::size_t end_of_raw_string(std::string_view text, std::size_t begin) {
  const std::size_t open = text.find('(', begin);
  if (open == std::string_view::npos) return text.size();
  std::string close = ")";
  close.append(text.substr(begin + 2, open - begin - 2)).append("\"");
  const std::size_t end = text.find(close, open);
  return end == std::string_view::npos ? text.size() : end + close.size();
}

std::size_t end_of_quoted(std::string_view text, std::size_t begin) {
  const char quote = text[begin];
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (text[i] == quote || text[i] == '\n')
      return i + 1;
  }
  return text.size();
}

std::size_t end_of_comment(std::string_view text, std::size_t begin) {
  const bool block = text[begin + 1] == '*';
  const std::size_t end = text.find(block ? "*/" : "\n", begin + 2);
  if (end == std::string_view::npos) return text.size();
  return block ? end + 2 : end;
}

bool is_digit_separator(std::string_view text, std::size_t at) {
  return text[at] == '\'' && at > 0 && std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0;
}

}  // namespace

SourceTree read_source_tree(const fs::path& root) {
  SourceTree tree;
  for (auto it = fs::recursive_directory_iterator(root); it != fs::recursive_directory_iterator();
       ++it) {
    if (it->is_directory() && is_left_out(it->path())) {
      it.disable_recursion_pending();
    } else if (it->is_regular_file() && is_written_by_people(it->path())) {
      tree.push_back({fs::relative(it->path(), root).generic_string(), read_text(it->path())});
    }
  }
  std::sort(tree.begin(), tree.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return tree;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string code_only(std::string_view text) {
  std::string code(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    std::size_t end = i;
    if (rest.substr(0, 2) == "//" || rest.substr(0, 2) == "/*")
      end = end_of_comment(text, i);
    else if (rest.substr(0, 2) == "R\"")
      end = end_of_raw_string(text, i);
    else if (text[i] == '"' || (text[i] == '\'' && !is_digit_separator(text, i)))
      end = end_of_quoted(text, i);
    if (end == i) continue;
    for (std::size_t k = i; k < end; ++k) blank(code[k]);
    i = end - 1;
  }
  return code;
}

bool is_header(std::string_view path) {
  return path.size() > 2 && path.substr(path.size() - 2) == ".h";
}

bool is_cpp(std::string_view path) {
  return is_header(path) || (path.size() > 4 && path.substr(path.size() - 4) == ".cpp");
}

bool is_under(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && path.substr(0, folder.size()) == folder &&
         path[folder.size()] == '/';
}

}  // namespace cm::architecture

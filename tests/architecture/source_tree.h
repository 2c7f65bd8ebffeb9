// The repository as the architecture rules see it: paths and text, read once.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace cm::architecture {

struct SourceFile {
  std::string path;  // from the repository's root, with '/'
  std::string text;
};

using SourceTree = std::vector<SourceFile>;  // sorted by path

struct Violation {
  std::string path;
  int line = 0;  // 1-based; 0 is the file as a whole
  std::string text;
};

using Violations = std::vector<Violation>;

// Reads every text file that people write: C++, SQL, TypeScript, scripts, CMake, documents. Leaves
// out what is built or installed. Throws std::filesystem::filesystem_error when the folder cannot
// be read.
SourceTree read_source_tree(const std::filesystem::path& root);

std::vector<std::string_view> lines_of(std::string_view text);

// The text with comments and the inside of string literals blanked out, line by line as before.
std::string code_only(std::string_view text);

bool is_cpp(std::string_view path);     // .h or .cpp
bool is_header(std::string_view path);  // .h
bool is_under(std::string_view path, std::string_view folder);

}  // namespace cm::architecture

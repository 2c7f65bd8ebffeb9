// The rules that keep the architecture true, each a function from the tree to what breaks it.
#pragma once

#include "tests/architecture/source_tree.h"

namespace cm::architecture {

// A room includes only rooms before it in the dependency line, and every folder with C++ in it
// belongs to a room.
Violations check_room_includes(const SourceTree& tree);

// Each library's header is included only where it is wrapped; shared/domain and shared/sync do no
// I/O.
Violations check_library_includes(const SourceTree& tree);

// Quoted includes name an existing file from the root; headers begin with a comment and have
// #pragma once.
Violations check_header_form(const SourceTree& tree);

// __EMSCRIPTEN__ is asked for only in client/platform; time and randomness come into shared code
// from outside.
Violations check_banned_code(const SourceTree& tree);

// Files and functions that no longer fit their reader.
inline constexpr int kFileLinesWarned = 400;
inline constexpr int kFileLinesMax = 600;
inline constexpr int kFunctionLinesMax = 70;
Violations check_file_sizes(const SourceTree& tree);
Violations list_large_files(const SourceTree& tree);  // over kFileLinesWarned: shown, not failed
Violations check_function_sizes(const SourceTree& tree);

// Words that say nothing, in names of files and classes.
Violations check_names(const SourceTree& tree);

// Every .cpp file is named in a CMakeLists.txt at or above its folder: a forgotten test would never
// run.
Violations check_every_source_is_built(const SourceTree& tree);

// No test is skipped, and none waits for time to pass.
Violations check_tests_are_honest(const SourceTree& tree);

// Nothing committed depends on one machine or names a package registry's host.
Violations check_no_machine_names(const SourceTree& tree);

}  // namespace cm::architecture

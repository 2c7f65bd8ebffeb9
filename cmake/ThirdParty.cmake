# Third-party targets. Their headers are SYSTEM headers and their sources compile without warnings.
# em++ must see only ${CM_DEPS}: never /usr/include, never a -dev package.

function(cm_third_party target)
  cmake_parse_arguments(arg "" "" "SOURCES;INCLUDES;DEFINES" ${ARGN})
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    target_compile_options(${target} PRIVATE -w)
    if(CM_SANITIZE)  # SQLite's b-tree trips over UBSan's object-size check; ASan stays on
      target_compile_options(${target} PRIVATE -fno-sanitize=undefined)
    endif()
    set(scope PUBLIC)
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${target} SYSTEM ${scope} ${arg_INCLUDES})
  target_compile_definitions(${target} ${scope} ${arg_DEFINES})
endfunction()

# --- Both programs

set(sqlite_defines
    SQLITE_ENABLE_FTS5 SQLITE_DQS=0 SQLITE_OMIT_LOAD_EXTENSION SQLITE_DEFAULT_FOREIGN_KEYS=1
    SQLITE_ENABLE_COLUMN_METADATA)  # SQLiteCpp needs the last
if(EMSCRIPTEN)  # OS_OTHER: sqlite3_os_init() is ours, in client/platform/web, and registers the OPFS VFS
  list(APPEND sqlite_defines SQLITE_THREADSAFE=0 SQLITE_OS_OTHER=1 SQLITE_TEMP_STORE=3)
else()
  list(APPEND sqlite_defines SQLITE_THREADSAFE=2)  # one thread per connection at a time
endif()
cm_third_party(sqlite3 SOURCES "${CM_DEPS}/sqlite/sqlite3.c" INCLUDES "${CM_DEPS}/sqlite" DEFINES ${sqlite_defines})

set(sqlitecpp_root "${CM_DEPS}/src/sqlitecpp")
cm_third_party(sqlitecpp
  SOURCES "${sqlitecpp_root}/src/Backup.cpp" "${sqlitecpp_root}/src/Column.cpp" "${sqlitecpp_root}/src/Database.cpp"
          "${sqlitecpp_root}/src/Exception.cpp" "${sqlitecpp_root}/src/Savepoint.cpp"
          "${sqlitecpp_root}/src/Statement.cpp" "${sqlitecpp_root}/src/Transaction.cpp"
  INCLUDES "${sqlitecpp_root}/include")
target_link_libraries(sqlitecpp PUBLIC sqlite3)

set(imgui_root "${CM_DEPS}/src/imgui")
set(imgui_sources "${imgui_root}/imgui.cpp" "${imgui_root}/imgui_draw.cpp" "${imgui_root}/imgui_tables.cpp"
    "${imgui_root}/imgui_widgets.cpp" "${imgui_root}/misc/cpp/imgui_stdlib.cpp")
set(imgui_defines IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_FILE_FUNCTIONS)
if(EMSCRIPTEN)
  list(APPEND imgui_sources "${imgui_root}/backends/imgui_impl_opengl3.cpp")
  list(APPEND imgui_defines IMGUI_IMPL_OPENGL_ES3)
else()  # headless: no backend, but the hooks by which tests see every item drawn
  list(APPEND imgui_sources "${CMAKE_SOURCE_DIR}/cmake/imgui_default_hooks.cpp")
  list(APPEND imgui_defines IMGUI_ENABLE_TEST_ENGINE)
endif()
cm_third_party(imgui SOURCES ${imgui_sources} DEFINES ${imgui_defines}
               INCLUDES "${imgui_root}" "${imgui_root}/backends" "${imgui_root}/misc/cpp")

# XLSX: zlib with its minizip for the archive, expat for the XML inside.
set(zlib_root "${CM_DEPS}/src/zlib")
set(zlib_sources "")
foreach(file adler32 compress crc32 deflate infback inffast inflate inftrees trees uncompr zutil)
  list(APPEND zlib_sources "${zlib_root}/${file}.c")
endforeach()
cm_third_party(zlib SOURCES ${zlib_sources} INCLUDES "${zlib_root}")

set(minizip_root "${zlib_root}/contrib/minizip")
cm_third_party(minizip SOURCES "${minizip_root}/ioapi.c" "${minizip_root}/unzip.c" "${minizip_root}/zip.c"
               INCLUDES "${zlib_root}/contrib" DEFINES NOCRYPT NOUNCRYPT IOAPI_NO_64)
target_link_libraries(minizip PUBLIC zlib)

set(expat_root "${CM_DEPS}/src/expat/expat/lib")
cm_third_party(expat SOURCES "${expat_root}/xmlparse.c" "${expat_root}/xmlrole.c" "${expat_root}/xmltok.c"
               INCLUDES "${expat_root}" "${CMAKE_SOURCE_DIR}/cmake/expat")

# Header-only. All four live in one include folder; a target each keeps link lists honest.
foreach(target nlohmann doctest expected rapidfuzz)
  cm_third_party(${target} INCLUDES "${CM_DEPS}/include")
endforeach()

if(EMSCRIPTEN)
  return()
endif()

# --- Server only, from this machine's Debian

find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(CLI11 REQUIRED)
find_package(spdlog REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(BROTLI REQUIRED IMPORTED_TARGET libbrotlienc libbrotlidec libbrotlicommon)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)

cm_third_party(httplib INCLUDES "${CM_DEPS}/src/cpp-httplib/only"
  DEFINES CPPHTTPLIB_OPENSSL_SUPPORT CPPHTTPLIB_ZLIB_SUPPORT CPPHTTPLIB_BROTLI_SUPPORT CPPHTTPLIB_LISTEN_BACKLOG=512)
target_link_libraries(httplib INTERFACE
  OpenSSL::SSL OpenSSL::Crypto zlib PkgConfig::BROTLI Threads::Threads)

add_library(sodium ALIAS PkgConfig::SODIUM)
add_library(cli11 ALIAS CLI11::CLI11)
if(NOT TARGET spdlog)
  add_library(spdlog ALIAS spdlog::spdlog)
endif()

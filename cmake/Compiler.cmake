# How everything is compiled, third party included. Own code gets its warnings in Rooms.cmake.

# CMake's own Debug and Release levels are replaced: sanitized tests need some speed, and -O2 is enough.
set(CMAKE_C_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g1")
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

if(EMSCRIPTEN)
  # Plain `ninja` links too, without the preset's environment: acorn is off node's path in Debian.
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
  add_compile_options(-fwasm-exceptions -Os)
  add_link_options(-fwasm-exceptions -Os)
elseif(CM_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  # Checks of every pointer before it is used: the address sanitizer stops at what a bad one reaches, and they are a third
  # of the compile time.
  add_compile_options(-fno-sanitize=null,alignment,object-size,vptr)
  add_link_options(-fsanitize=address,undefined)
endif()

# With a base folder, two build trees of one depth share their cache entries. It learns from the compiler what a file
# includes, instead of preprocessing first: em++ takes a second to start.
find_program(CM_CCACHE ccache NO_CMAKE_FIND_ROOT_PATH)
if(CM_CCACHE)
  foreach(language C CXX)
    set(CMAKE_${language}_COMPILER_LAUNCHER
        env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1 "${CM_CCACHE}")
  endforeach()
endif()

# cm_room(TARGET [SOURCES file…] [LINK library…])
#
# One room = one library. SOURCES are the .cpp files, named one by one, relative to the room's folder; a room of headers
# only gives none. LINK is public: what the room's headers include. The include root is the repository's root.

# Own code compiles clean under these.
add_library(cm_warnings INTERFACE)
target_compile_options(cm_warnings INTERFACE -Wall -Wextra -Wpedantic)

function(cm_room target)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "cm_room(${target}): what is '${arg_UNPARSED_ARGUMENTS}'?")
  endif()
  if(arg_SOURCES)
    add_library(${target} STATIC ${arg_SOURCES})
    target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${target} PUBLIC ${arg_LINK} PRIVATE cm_warnings)
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${CMAKE_SOURCE_DIR}")
    target_link_libraries(${target} INTERFACE ${arg_LINK})
  endif()
endfunction()

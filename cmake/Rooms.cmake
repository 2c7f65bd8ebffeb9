# cm_room(TARGET [SOURCES file…] [LINK library…])
#
# One room = one library. SOURCES are the .cpp files, named one by one, relative to the room's folder; a room of headers
# only gives none. LINK is public: what the room's headers include. The include root is the repository's root.

# Own code compiles clean under these.
add_library(cm_warnings INTERFACE)
target_compile_options(cm_warnings INTERFACE -Wall -Wextra -Wpedantic)

# While rooms are being written side by side, a source that is listed but not there yet is left out with a warning.
function(cm_existing_sources variable)
  set(existing)
  foreach(source IN LISTS ${variable})
    if(EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${source}" OR IS_ABSOLUTE "${source}")
      list(APPEND existing "${source}")
    else()
      message(WARNING "${source} is not there yet: left out")
    endif()
  endforeach()
  set(${variable} "${existing}" PARENT_SCOPE)
endfunction()

function(cm_room target)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "cm_room(${target}): what is '${arg_UNPARSED_ARGUMENTS}'?")
  endif()
  cm_existing_sources(arg_SOURCES)
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

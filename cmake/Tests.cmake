# cm_add_test(NAME LABEL SOURCES file… [LIBS library…] [ARGS argument…] [TIMEOUT seconds])
#
# One doctest program = one ctest test. LABEL is one of
#   unit store simulation server ui e2e architecture
# The target tests_LABEL builds all of a label. doctest's main() comes from tests/support.
# cm_add_bench(NAME SOURCES file… [LIBS library…]) makes a program of its own main() in build/<preset>/bench/, built by
# the target `bench` only; scripts/bench runs them all in the release build.

set(CM_TEST_LABELS unit store simulation server ui e2e architecture)
foreach(label IN LISTS CM_TEST_LABELS)
  add_custom_target(tests_${label})
endforeach()

function(cm_add_test name label)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LIBS;ARGS" ${ARGN})
  if(NOT label IN_LIST CM_TEST_LABELS)
    message(FATAL_ERROR "cm_add_test(${name}): '${label}' is not one of ${CM_TEST_LABELS}")
  endif()
  if(NOT arg_SOURCES)
    message(FATAL_ERROR "cm_add_test(${name}): a test without sources")
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_compile_definitions(${name} PRIVATE "CM_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"" "CM_BINARY_DIR=\"${CMAKE_BINARY_DIR}\"")
  # Test code is compiled far more often than it runs.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Debug>:-O0>)
  # g++ 12 at -O2 takes a short string's own buffer for an overlapping copy (GCC bug 105651, mended in 13).
  target_compile_options(${name} PRIVATE
    $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
  target_link_libraries(${name} PRIVATE ${arg_LIBS} cm_test_support cm_warnings doctest)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  add_dependencies(tests_${label} ${name})
  add_test(NAME ${name} COMMAND ${name} ${arg_ARGS} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 900)  # against what hangs; a busy machine takes several times as long
  endif()
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT ${arg_TIMEOUT})
endfunction()

add_custom_target(bench)

function(cm_add_bench name)
  cmake_parse_arguments(arg "" "" "SOURCES;LIBS" ${ARGN})
  add_executable(${name} EXCLUDE_FROM_ALL ${arg_SOURCES})
  add_dependencies(bench ${name})
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${arg_LIBS} cm_warnings)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bench")
endfunction()

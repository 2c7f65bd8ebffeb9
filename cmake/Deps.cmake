# Sets CM_DEPS, the folder of third-party sources that scripts/deps fetches (see there for its layout).
# Give the environment variable CM_DEPS to use a folder of your own.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
             "${CMAKE_SOURCE_DIR}/scripts/deps" "${CMAKE_SOURCE_DIR}/scripts/deps.lock")
if(DEFINED ENV{CM_DEPS})
  set(CM_DEPS "$ENV{CM_DEPS}")
else()
  execute_process(COMMAND "${CMAKE_SOURCE_DIR}/scripts/deps"
                  OUTPUT_VARIABLE CM_DEPS OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
endif()
if(NOT EXISTS "${CM_DEPS}/.complete")
  message(FATAL_ERROR "No third-party sources in '${CM_DEPS}'. Run scripts/deps.")
endif()

# rules/en/**/*.tsv → C++ tables in ${COPYDESK_GENERATED}, by tools/embed.
#
# Also run while configuring, so that a build knows its sources; a malformed row ends either with file:line.
find_program(NODE_EXECUTABLE NAMES node nodejs REQUIRED)
set(COPYDESK_GENERATED "${PROJECT_BINARY_DIR}/generated")
file(GLOB_RECURSE rule_tables CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/rules/*.tsv")
file(GLOB embed_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/tools/embed/*.mjs")
# The generator reads the sources too: it refuses a rule without a use and a use without a rule.
file(GLOB_RECURSE rule_users CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/*.cpp" "${PROJECT_SOURCE_DIR}/src/*.h")
set(embed_command "${NODE_EXECUTABLE}" "${PROJECT_SOURCE_DIR}/tools/embed/embed.mjs"
  "${PROJECT_SOURCE_DIR}/rules/en" "${COPYDESK_GENERATED}" "${PROJECT_SOURCE_DIR}/src")
execute_process(COMMAND ${embed_command} COMMAND_ERROR_IS_FATAL ANY)
# Every generated file is named, so that one build both makes it again and compiles what includes it.
file(GLOB_RECURSE generated_files CONFIGURE_DEPENDS "${COPYDESK_GENERATED}/*.gen.h" "${COPYDESK_GENERATED}/*.gen.cpp")
add_custom_command(
  OUTPUT "${COPYDESK_GENERATED}/stamp"
  BYPRODUCTS ${generated_files}
  COMMAND ${embed_command}
  DEPENDS ${rule_tables} ${embed_sources} ${rule_users}
  COMMENT "Compiling the rules" VERBATIM)
add_custom_target(copydesk_rules DEPENDS "${COPYDESK_GENERATED}/stamp")

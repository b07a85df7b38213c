# RE2 and simdjson, each as one target that exactly one of our files links against:
#   copydesk_re2       for src/patterns
#   copydesk_simdjson  for src/input, by way of its dom.h
# Their sources come by npm (package-lock.json pins them by hash); a system's own can be taken instead.

option(COPYDESK_SYSTEM_RE2 "Use the system's RE2 instead of the sources in node_modules" OFF)
option(COPYDESK_SYSTEM_SIMDJSON "Use the system's simdjson instead of the sources in node_modules" OFF)
option(COPYDESK_RE2_UNICODE "Keep RE2's \\p{...} classes (6 kB of download)" ON)
set(COPYDESK_THIRD_PARTY "${PROJECT_SOURCE_DIR}/node_modules" CACHE PATH "Where npm put re2 and @nozbe/simdjson")

function(copydesk_require_source file package)
  if(NOT EXISTS "${file}")
    message(FATAL_ERROR "${file} is missing: run 'npm ci' for the sources of ${package}, "
      "or configure with -DCOPYDESK_SYSTEM_RE2=ON -DCOPYDESK_SYSTEM_SIMDJSON=ON, or -DCOPYDESK_CORE_ONLY=ON.")
  endif()
endfunction()

# What a package of someone else's must not do to our build: warn, or be analysed.
function(copydesk_third_party_target target)
  set_target_properties(${target} PROPERTIES CXX_STANDARD 17 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF
    POSITION_INDEPENDENT_CODE ON CXX_CLANG_TIDY "")
  target_compile_options(${target} PRIVATE -w)
  if(EMSCRIPTEN)
    # Reached only through the door, never per word: small counts for more than fast.
    target_compile_options(${target} PRIVATE ${COPYDESK_SMALLEST} -fno-exceptions -fno-rtti)
  endif()
endfunction()

if(COPYDESK_SYSTEM_RE2)
  add_library(copydesk_re2 INTERFACE)
  find_package(re2 CONFIG QUIET)
  if(re2_FOUND)
    target_link_libraries(copydesk_re2 INTERFACE re2::re2)
  else()
    find_library(COPYDESK_RE2_LIBRARY re2 REQUIRED)
    target_link_libraries(copydesk_re2 INTERFACE ${COPYDESK_RE2_LIBRARY})
  endif()
else()
  set(re2 "${COPYDESK_THIRD_PARTY}/re2/vendor")
  copydesk_require_source("${re2}/re2/re2.cc" re2)
  set(re2_sources bitmap256 bitstate compile dfa filtered_re2 mimics_pcre nfa onepass perl_groups
    prefilter prefilter_tree prog re2 regexp set simplify stringpiece tostring unicode_casefold)
  list(TRANSFORM re2_sources PREPEND "${re2}/re2/")
  list(TRANSFORM re2_sources APPEND ".cc")
  if(COPYDESK_RE2_UNICODE)
    set(unicode_packed "${PROJECT_BINARY_DIR}/re2/unicode_packed.inc")
    set(unicode_packer "${PROJECT_SOURCE_DIR}/tools/embed/unicode.mjs")
    add_custom_command(
      OUTPUT "${unicode_packed}"
      COMMAND "${NODE_EXECUTABLE}" "${unicode_packer}" "${re2}/re2/unicode_groups.cc" "${unicode_packed}"
      DEPENDS "${unicode_packer}" "${re2}/re2/unicode_groups.cc"
      COMMENT "Packing RE2's Unicode classes" VERBATIM)
    file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/re2")
    list(APPEND re2_sources "${PROJECT_SOURCE_DIR}/cmake/re2/parse.cc" "${PROJECT_SOURCE_DIR}/cmake/re2/unicode_groups.cc"
      "${unicode_packed}")
  else()
    list(APPEND re2_sources "${re2}/re2/parse.cc" "${PROJECT_SOURCE_DIR}/cmake/re2/unicode_groups_none.cc")
  endif()
  add_library(copydesk_re2 STATIC ${re2_sources} "${re2}/util/rune.cc"
    "${PROJECT_SOURCE_DIR}/cmake/re2/strutil.cc")
  target_include_directories(copydesk_re2 BEFORE PRIVATE "${PROJECT_SOURCE_DIR}/cmake/re2" "${PROJECT_BINARY_DIR}/re2")
  target_include_directories(copydesk_re2 SYSTEM PUBLIC "$<BUILD_INTERFACE:${re2}>")
  # A program that links another RE2 beside us must not get ours under the same names.
  target_compile_definitions(copydesk_re2 PUBLIC "$<BUILD_INTERFACE:re2=copydesk_re2>")
  copydesk_third_party_target(copydesk_re2)
  if(NOT EMSCRIPTEN)
    find_package(Threads REQUIRED)
    target_link_libraries(copydesk_re2 PUBLIC Threads::Threads)
  endif()
endif()

if(COPYDESK_SYSTEM_SIMDJSON)
  find_package(simdjson REQUIRED)
  add_library(copydesk_simdjson INTERFACE)
  target_link_libraries(copydesk_simdjson INTERFACE simdjson::simdjson)
else()
  set(simdjson "${COPYDESK_THIRD_PARTY}/@nozbe/simdjson/src")
  copydesk_require_source("${simdjson}/simdjson.cpp" "@nozbe/simdjson")
  add_library(copydesk_simdjson STATIC "${simdjson}/simdjson.cpp")
  target_include_directories(copydesk_simdjson SYSTEM PUBLIC "$<BUILD_INTERFACE:${simdjson}>")
  target_compile_definitions(copydesk_simdjson PUBLIC "$<BUILD_INTERFACE:simdjson=copydesk_simdjson>"
    "$<BUILD_INTERFACE:SIMDJSON_EXCEPTIONS=0>"
    # No number is read as one (src/input/json_fault.h): 10 kB of powers of five stay away.
    "$<BUILD_INTERFACE:SIMDJSON_SKIPNUMBERPARSING>")
  copydesk_third_party_target(copydesk_simdjson)
endif()

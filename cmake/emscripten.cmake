# Toolchain file of the preset "wasm": finds the Emscripten that `emcc` on the PATH (or EMSDK) belongs to
# and hands over to the toolchain file that it ships.
find_program(COPYDESK_EMCC emcc HINTS "$ENV{EMSDK}/upstream/emscripten")
if(NOT COPYDESK_EMCC)
  message(FATAL_ERROR "emcc is not on the PATH: install Debian's package emscripten, or activate an emsdk.")
endif()
get_filename_component(COPYDESK_EMCC "${COPYDESK_EMCC}" REALPATH)
get_filename_component(COPYDESK_EMSCRIPTEN "${COPYDESK_EMCC}" DIRECTORY)

# Debian splits Emscripten's JavaScript helpers into packages of their own.  An optimised link needs acorn;
# without it the link fails and leaves a fresh .wasm without its .js.  A Node that is not Debian's does not
# look there by itself.
if(EXISTS /usr/share/nodejs/acorn AND NOT CMAKE_CXX_LINKER_LAUNCHER)
  set(CMAKE_C_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs" CACHE STRING "")
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND};-E;env;NODE_PATH=/usr/share/nodejs" CACHE STRING "")
endif()

include("${COPYDESK_EMSCRIPTEN}/cmake/Modules/Platform/Emscripten.cmake")

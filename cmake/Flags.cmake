# Flags of our own code (copydesk_flags) and of everything in this build, third-party code included.

add_library(copydesk_flags INTERFACE)
target_compile_options(copydesk_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow
  # GCC 12 sees overlaps in std::string's operator+ that are not there (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${COPYDESK_WERROR}>:-Werror>
  # Errors are values here; neither exceptions nor type information are paid for.
  -fno-exceptions -fno-rtti)
target_compile_definitions(copydesk_flags INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

if(COPYDESK_SANITIZE)
  target_compile_definitions(copydesk_flags INTERFACE COPYDESK_CHECKED)
  # The check of virtual pointers needs the type information that our code goes without.
  add_compile_options(-fsanitize=${COPYDESK_SANITIZE} -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${COPYDESK_SANITIZE})
endif()

if(EMSCRIPTEN)
  # A download is mostly code: it is built for size.  Emscripten's -Os and -Oz keep clang from inlining anything,
  # even std::string_view::end, and the code takes three times as long; INLINING_LIMIT=0 gives inlining back.
  set(COPYDESK_SMALLEST -Oz -sINLINING_LIMIT=0)
  target_compile_options(copydesk_flags INTERFACE ${COPYDESK_SMALLEST})
  target_compile_definitions(copydesk_flags INTERFACE COPYDESK_SMALL)
  # 11 % smaller, and calls between our libraries inline.
  add_compile_options(-flto)
  # Binaryen leaves less code at -O3 than at -O2.
  add_link_options(-flto -O3)
endif()

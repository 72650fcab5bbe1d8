# toolkitd_warnings: link it PRIVATE to a target of ours to have our warnings, as errors.
# toolkitd_target(<name>): C++20 without extensions, and those warnings.
option(TOOLKITD_WARNINGS_AS_ERRORS "A warning in our own code stops the build" ON)

add_library(toolkitd_warnings INTERFACE)
target_compile_options(toolkitd_warnings INTERFACE
  -Wall
  -Wextra
  -Wpedantic
  -Wcast-align
  -Wconversion
  -Wdouble-promotion
  -Wextra-semi
  -Wformat=2
  -Wimplicit-fallthrough
  -Wnon-virtual-dtor
  -Wold-style-cast
  -Woverloaded-virtual
  -Wshadow
  -Wsign-conversion
  -Wswitch-enum
  -Wundef
  -Wunused
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-branches>
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond>
  $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op>
  $<$<BOOL:${TOOLKITD_WARNINGS_AS_ERRORS}>:-Werror>)

# GCC before 13 sees overlapping copies in std::string that are not there (GCC bug 105651).
target_compile_options(toolkitd_warnings INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
# libstdc++ 12 uses in std::stable_sort what it calls deprecated itself, and only clang tells where it is used.
target_compile_options(toolkitd_warnings INTERFACE $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>)
# Sanitizers hide from GCC's flow analysis what was checked before; the plain builds keep these warnings.
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
  target_compile_options(toolkitd_warnings INTERFACE
    -Wno-null-dereference $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

function(toolkitd_target name)
  target_compile_features(${name} PRIVATE cxx_std_20)
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
  target_link_libraries(${name} PRIVATE toolkitd_warnings)
endfunction()

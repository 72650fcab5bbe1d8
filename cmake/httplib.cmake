# toolkitd_httplib: cpp-httplib 0.18.7 or later, its headers as system headers.
# toolkitd_httplib_tls: the same with TLS. A binary links one of the two, for the layout of httplib's classes hangs on it.
#  0. the header in TOOLKITD_HTTPLIB_INCLUDE, where it is set: to build with another version;
#  1. the system's package, with the package's own flags: the layout of its classes depends on them;
#  2. the header that script/bootstrap takes from Debian 13's source package, patches included;
#  3. the pinned release, fetched. Upstream's 0.18.7 lacks the security fixes that Debian carries.
set(TOOLKITD_HTTPLIB_VERSION 0.18.7)
set(TOOLKITD_DEPS_DIR "${CMAKE_SOURCE_DIR}/build/deps" CACHE PATH "Where script/bootstrap puts what it prepares")

add_library(toolkitd_httplib INTERFACE)
add_library(toolkitd_httplib_tls INTERFACE)
target_link_libraries(toolkitd_httplib_tls INTERFACE toolkitd_httplib OpenSSL::SSL)

function(toolkitd_httplib_from_header dir origin)
  target_include_directories(toolkitd_httplib SYSTEM INTERFACE "${dir}")
  target_compile_definitions(toolkitd_httplib INTERFACE CPPHTTPLIB_USE_POLL)
  target_link_libraries(toolkitd_httplib INTERFACE Threads::Threads)
  target_compile_definitions(toolkitd_httplib_tls INTERFACE CPPHTTPLIB_OPENSSL_SUPPORT)
  message(STATUS "cpp-httplib: ${origin}")
endfunction()

set(TOOLKITD_HTTPLIB_INCLUDE "" CACHE PATH "The folder of another httplib.h to build with")
pkg_check_modules(TOOLKITD_HTTPLIB_PACKAGE QUIET IMPORTED_TARGET "cpp-httplib>=${TOOLKITD_HTTPLIB_VERSION}")
if(TOOLKITD_HTTPLIB_INCLUDE)
  if(NOT EXISTS "${TOOLKITD_HTTPLIB_INCLUDE}/httplib.h")
    message(FATAL_ERROR "${TOOLKITD_HTTPLIB_INCLUDE} holds no httplib.h: script/bootstrap prepares it")
  endif()
  toolkitd_httplib_from_header("${TOOLKITD_HTTPLIB_INCLUDE}" "the header in ${TOOLKITD_HTTPLIB_INCLUDE}")
elseif(TOOLKITD_HTTPLIB_PACKAGE_FOUND)
  target_link_libraries(toolkitd_httplib INTERFACE PkgConfig::TOOLKITD_HTTPLIB_PACKAGE Threads::Threads)
  message(STATUS "cpp-httplib: the system's package ${TOOLKITD_HTTPLIB_PACKAGE_VERSION}")
elseif(EXISTS "${TOOLKITD_DEPS_DIR}/cpp-httplib/include/httplib.h")
  toolkitd_httplib_from_header("${TOOLKITD_DEPS_DIR}/cpp-httplib/include" "the header prepared by script/bootstrap")
else()
  message(WARNING "cpp-httplib ${TOOLKITD_HTTPLIB_VERSION} is not installed: fetching upstream's release, "
    "without Debian's security fixes. On Debian, run script/bootstrap instead.")
  include(FetchContent)
  FetchContent_Declare(cpp_httplib
    GIT_REPOSITORY https://github.com/yhirose/cpp-httplib.git
    GIT_TAG v${TOOLKITD_HTTPLIB_VERSION}
    GIT_SHALLOW TRUE
    SOURCE_SUBDIR unused) # the header is all that is needed, so its CMakeLists.txt is not run
  FetchContent_MakeAvailable(cpp_httplib)
  toolkitd_httplib_from_header("${cpp_httplib_SOURCE_DIR}" "upstream's release ${TOOLKITD_HTTPLIB_VERSION}, fetched")
endif()

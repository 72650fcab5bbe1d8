# Every library that toolkitd uses, under one name on every system:
#   nlohmann_json::nlohmann_json  spdlog::spdlog  fmt::fmt  date::date  date::date-tz  yaml-cpp::yaml-cpp
#   cmark::cmark  valijson::valijson  CLI11::CLI11  libdeflate::libdeflate  brotli::encoder  brotli::decoder  OpenSSL::Crypto
#   OpenSSL::SSL  xxhash::xxhash  prometheus::core  tl::expected  Threads::Threads  toolkitd_httplib  toolkitd_httplib_tls
#   for tests, where GoogleTest is installed: GTest::gtest, GTest::gmock, GTest::gtest_main, GTest::gmock_main
# The Debian packages behind them are listed in script/packages.sh.
include(${CMAKE_CURRENT_LIST_DIR}/ccache.cmake)

find_package(PkgConfig REQUIRED)
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(date REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(valijson REQUIRED)
find_package(CLI11 REQUIRED)
find_package(tl-expected REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto SSL)  # for a step of the build, and the module that verify loads
# By pkg-config: the CMake file of Debian's cmark asks for its command-line program as well.
pkg_check_modules(cmark REQUIRED IMPORTED_TARGET libcmark)
pkg_check_modules(brotli_encoder REQUIRED IMPORTED_TARGET libbrotlienc)
pkg_check_modules(brotli_decoder REQUIRED IMPORTED_TARGET libbrotlidec)
pkg_check_modules(libdeflate REQUIRED IMPORTED_TARGET libdeflate)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)
# By pkg-config, too: prometheus-cpp's CMake file asks for the HTTP server and the client of its other parts.
pkg_check_modules(prometheus REQUIRED IMPORTED_TARGET prometheus-cpp-core)

# toolkitd_alias(<name> <target>...): <name> for the first <target> that exists, unless the package gives <name> itself.
function(toolkitd_alias name)
  if(TARGET ${name})
    return()
  endif()
  foreach(candidate IN LISTS ARGN)
    if(TARGET ${candidate})
      add_library(${name} INTERFACE IMPORTED GLOBAL)
      target_link_libraries(${name} INTERFACE ${candidate})
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "No CMake target for ${name}: run script/bootstrap to install what is missing.")
endfunction()

toolkitd_alias(yaml-cpp::yaml-cpp yaml-cpp)
toolkitd_alias(cmark::cmark PkgConfig::cmark)
toolkitd_alias(valijson::valijson valijson ValiJSON::valijson)
toolkitd_alias(brotli::encoder PkgConfig::brotli_encoder)
toolkitd_alias(brotli::decoder PkgConfig::brotli_decoder)
toolkitd_alias(libdeflate::libdeflate PkgConfig::libdeflate)
toolkitd_alias(xxhash::xxhash PkgConfig::xxhash)
toolkitd_alias(prometheus::core PkgConfig::prometheus)

if(BUILD_TESTING)
  find_package(GTest QUIET)
  if(NOT TARGET GTest::gmock_main)
    message(STATUS "GoogleTest is not installed: the tests are not built")
    set(BUILD_TESTING OFF)
  endif()
endif()

include(${CMAKE_CURRENT_LIST_DIR}/httplib.cmake)

# Compiles through ccache where it is installed; a launcher given by hand is kept. Paths under the source folder are
# hashed as relative ones, so that another clone of the same sources finds what this one compiled.
find_program(TOOLKITD_CCACHE ccache)
mark_as_advanced(TOOLKITD_CCACHE)
if(TOOLKITD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros ${TOOLKITD_CCACHE})
endif()

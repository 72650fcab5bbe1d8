# Compiles through ccache where it is installed; a launcher given by hand is kept.
find_program(TOOLKITD_CCACHE ccache)
mark_as_advanced(TOOLKITD_CCACHE)
if(TOOLKITD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${TOOLKITD_CCACHE}")
endif()

# Writes the C++ source of a function that gives the text of a file by its name:
#   cmake -D FILES=<glob> -D FUNCTION=<name> -D HEADER=<header> -D OUTPUT=<file> -P embed_texts.cmake
file(GLOB files "${FILES}")
list(SORT files)

set(cases "")
foreach(file IN LISTS files)
  cmake_path(GET file STEM name)
  file(READ "${file}" text)
  string(APPEND cases "    if (name == \"${name}\") return R\"text(${text})text\";\n")
endforeach()

file(WRITE "${OUTPUT}.new" "#include \"${HEADER}\"

namespace toolkitd::render {

std::string_view ${FUNCTION}(std::string_view name) {
${cases}    return {};
}

}  // namespace toolkitd::render
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)

# Writes the C++ source of schema_text: cmake -D SCHEMAS=<folder> -D OUTPUT=<file> -P embed_schemas.cmake
file(GLOB files "${SCHEMAS}/*.schema.json")
list(SORT files)

set(cases "")
foreach(file IN LISTS files)
  cmake_path(GET file FILENAME name)
  string(REPLACE ".schema.json" "" name "${name}")
  file(READ "${file}" text)
  string(APPEND cases "    if (name == \"${name}\") return R\"schema(${text})schema\";\n")
endforeach()

file(WRITE "${OUTPUT}.new" "#include \"content/schema_text.h\"

namespace toolkitd::content {

std::string_view schema_text(std::string_view name) {
${cases}    return {};
}

}  // namespace toolkitd::content
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)

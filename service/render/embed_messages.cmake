# Writes the C++ source of message_text: cmake -D MESSAGES=<folder> -D OUTPUT=<file> -P embed_messages.cmake
file(GLOB files "${MESSAGES}/*.json")
list(SORT files)

set(cases "")
foreach(file IN LISTS files)
  cmake_path(GET file STEM name)
  file(READ "${file}" text)
  string(APPEND cases "    if (tag == \"${name}\") return R\"messages(${text})messages\";\n")
endforeach()

file(WRITE "${OUTPUT}.new" "#include \"render/message_text.h\"

namespace toolkitd::render {

std::string_view message_text(std::string_view tag) {
${cases}    return {};
}

}  // namespace toolkitd::render
")
file(COPY_FILE "${OUTPUT}.new" "${OUTPUT}" ONLY_IF_DIFFERENT)

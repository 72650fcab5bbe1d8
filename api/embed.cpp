// Build step: writes a C++ source that holds a YAML document as it stands and as JSON.
//
//   embed_contract openapi.yaml contract.cpp

#include <yaml-cpp/yaml.h>

#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace {

using Json = nlohmann::ordered_json;

// The JSON schema of YAML 1.2 (section 10.2): a plain scalar that is JSON is that value, any other is a string.
Json scalar(const YAML::Node& node) {
    const std::string& text = node.Scalar();
    const bool quoted = node.Tag() == "!";
    if (quoted) return text;
    if (text == "null" || text == "~" || text.empty()) return nullptr;
    const Json value = Json::parse(text, nullptr, false);
    return value.is_discarded() || !value.is_primitive() ? Json(text) : value;
}

Json to_json(const YAML::Node& node) {
    if (node.IsMap()) {
        Json object = Json::object();
        for (const auto& entry : node) object[entry.first.Scalar()] = to_json(entry.second);
        return object;
    }
    if (node.IsSequence()) {
        Json array = Json::array();
        for (const auto& item : node) array.push_back(to_json(item));
        return array;
    }
    return node.IsNull() ? Json(nullptr) : scalar(node);
}

void write_constant(std::ostream& out, const std::string& name, const std::string& bytes) {
    out << "constexpr unsigned char " << name << "[] = {";
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        out << (i % 32 == 0 ? "\n" : "") << static_cast<int>(static_cast<unsigned char>(bytes[i])) << ',';
    }
    out << "};\n";
}

void write_function(std::ostream& out, const std::string& name) {
    out << "std::string_view " << name << "() { return {reinterpret_cast<const char*>(k_" << name << "), sizeof k_"
        << name << "}; }\n";
}

std::string read(const char* path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error(std::string("cannot read ") + path);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void embed(const char* source, const char* target) {
    const std::string yaml = read(source);
    const std::string json = to_json(YAML::Load(yaml)).dump() + "\n";
    std::ostringstream out;
    out << "#include \"contract.h\"\n\nnamespace toolkitd::contract {\nnamespace {\n";
    write_constant(out, "k_yaml", yaml);
    write_constant(out, "k_json", json);
    out << "}\n";
    write_function(out, "yaml");
    write_function(out, "json");
    out << "}\n";
    std::ofstream(target, std::ios::binary) << out.str();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: embed_contract openapi.yaml contract.cpp\n";
        return 2;
    }
    try {
        embed(argv[1], argv[2]);
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "embed_contract: " << argv[1] << ": " << error.what() << '\n';
        return 1;
    }
}

#include "mirror/nginx_map.h"

namespace toolkitd::mirror {
namespace {

std::string between_quotes(std::string_view text, bool literally) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || (literally && c == '\\')) out += '\\';
        if (literally && c == '$') {
            out += "${toolkit_dollar}";  // nginx knows no other way
        } else {
            out += c;
        }
    }
    return out + '"';
}

}  // namespace

std::string in_quotes(std::string_view text) { return between_quotes(text, true); }

NginxMap::NginxMap(std::string_view source, std::string_view variable) {
    text_.append("map ").append(between_quotes(source, false)).append(" $").append(variable).append(" {\n");
}

NginxMap& NginxMap::line(std::string_view key, std::string_view value) {
    text_ += "    " + (key == "default" ? "default" : between_quotes(key, false)) + " " + between_quotes(value, false) +
             ";\n";
    ++size_;
    return *this;
}

NginxMap& NginxMap::literal(std::string_view key, std::string_view value) {
    text_ += "    " + in_quotes(key) + " " + in_quotes(value) + ";\n";
    ++size_;
    return *this;
}

NginxMap& NginxMap::lines(std::string_view text) {
    text_ += text;
    return *this;
}

}  // namespace toolkitd::mirror

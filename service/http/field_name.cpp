#include "http/field_name.h"

#include <algorithm>
#include <array>

namespace toolkitd::http {
namespace {

struct Known {
    std::string_view text;
    FieldName name;
};

constexpr std::array<Known, 10> kKnown{{
    {"Accept-Encoding", FieldName::accept_encoding},
    {"Connection", FieldName::connection},
    {"Content-Length", FieldName::content_length},
    {"Expect", FieldName::expect},
    {"Host", FieldName::host},
    {"If-Match", FieldName::if_match},
    {"If-Modified-Since", FieldName::if_modified_since},
    {"If-None-Match", FieldName::if_none_match},
    {"If-Unmodified-Since", FieldName::if_unmodified_since},
    {"Transfer-Encoding", FieldName::transfer_encoding},
}};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool equal_without_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

FieldName field_name(std::string_view text) {
    for (const auto& [known, name] : kKnown) {
        if (equal_names(known, text)) return name;
    }
    return FieldName::other;
}

}  // namespace toolkitd::http

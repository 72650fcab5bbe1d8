#include "http/message.h"

#include <algorithm>

namespace toolkitd::http {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool equal_without_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

const Field* Request::next(std::string_view name, std::size_t& from) const {
    while (from < fields.size()) {
        const Field& field = fields[from++];
        if (equal_names(field.name, name)) return &field;
    }
    return nullptr;
}

}  // namespace toolkitd::http

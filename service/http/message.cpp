#include "http/message.h"

namespace toolkitd::http {

std::string_view word(Method method) {
    static constexpr std::array<std::string_view, kMethods> kWords{"GET", "HEAD", "OPTIONS", "other"};
    return kWords[static_cast<std::size_t>(method)];
}

const Field* Request::next(FieldName name, std::size_t& from) const {
    while (from < fields.size()) {
        const Field& field = fields[from++];
        if (field.name == name) return &field;
    }
    return nullptr;
}

}  // namespace toolkitd::http

#include "http/message.h"

namespace toolkitd::http {

const Field* Request::next(FieldName name, std::size_t& from) const {
    while (from < fields.size()) {
        const Field& field = fields[from++];
        if (field.name == name) return &field;
    }
    return nullptr;
}

}  // namespace toolkitd::http

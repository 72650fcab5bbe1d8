// Front matter held against the JSON Schema of its kind of file. The only user of valijson and of JSON here.
#pragma once

#include <memory>
#include <string_view>

#include "content/node.h"
#include "content/report.h"

namespace toolkitd::content {

// All schemas, ready for use. For one thread at a time. What the keywords `pattern` and `format` say is for editors
// alone: the shapes of values are checked where the values are read.
class Schemas {
public:
    Schemas();
    ~Schemas();
    Schemas(const Schemas&) = delete;
    Schemas& operator=(const Schemas&) = delete;

    // Reports every place where `front_matter` is not as `<name>.schema.json` wants it. Throws nothing.
    void check(std::string_view name, const Node& front_matter, const Report& report) const;

private:
    struct Prepared;
    std::unique_ptr<Prepared> prepared_;
};

}  // namespace toolkitd::content

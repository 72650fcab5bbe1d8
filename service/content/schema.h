// Front matter held against the JSON Schema of its kind of file. The only user of valijson.
#pragma once

#include <memory>
#include <string_view>

#include "content/node.h"
#include "content/report.h"

namespace toolkitd::content {

// All schemas, ready for use. For one thread at a time.
class Schemas {
public:
    Schemas();
    ~Schemas();
    Schemas(const Schemas&) = delete;
    Schemas& operator=(const Schemas&) = delete;

    // Reports every place where `front_matter` is not as `<name>.schema.json` wants it.
    void check(std::string_view name, const Node& front_matter, const Report& report) const;

private:
    struct Compiled;
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace toolkitd::content

// An answer as toolkitd gave it, kept byte for byte in a file, so that every server that is measured sends the same.
//
// Plain values. Throws std::runtime_error where a file cannot be read or holds no answer.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace toolkitd::bench {

struct Answer {
    std::string bytes;  // all of it
    std::vector<std::pair<std::string, std::string>> fields;
    std::string content;

    // The value of the field of that name, written as toolkitd writes it; empty: none.
    std::string field(const std::string& name) const;

    // Those that no server writes by itself: all but what frames the message, and the date.
    std::vector<std::pair<std::string, std::string>> own_fields() const;
};

Answer read_answer(const std::string& file);

}  // namespace toolkitd::bench

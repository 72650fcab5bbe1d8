// A fault in the content, said so that the person who edits the file can mend it.
//
// Plain values.
#pragma once

#include <string>
#include <vector>

namespace toolkitd::content {

struct Diagnostic {
    std::string file;     // relative to the content folder
    int line = 0;         // from 1; 0 where the fault is the file's or the folder's as a whole
    int column = 0;       // from 1; 0 likewise
    std::string rule;     // a stable short name, such as "unknown-key"
    std::string message;  // what is wrong, and what would be right
};

// In order of file, line, column, rule.
using Diagnostics = std::vector<Diagnostic>;

// "file:line:column: rule: message", one fault.
std::string to_line(const Diagnostic& diagnostic);

}  // namespace toolkitd::content

#include "content/diagnostic.h"

namespace toolkitd::content {

std::string to_line(const Diagnostic& diagnostic) {
    return diagnostic.file + ':' + std::to_string(diagnostic.line) + ':' + std::to_string(diagnostic.column) + ": " +
           diagnostic.rule + ": " + diagnostic.message;
}

}  // namespace toolkitd::content

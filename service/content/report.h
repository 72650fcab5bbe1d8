// Where the faults of one file are written down.
#pragma once

#include <string>

#include "content/diagnostic.h"
#include "content/rules.h"
#include "content/text_file.h"

namespace toolkitd::content {

// Refers to the file and to the list, which must outlive it. For one thread at a time.
class Report {
public:
    // So many are enough to begin with. What comes after them is not written down.
    static constexpr std::size_t kMostFaults = 1'000;

    Report(const TextFile& file, Diagnostics& all) : file_(&file), all_(&all) {}

    // `message` says what is wrong and what would be right.
    void add(Rule rule, Mark mark, std::string message) const {
        if (all_->size() >= kMostFaults) return;
        all_->push_back(
            {file_->path(), mark.line, file_->column_in_characters(mark), std::string(name(rule)), std::move(message)});
    }

private:
    const TextFile* file_;
    Diagnostics* all_;
};

}  // namespace toolkitd::content

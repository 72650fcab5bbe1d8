// A regulation's status at many instants, as a table.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string_view>

#include "support/regulations.h"
#include "support/status_text.h"
#include "support/times.h"

namespace toolkitd::domain {

using testing::at;
using testing::event;
using testing::published;
using testing::regulation;
using testing::text;

// Times are days (from their start in New York) or instants; an empty `since` is none.
struct Row {
    std::string_view instant;
    StatusKind status;
    std::string_view since;
};

inline void expect_history(const Regulation& rule, std::initializer_list<Row> rows) {
    for (const Row& row : rows) {
        const Status status = status_at(rule, at(row.instant));
        EXPECT_EQ(status.kind, row.status) << "at " << row.instant;
        EXPECT_EQ(text(status.since), row.since.empty() ? "none" : text(at(row.since))) << "at " << row.instant;
    }
}

}  // namespace toolkitd::domain

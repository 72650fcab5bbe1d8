#include "app/load_budget.h"

#include <gtest/gtest.h>

#include "app/content_folder.h"

namespace toolkitd::app {
namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

Loaded load_where_a_step_takes(seconds step) {
    Settings settings;
    settings.content = testing::kContent;
    steady_clock::time_point now{};
    const LoadBudget budget{seconds{10}, [&now, step] { return now += step; }};
    return load_site(settings, false, base::Instant{seconds{1'796'000'000}}, read_files, base::untold,
                     {.budget = budget});
}

TEST(LoadBudget, gives_a_load_up_that_takes_too_long) {
    const auto loaded = load_where_a_step_takes(seconds{11});
    ASSERT_FALSE(loaded);
    EXPECT_TRUE(loaded.error().sentence.starts_with("the load took longer than 10 s and was given up: "))
        << loaded.error().sentence;
    EXPECT_TRUE(loaded.error().faults.empty());
    EXPECT_FALSE(loaded.error().unread);
}

TEST(LoadBudget, leaves_one_alone_that_keeps_to_it) { EXPECT_TRUE(load_where_a_step_takes(seconds{0})); }

TEST(LoadBudget, counts_from_the_beginning_and_allows_the_last_instant) {
    steady_clock::time_point now{};
    const LoadBudget budget{seconds{10}, [&now] { return now; }};
    const auto load = [&now](seconds at) {
        return [&now, at](const base::Progress& progress) -> Loaded {
            now += at;
            progress("a step", 0, 1);
            return nullptr;
        };
    };
    EXPECT_TRUE(load_in_time(budget, base::untold, load(seconds{10})));
    EXPECT_FALSE(load_in_time(budget, base::untold, load(seconds{11})));
}

}  // namespace
}  // namespace toolkitd::app

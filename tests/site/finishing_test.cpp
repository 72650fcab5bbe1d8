#include "site/finishing.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

using testing::at;

Run run_of(std::size_t number) {
    Run run;
    run.page.path = "/v1/" + std::to_string(number);
    run.page.language = "en";
    run.page.body = std::make_shared<const std::string>("{\"data\":" + std::to_string(number));
    run.validity.from = at("2024-08-28");
    return run;
}

std::string label_of_body(const Representation& representation) { return std::string(representation.body()); }

// Several of the batches in which they are finished, and a part of one.
constexpr std::size_t kMany = 10'001;

TEST(Finishing, hands_over_each_once_in_the_order_in_which_they_came_whole_and_labelled) {
    const auto catalogue = testing::small_catalogue();
    const render::Options options;
    const Labeller labeller = [](const Representation& made, Coding) { return Label{label_of_body(made), {}}; };
    std::vector<Finished> all;
    Finishing finishing(catalogue, options, labeller, [&](Finished one) { all.push_back(std::move(one)); });
    for (std::size_t i = 0; i < kMany; ++i) finishing.add(run_of(i));
    finishing.end();
    ASSERT_EQ(all.size(), kMany);
    for (std::size_t i = 0; i < kMany; ++i) {
        const auto& [path, words, made, forecast] = all[i];
        ASSERT_EQ(path, "/v1/" + std::to_string(i));
        ASSERT_TRUE(made.body().starts_with("{\"data\":" + std::to_string(i) + ",")) << made.body();
        ASSERT_TRUE(made.body().ends_with("}\n"));
        ASSERT_EQ(made.form(Coding::identity).label.validators, made.body());
        ASSERT_EQ(made.validity.from, at("2024-08-28"));
        ASSERT_FALSE(made.has(Coding::gzip));
    }
}

TEST(Finishing, hands_over_nothing_where_nothing_was_added) {
    const auto catalogue = testing::small_catalogue();
    const render::Options options;
    const Labeller labeller = [](const Representation&, Coding) { return Label{}; };
    Finishing finishing(catalogue, options, labeller, [](const Finished&) { FAIL(); });
    finishing.end();
}

}  // namespace
}  // namespace toolkitd::site

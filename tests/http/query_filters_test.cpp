#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "http/query.h"

namespace toolkitd::http {
namespace {

// In the order of render::kResourceFilters.
const render::FilterValues kAllowed{{{"attorney", "judge"}, {"current", "predates_rule"}, {"guide", "video"}, {"kit"}}};

// The path of the list that is chosen, or what was told to be wrong.
std::string read(std::vector<Parameter> query) {
    Request request;
    request.query = std::move(query);
    const auto choice = resource_filters(request, kAllowed);
    return choice ? render::resource_list_path(*choice) : choice.error().name + " is not " + choice.error().given;
}

TEST(QueryFilters, choose_every_resource_where_none_is_given) {
    EXPECT_EQ(read({}), "/v1/resources");
    EXPECT_EQ(read({{"Kind", "video"}, {"format", "json"}, {"", ""}}), "/v1/resources");
}

TEST(QueryFilters, choose_alone_and_together) {
    EXPECT_EQ(read({{"kind", "video"}}), "/v1/resources?kind=video");
    EXPECT_EQ(read({{"toolkit", "kit"}, {"kind", "guide"}, {"currency", "current"}, {"audience", "judge"}}),
              "/v1/resources?audience=judge&currency=current&kind=guide&toolkit=kit");
}

TEST(QueryFilters, are_refused_where_they_are_none_of_those_allowed) {
    EXPECT_EQ(read({{"kind", "book"}}), "kind is not book");
    EXPECT_EQ(read({{"kind", ""}}), "kind is not ");
    EXPECT_EQ(read({{"kind", "Video"}}), "kind is not Video");
    EXPECT_EQ(read({{"kind", "video,guide"}}), "kind is not video,guide");
    EXPECT_EQ(read({{"audience", "video"}}), "audience is not video");
    EXPECT_EQ(read({{"kind", "video"}, {"toolkit", "\r\nX: y"}}), "toolkit is not \r\nX: y");
}

TEST(QueryFilters, are_refused_where_one_is_given_twice) {
    EXPECT_EQ(read({{"kind", "video"}, {"kind", "guide"}}), "kind is not video and guide");
    EXPECT_EQ(read({{"kind", "video"}, {"kind", "video"}}), "kind is not video and video");
}

TEST(QueryFilters, tell_what_is_allowed_where_they_are_refused) {
    Request request;
    request.query = {{"currency", "old"}};
    const auto refused = resource_filters(request, kAllowed);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().allowed, (std::vector<std::string>{"current", "predates_rule"}));
}

TEST(QueryFilters, keep_views_into_what_is_allowed_and_not_into_the_request) {
    render::FilterChoice choice{};
    {
        Request request;
        request.query = {{"kind", "video"}};
        choice = resource_filters(request, kAllowed).value();
    }
    EXPECT_EQ(choice[2].data(), kAllowed[2][1].data());
}

}  // namespace
}  // namespace toolkitd::http

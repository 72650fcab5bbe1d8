#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "domain/catalogue.h"
#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::domain {
namespace {

using enum StatusKind;
using testing::at;
using testing::notice;
using testing::regulation;

const base::Instant kNow = at("2024-09-01");

// Looks the notice up in every order of the list: its order must not matter.
std::string shown(std::vector<Notice> notices, StatusKind status, std::optional<std::string_view> toolkit = "kit",
                  base::Instant instant = kNow) {
    Catalogue catalogue = testing::empty_catalogue();
    catalogue.regulations = {regulation({})};
    const auto by_id = [](const Notice& a, const Notice& b) { return a.id < b.id; };
    std::sort(notices.begin(), notices.end(), by_id);
    std::string answer;
    do {
        catalogue.notices = notices;
        const Notice* found = notice_for(catalogue, catalogue.regulations[0], status, toolkit, instant);
        const std::string id = found ? found->id : "none";
        EXPECT_TRUE(answer.empty() || answer == id) << answer << " or " << id;
        answer = id;
    } while (std::next_permutation(notices.begin(), notices.end(), by_id));
    return answer;
}

Notice publishers(Notice notice) {
    notice.provenance = Provenance::publisher;
    return notice;
}

Notice for_toolkit(std::string toolkit, Notice notice) {
    notice.toolkits = {std::move(toolkit)};
    return notice;
}

TEST(NoticeFor, is_none_where_there_is_none) { EXPECT_EQ(shown({}, pending), "none"); }

TEST(NoticeFor, is_shown_in_the_statuses_that_it_names_alone) {
    EXPECT_EQ(shown({notice("a", {pending, delayed})}, pending), "a");
    EXPECT_EQ(shown({notice("a", {pending, delayed})}, delayed), "a");
    EXPECT_EQ(shown({notice("a", {pending, delayed})}, effective), "none");
    EXPECT_EQ(shown({notice("a", {})}, effective), "none");
}

TEST(NoticeFor, is_shown_for_its_own_regulation_alone) {
    EXPECT_EQ(shown({notice("a", {pending}, "another-rule")}, pending), "none");
}

TEST(NoticeFor, prefers_the_publishers_words) {
    EXPECT_EQ(shown({notice("a", {pending}), publishers(notice("b", {pending}))}, pending), "b");
    EXPECT_EQ(shown({notice("a", {pending}), publishers(notice("b", {effective}))}, pending), "a");
}

TEST(NoticeFor, prefers_among_those_the_one_for_the_toolkit) {
    EXPECT_EQ(shown({notice("a", {pending}), for_toolkit("kit", notice("b", {pending}))}, pending), "b");
    EXPECT_EQ(shown({publishers(notice("a", {pending})), for_toolkit("kit", notice("b", {pending}))}, pending), "a");
}

TEST(NoticeFor, takes_the_first_id_where_all_else_is_equal) {
    EXPECT_EQ(shown({notice("a", {pending}), notice("b", {pending}), notice("c", {pending})}, pending), "a");
}

TEST(NoticeFor, passes_over_one_for_another_toolkit) {
    EXPECT_EQ(shown({for_toolkit("other", publishers(notice("a", {pending})))}, pending), "none");
    EXPECT_EQ(shown({for_toolkit("other", publishers(notice("a", {pending}))), notice("b", {pending})}, pending), "b");
}

TEST(NoticeFor, the_regulation_itself_prefers_one_for_all_toolkits) {
    const Notice special = for_toolkit("kit", notice("a", {pending}));
    EXPECT_EQ(shown({special, notice("b", {pending})}, pending, std::nullopt), "b");
    EXPECT_EQ(shown({publishers(special), notice("b", {pending})}, pending, std::nullopt), "a");
    EXPECT_EQ(shown({special}, pending, std::nullopt), "a");
}

TEST(NoticeFor, is_shown_within_its_window_alone) {
    Notice passing = publishers(notice("passing", {pending}));
    passing.window = {at("2024-09-01T04:00:00Z"), at("2024-10-01T04:00:00Z")};
    const std::vector<Notice> notices{passing, notice("lasting", {pending})};
    EXPECT_EQ(shown(notices, pending, "kit", at("2024-09-01T03:59:59Z")), "lasting");
    EXPECT_EQ(shown(notices, pending, "kit", at("2024-09-01T04:00:00Z")), "passing");
    EXPECT_EQ(shown(notices, pending, "kit", at("2024-09-01T04:00:01Z")), "passing");
    EXPECT_EQ(shown(notices, pending, "kit", at("2024-10-01T03:59:59Z")), "passing");
    EXPECT_EQ(shown(notices, pending, "kit", at("2024-10-01T04:00:00Z")), "lasting");
}

TEST(NoticeFor, the_small_catalogue_switches_from_the_publishers_words_to_the_services) {
    const Catalogue catalogue = testing::small_catalogue();
    const Regulation& rule = catalogue.regulations[0];
    EXPECT_EQ(notice_for(catalogue, rule, pending, "lereporting", kNow)->id, "pending");
    EXPECT_EQ(notice_for(catalogue, rule, effective, "lereporting", kNow)->id, "switched");
    EXPECT_EQ(notice_for(catalogue, rule, vacated, "lereporting", kNow), nullptr);
}

}  // namespace
}  // namespace toolkitd::domain

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

Status status_of(StatusKind kind) {
    Status status;
    status.kind = kind;
    return status;
}

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
        const Notice* found = notice_for(catalogue, catalogue.regulations[0], status_of(status), toolkit, instant);
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
    const auto in = [&](StatusKind kind) { return notice_for(catalogue, rule, status_of(kind), "lereporting", kNow); };
    EXPECT_EQ(in(pending)->id, "pending");
    EXPECT_EQ(in(effective)->id, "switched");
    EXPECT_EQ(in(vacated), nullptr);
}

// Which notice is shown while the rule is effective since a day; empty: since none that is known.
std::string shown_with(std::vector<Notice> notices, std::string_view effective_day) {
    Catalogue catalogue = testing::empty_catalogue();
    catalogue.regulations = {regulation({})};
    catalogue.notices = std::move(notices);
    Status status = status_of(effective);
    if (!effective_day.empty()) status.effective = Moment{testing::day(effective_day), at(effective_day)};
    const Notice* found = notice_for(catalogue, catalogue.regulations[0], status, "kit", kNow);
    return found ? found->id : "none";
}

TEST(NoticeFor, IsShownWithTheEffectiveDateThatItNamesAlone) {
    Notice bound = publishers(notice("bound", {effective}));
    bound.effective_date = testing::day("2024-08-28");
    const std::vector<Notice> notices{bound, notice("other", {effective})};
    EXPECT_EQ(shown_with(notices, "2024-08-28"), "bound");
    EXPECT_EQ(shown_with(notices, "2024-08-29"), "other");
    EXPECT_EQ(shown_with(notices, ""), "other");
}

TEST(NoticeFor, ThatFillsInTheEffectiveDateIsShownWhereOneIsKnown) {
    Notice filled = notice("filled", {effective});
    filled.says_effective_date = true;
    EXPECT_EQ(shown_with({filled}, "2024-08-29"), "filled");
    EXPECT_EQ(shown_with({filled}, ""), "none");
}

TEST(NoticePrecedence, SaysWhichComesFirstAndWhy) {
    const Notice all = notice("b", {pending});
    const Notice special = for_toolkit("kit", notice("c", {pending}));
    EXPECT_EQ(precedence(publishers(all), special, true), Precedence::publishers_words);
    EXPECT_EQ(precedence(special, publishers(all), true), std::nullopt);
    EXPECT_EQ(precedence(special, all, true), Precedence::own_place);
    EXPECT_EQ(precedence(all, special, true), std::nullopt);
    EXPECT_EQ(precedence(all, special, false), Precedence::own_place);
    EXPECT_EQ(precedence(all, notice("c", {pending}), true), Precedence::id);
    EXPECT_EQ(precedence(all, all, true), std::nullopt);
}

}  // namespace
}  // namespace toolkitd::domain

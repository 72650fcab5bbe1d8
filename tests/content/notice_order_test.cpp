#include "content/notice_order.h"

#include <gtest/gtest.h>

#include "content/content_folder.h"

namespace toolkitd::content::testing {
namespace {

std::string notice(const std::string& provenance, const std::string& more = {}) {
    return "---\nprovenance: " + provenance + "\nregulation: sample-rule\nstatuses: [pending, delayed]\n" + more +
           "---\n\nPlaceholder.\n";
}

// With the publisher's notice of the minimal folder, which is for the status pending.
std::vector<std::string> order_with(const std::string& text) {
    return notice_order(loaded(with(minimal(), "notices/default.md", text)));
}

TEST(NoticeOrder, SaysThatThePublishersWordsComeFirst) {
    EXPECT_EQ(order_with(notice("service")),
              std::vector<std::string>{"notices/sample-notice.md is shown, and not notices/default.md, where both hold "
                                       "(pending): the publisher's words come before the service's"});
}

TEST(NoticeOrder, SaysThatANoticeForNamedToolkitsComesFirst) {
    EXPECT_EQ(order_with(notice("publisher", "toolkits: [sample]\n")),
              std::vector<std::string>{"notices/default.md is shown, and not notices/sample-notice.md, where both hold "
                                       "(pending): a notice for named toolkits comes before one for all"});
}

TEST(NoticeOrder, SaysNothingOfNoticesThatNeverHoldAtOnce) {
    EXPECT_TRUE(notice_order(loaded(minimal())).empty());
    const auto apart =
        with_change(minimal(), "notices/sample-notice.md", "---\n\n", "effective_date: 2031-06-02\n---\n\n");
    const auto other = with(apart, "notices/default.md", notice("service", "effective_date: 2031-09-01\n"));
    EXPECT_TRUE(notice_order(loaded(other)).empty());
    const auto same_day = with(apart, "notices/default.md", notice("service", "effective_date: 2031-06-02\n"));
    EXPECT_EQ(notice_order(loaded(same_day)).size(), 1U);
}

}  // namespace
}  // namespace toolkitd::content::testing

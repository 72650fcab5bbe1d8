// The publisher's page, put back together from the answers, is the page that it was taken from.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "render/real_catalogue.h"
#include "render/rendered.h"

namespace toolkitd::render {
namespace {

using testing::Rendered;

const std::string kToolkit = "/v1/toolkits/lereporting";

const Rendered& pending() {
    static const Rendered kRendered(testing::real_catalogue(), "2024-08-28T03:59:59Z");
    return kRendered;
}

std::string source() {
    std::ifstream file(TOOLKITD_SOURCE_DIR "/tests/data/lereporting.txt", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// The page has an empty line too many before its last heading; all else is the answers' own.
std::string section(const std::string& title, const std::string& text) {
    return (title == "Republication Information" ? "\n\n\n" : "\n\n") + title + "\n\n" + text;
}

TEST(TheToolkitsText, is_word_for_word_the_publishers_in_the_toolkits_own_answer) {
    std::string page =
        pending().text(kToolkit, "/data/title") + "\n\n" + pending().text(kToolkit, "/data/notice/text/text");
    for (const std::string i : {"0", "1", "2", "3"}) {
        const std::string place = "/data/sections/" + i;
        page += section(pending().text(kToolkit, place + "/title"), pending().text(kToolkit, place + "/text/text"));
    }
    EXPECT_EQ(page, source());
}

TEST(TheToolkitsText, is_word_for_word_the_publishers_across_the_small_answers) {
    std::string page = pending().text("/v1/toolkits", "/data/0/title") + "\n\n" +
                       pending().text("/v1/regulations/t-visa-final-rule-2024/status", "/data/notice/text/text");
    for (const std::string id : {"target-audience", "toolkit-contents", "additional-resources"}) {
        const std::string path = kToolkit + "/sections/" + id;
        page += section(pending().text(path, "/data/title"), pending().text(path, "/data/text/text"));
    }
    page += section(pending().text("/v1/rights", "/data/title"), pending().text("/v1/rights", "/data/text/text"));
    EXPECT_EQ(page, source());
}

TEST(TheToolkitsText, is_the_same_in_the_parts_that_are_kept_once) {
    EXPECT_EQ(pending().text("/v1", "/rights/text"), pending().text("/v1/rights", "/data/text/text"));
    EXPECT_TRUE(pending()
                    .text(kToolkit + "/sections/target-audience", "/data/text/text")
                    .ends_with(pending().text("/v1", "/audience/survivor_redirect/text/text")));
    const std::string list = "  • " + pending().text("/v1/resources", "/data/0/as_listed") + "\n  • " +
                             pending().text("/v1/resources", "/data/1/as_listed");
    EXPECT_EQ(pending().text(kToolkit + "/sections/toolkit-contents", "/data/text/text"), list);
}

TEST(TheToolkitsText, is_not_touched_by_the_switch_but_for_the_notice) {
    const Rendered effective(testing::real_catalogue(), "2024-08-28T04:00:00Z");
    EXPECT_EQ(effective.json(kToolkit, "/data/sections"), pending().json(kToolkit, "/data/sections"));
    EXPECT_EQ(effective.text(kToolkit, "/data/notice/provenance"), "service");
}

}  // namespace
}  // namespace toolkitd::render

// What is small in a file and large in memory, in time or in a page is a fault, and told at once.
#include <gtest/gtest.h>

#include <algorithm>

#include "content/content_folder.h"
#include "content/load.h"
#include "content/prose.h"

namespace toolkitd::content::testing {
namespace {

std::string repeated(std::string_view part, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

std::string only_rule(const Outcome& outcome) {
    return outcome.faults.size() == 1 ? outcome.faults[0].rule : "not one fault";
}

TEST(TextThatGrows, is_a_fault_however_it_is_nested) {
    EXPECT_EQ(only_rule(render(repeated(">", 20'000) + "a\n" + repeated("b\n", 30'000))), "too-deep");
    EXPECT_EQ(only_rule(render(repeated("- ", 20'000) + "a\n" + repeated("\n", 30'000))), "too-deep");
    EXPECT_EQ(only_rule(render(repeated("> 1. ", 20'000) + "a\n")), "too-deep");
    EXPECT_EQ(only_rule(render(repeated("*a **b ", 30) + "c" + repeated("***", 30))), "too-deep");
    std::string steps;
    for (std::size_t level = 0; level < 30; ++level) steps += std::string(2 * level, ' ') + "- a\n";
    EXPECT_EQ(only_rule(render(steps)), "too-deep");
}

TEST(TextThatGrows, is_a_fault_where_many_links_lead_to_one_long_address) {
    const LinkTarget target{"a", "https://publisher.example/" + std::string(1'900, 'x'), {}};
    EXPECT_EQ(only_rule(render(repeated("[b][a] ", 1'001), {target})), "too-long");
    EXPECT_TRUE(render(repeated("[b][a] ", 1'000), {target}).faults.empty());
}

TEST(Paragraph, of_more_than_32_kib_is_a_fault) {
    EXPECT_EQ(only_rule(render(repeated("[x](", 120'000))), "too-long");
    EXPECT_EQ(only_rule(render(repeated("a\n", 16'385))), "too-long");
    EXPECT_TRUE(render(repeated("a\n", 16'384)).faults.empty());
    EXPECT_TRUE(render(repeated("a\n\n", 16'385)).faults.empty());
}

TEST(TextAsPeopleWriteIt, may_be_long_and_nested) {
    EXPECT_EQ(render(repeated("A sentence of a \"usual\" length & no more.\n\n", 10'000)).faults.size(), 0U);
    EXPECT_EQ(render("> > - a\n> >   - *b **c***\n> >     1. d\n").faults.size(), 0U);
    EXPECT_EQ(render("a\n\n" + repeated("* ", 60) + "\n\nb").faults.size(), 0U);  // a line across the page
}

TEST(Faults, are_told_up_to_a_thousand_and_each_in_few_words) {
    auto files = with(minimal(), "toolkits/sample/first.md",
                      "---\ntitle: First\n---\n\n" + repeated("[a](not an address)\n\n", 20'000));
    const auto many = load(files);
    ASSERT_FALSE(many);
    EXPECT_EQ(many.error().size(), 1'000U);
    files = with_change(minimal(), "resources/sample-guide.md", "href: null", "href: " + std::string(100'000, 'x'));
    const auto long_one = load(files);
    ASSERT_FALSE(long_one);
    for (const auto& fault : long_one.error()) EXPECT_LT(fault.message.size(), 1'100U);
}

TEST(Lists, of_more_than_a_thousand_entries_are_a_fault) {
    std::string list = "[";
    for (int i = 0; i < 50'000; ++i) list += "a" + std::to_string(i) + ",";
    const auto told = faults(
        with_change(minimal(), "resources/sample-guide.md", "audiences: [attorney]", "audiences: " + list + "a]"));
    EXPECT_NE(told.find("too-long: more than 1,000 entries stand here"), std::string::npos) << told.substr(0, 1'000);
}

TEST(References, that_lead_nowhere_are_all_told_and_what_was_meant_for_the_first_of_them) {
    std::string names;
    for (int i = 0; i < 900; ++i) names += (i ? ", sample-guid" : "sample-guid") + std::to_string(i);
    const auto told = faults(with_change(minimal(), "toolkits/sample/toolkit.md", "resources: [sample-guide]",
                                         "resources: [" + names + "]"));
    EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), 900);
    EXPECT_NE(told.find("did you mean"), std::string::npos);
    EXPECT_NE(told.find("add its file"), std::string::npos);
}

TEST(Revisions, ahead_of_today_are_planned_for_a_server_and_a_fault_for_who_checks) {
    const auto files =
        with_change(minimal(), "rights.md", "---\n", "---\nrevisions: [{on: 2040-01-02, note: Planned.}]\n");
    EXPECT_TRUE(load(files));
    EXPECT_NE(faults(files).find("rights.md:2:18: future-revision: "), std::string::npos) << faults(files);
    EXPECT_EQ(faults(with_change(files, "rights.md", "2040-01-02", "2039-12-31")), "");
}

}  // namespace
}  // namespace toolkitd::content::testing

// What is legitimate prose and ordinary Markdown, and no lookalike; tests/data/invalid has those that are.
#include <gtest/gtest.h>

#include "content/content_folder.h"
#include "content/prose.h"

namespace toolkitd::content::testing {
namespace {

LinkTarget form() { return {"form", "https://publisher.example/form", {}}; }

std::string told(const Outcome& outcome) {
    std::string text;
    for (const auto& fault : outcome.faults) text += to_line(fault) + '\n';
    return text;
}

TEST(OrdinaryProse, is_taken_as_it_is) {
    for (const std::string body : {
             "§ 214.11 defines it. See 8 CFR 214.11(b), or 89 FR 34864.",
             "#MeToo and #1 are words.",
             "(1) who reports; and\n(2) who helps.",
             "1.5 million people,\n2.5 of them here.",
             "Call 1-888-539-2373 \xE2\x80\xA2 at any hour \xC2\xB7 for free.",
             "\xE2\x80\x94 A survivor, in a letter.",
             "\xE2\x80\x94\xC2\xBFQui\xC3\xA9n llama?\n\n\xE2\x80\x94Nadie.",
             "o bien una carta\no bien una llamada",
             "A | B is a choice, and so is | alone |.",
             "As filed [sic], in [1] and (2).",
             "Write to desk@publisher.example; the prefix https:// stays, and so does www. alone.",
             "U.S. law\nu.s. law",
             "The year 1986.\nThe year 1987.",
             "-based words begin a line\nand go on.",
             "*Note: one star\nand no other.",
             "A&nbsp;no-break space, and one\xC2\xA0here.",
             "One ======= two >>>>>>> three <<<<<<< four.",
         }) {
        const auto outcome = render(body);
        EXPECT_EQ(told(outcome), "") << body;
    }
}

TEST(OrdinaryMarkdown, is_taken_as_it_is) {
    for (const std::string body : {
             "- Call first.\n- Then write.\n  - Then wait.",
             "1. Call first.\n2. Then write.\n\n   Then wait.",
             "1)\tCall first.\n2)\tThen write.",
             "* Call first.\n* Then write.",
             "*Call* first.\n*Write* then.",
             "**Call** first.\n**Write** then.",
             "### Before you begin\n\n#### Call first ####",
             "> A quotation.\n>\n> Its second part.",
             "a\n\n---\n\nb\n\n***\n\nc",
             "<https://publisher.example/> and [words](https://publisher.example/a_(b)).",
             "Write `https://publisher.example/` or `| a | b |`.",
         }) {
        EXPECT_EQ(told(render(body)), "") << body;
    }
}

TEST(OrdinaryLinks, are_taken_as_they_are) {
    for (const std::string body : {
             "Use [this form][form] today.",
             "Use the [form] today.",
             "As filed [sic] [in the form][form].",
             "The form (or [the long one][form]) will do.",
             "[https://publisher.example/form][form]",
             "[This form][form] (the long one), [that][form].",
         }) {
        EXPECT_EQ(told(render(body, {form()})), "") << body;
    }
}

TEST(HashInFrontMatter, is_a_comment_where_it_looks_like_one) {
    for (const std::string change :
         {"null  # not known yet; the address goes here", "null # not known", "null # see 2 below",
          "null  # 2 addresses are known", "https://publisher.example/#2", "null"}) {
        EXPECT_EQ(faults(with_change(minimal(), "resources/sample-guide.md", "href: null", "href: " + change)), "")
            << change;
    }
    for (const std::string title : {"\"Advisory #2\"", "'Advisory #2'", "Advisory#2", ">-\n  Advisory #2"}) {
        EXPECT_EQ(faults(with_change(minimal(), "resources/sample-guide.md", "title: Sample Guide", "title: " + title)),
                  "")
            << title;
    }
}

TEST(Quotes, within_others_are_fine_where_yaml_can_read_them) {
    for (const std::string title :
         {"\"Video: \\\"Reporting\\\"\"", "'Video: \"Reporting\"'", "'CAST''s guide'", "CAST's \"guide\""}) {
        EXPECT_EQ(faults(with_change(minimal(), "resources/sample-guide.md", "title: Sample Guide", "title: " + title)),
                  "")
            << title;
    }
}

}  // namespace
}  // namespace toolkitd::content::testing

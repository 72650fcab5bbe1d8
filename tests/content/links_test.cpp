#include <gtest/gtest.h>

#include "content/content_folder.h"
#include "content/prose.h"
#include "content/texts.h"

namespace toolkitd::content::testing {
namespace {

LinkTarget known(std::string id) { return {std::move(id), "https://publisher.example/known", {}}; }
LinkTarget unknown(std::string id) { return {std::move(id), std::nullopt, {}}; }

TEST(LinkWithAnAddress, is_a_link_in_html_and_in_markdown_and_words_in_plain_text) {
    const auto text = render_well("See [the guide][guide] first.", {known("guide")});
    EXPECT_EQ(text.html, "<p>See <a href=\"https://publisher.example/known\">the guide</a> first.</p>");
    EXPECT_EQ(text.markdown, "See [the guide](https://publisher.example/known) first.");
    EXPECT_EQ(text.plain, "See the guide first.");
}

TEST(LinkOfTheService, SaysSoInThePublishersWordsAndLeavesThemAsTheyAre) {
    const auto text =
        loaded(with(minimal(), "notices/sample-notice.md",
                    "---\nprovenance: publisher\nregulation: sample-rule\nstatuses: [pending]\nlinks:\n"
                    "  new: https://rule.example/\n  old: https://publisher.example/\nsupplied_links: [new]"
                    "\n---\n\nSee the [new rules][new] and the [old ones][old].\n"))
            .notices.at(0)
            .text;
    EXPECT_EQ(text.plain, "See the new rules and the old ones.");
    EXPECT_EQ(text.html,
              "<p>See the <a href=\"https://rule.example/\" title=\"Link added by this service\">new rules</a> and the "
              "<a href=\"https://publisher.example/\">old ones</a>.</p>");
    EXPECT_EQ(text.markdown,
              "See the [new rules](https://rule.example/ \"Link added by this service\") and the "
              "[old ones](https://publisher.example/).");
    EXPECT_EQ(text.links.at(0).provenance, domain::Provenance::service);
    EXPECT_EQ(text.links.at(1).provenance, domain::Provenance::publisher);
}

TEST(LinkOfTheService, IsNoneOfThePublishersInItsOwnWords) {
    const auto text = loaded(with(minimal(), "notices/own.md",
                                  "---\nprovenance: service\nregulation: sample-rule\nstatuses: [delayed]\nlinks:\n"
                                  "  rule: https://rule.example/\n---\n\nSee the [rule][rule].\n"))
                          .notices.at(0)
                          .text;
    EXPECT_EQ(text.html, "<p>See the <a href=\"https://rule.example/\">rule</a>.</p>");
    EXPECT_EQ(text.links.at(0).provenance, domain::Provenance::service);
}

TEST(LinkWithoutAnAddress, is_plain_words_in_every_form) {
    const auto text = render_well("See [the *guide*][guide] first.", {unknown("guide")});
    EXPECT_EQ(text.html, "<p>See the <em>guide</em> first.</p>");
    EXPECT_EQ(text.markdown, "See the *guide* first.");
    EXPECT_EQ(text.plain, "See the guide first.");
}

TEST(Links, are_told_in_the_order_of_the_text_with_their_words) {
    const auto text = render_well("[One][b], [two][a] and [three](tel:1-555-0100).", {known("a"), unknown("b")});
    ASSERT_EQ(text.links.size(), 3U);
    EXPECT_EQ(text.links[0].id, "b");
    EXPECT_EQ(text.links[0].text, "One");
    EXPECT_EQ(text.links[0].href, std::nullopt);
    EXPECT_EQ(text.links[1].id, "a");
    EXPECT_EQ(text.links[2].id, "link");
    EXPECT_EQ(text.links[2].href, "tel:1-555-0100");
}

TEST(Links, have_ids_of_their_own_even_when_one_is_used_twice) {
    const auto text = render_well("[One][a], [two][a], [x](tel:1), [y](tel:2).", {known("a")});
    std::vector<std::string> ids;
    for (const auto& link : text.links) ids.push_back(link.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"a", "a-2", "link", "link-2"}));
}

TEST(Links, keep_ids_of_their_own_when_texts_are_put_together) {
    auto text = render_well("[One][a].", {known("a")});
    append(text, render_well("[Two][a].", {unknown("a")}));
    ASSERT_EQ(text.links.size(), 2U);
    EXPECT_EQ(text.links[1].id, "a-2");
    EXPECT_EQ(text.plain, "One.\n\nTwo.");
    EXPECT_EQ(text.html, "<p><a href=\"https://publisher.example/known\">One</a>.</p>\n<p>Two.</p>");
}

TEST(Links, are_found_in_either_case_and_by_their_id_alone) {
    EXPECT_EQ(render_well("[Here][Guide].", {known("guide")}).links.size(), 1U);
    EXPECT_EQ(render_well("A [guide].", {known("guide")}).links.size(), 1U);
}

TEST(Brackets, that_are_no_links_are_words) {
    const auto text = render_well("As filed [sic], in [1] and (2).");
    EXPECT_EQ(text.plain, "As filed [sic], in [1] and (2).");
    EXPECT_TRUE(text.links.empty());
}

TEST(Links, cannot_run_anything) {
    for (const auto* address : {"javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x",
                                "file:///etc/passwd", "//publisher.example", "ftp://publisher.example/"}) {
        const auto outcome = render(std::string("[x](") + address + ")");
        ASSERT_EQ(outcome.faults.size(), 1U) << address;
        EXPECT_EQ(outcome.faults[0].rule, "bad-address");
    }
}

TEST(Faults, are_told_at_their_place_counted_in_characters) {
    const auto outcome = render("Ünïcödé “words” [here][nowhere].");
    ASSERT_EQ(outcome.faults.size(), 1U);
    EXPECT_EQ(outcome.faults[0].line, 1);
    EXPECT_EQ(outcome.faults[0].column, 17);
}

TEST(Faults, are_told_at_their_line_in_a_paragraph_of_several) {
    const auto outcome = render("One,\ntwo, and\n[here][nowhere].", {known("unused")});
    ASSERT_EQ(outcome.faults.size(), 2U);
    EXPECT_EQ(outcome.faults[0].line, 3);
    EXPECT_EQ(outcome.faults[0].column, 1);
}

}  // namespace
}  // namespace toolkitd::content::testing

#include "content/yaml.h"

#include <gtest/gtest.h>

namespace toolkitd::content {
namespace {

struct Outcome {
    std::optional<Node> node;
    Diagnostics faults;
};

// The text stands in line 2 of its file, as front matter does.
Outcome read(const std::string& yaml) {
    Outcome outcome;
    const TextFile file(File{"a.md", "---\n" + yaml});
    const Report report(file, outcome.faults);
    outcome.node = read_yaml({file.text().substr(4), 2, {}, 0}, report);
    return outcome;
}

std::string rule_of(const std::string& yaml) {
    const auto outcome = read(yaml);
    return outcome.faults.empty() ? "none" : outcome.faults.front().rule;
}

TEST(Yaml, keeps_the_place_of_every_key_and_value) {
    const auto node = read("title: A\ndates:\n  - value: B\n").node.value();
    const auto* dates = node.find("dates");
    ASSERT_NE(dates, nullptr);
    EXPECT_EQ(dates->key_mark.line, 3);
    const auto* value = dates->children.at(0).find("value");
    EXPECT_EQ(value->mark.line, 4);
    EXPECT_EQ(value->mark.column, 12);
    EXPECT_EQ(value->key_mark.column, 5);
}

TEST(Yaml, tells_nothing_given_from_a_text) {
    const auto node = read("a:\nb: null\nc: ~\nd: 'null'\ne: ''\n").node.value();
    EXPECT_EQ(node.find("a")->kind, Node::Kind::null);
    EXPECT_EQ(node.find("b")->kind, Node::Kind::null);
    EXPECT_EQ(node.find("c")->kind, Node::Kind::null);
    EXPECT_EQ(node.find("d")->kind, Node::Kind::scalar);
    EXPECT_EQ(node.find("e")->kind, Node::Kind::scalar);
}

TEST(Yaml, is_refused_where_a_short_text_could_stand_for_a_long_one) {
    EXPECT_EQ(rule_of("a: &x [1]\nb: [*x, *x]"), "yaml-feature");
    EXPECT_EQ(rule_of("a: &x 1"), "yaml-feature");
    EXPECT_EQ(rule_of("&x a: 1"), "yaml-feature");
    EXPECT_EQ(rule_of("a: *unknown"), "yaml-feature");
    EXPECT_EQ(rule_of("a: !!binary aGk="), "yaml-feature");
    EXPECT_EQ(rule_of("<<: {a: 1}"), "none");  // a key like any other, which no schema knows
}

TEST(Yaml, is_refused_when_it_is_nested_deeply_before_it_can_exhaust_the_stack) {
    for (const auto* opening : {"[", "{a: ", "- ", "? "}) {
        std::string text;
        for (int i = 0; i < 20'000; ++i) text += opening;
        EXPECT_EQ(rule_of(text).empty(), false);
        EXPECT_FALSE(read(text).node) << opening;
    }
}

TEST(Yaml, may_be_nested_as_deeply_as_content_needs) {
    EXPECT_EQ(rule_of(std::string(16, '[') + std::string(16, ']')), "none");
    EXPECT_EQ(rule_of(std::string(17, '[') + std::string(17, ']')), "too-deep");
}

TEST(Yaml, has_texts_for_keys) {
    EXPECT_EQ(rule_of("[a]: b"), "yaml-syntax");
    EXPECT_EQ(rule_of("{a: b}: c"), "yaml-syntax");
    EXPECT_EQ(rule_of(": c"), "yaml-syntax");
    EXPECT_EQ(rule_of("~: c"), "yaml-syntax");
}

TEST(Yaml, tells_of_a_quotation_mark_that_is_not_closed_at_the_end_of_the_file) {
    EXPECT_EQ(rule_of("a: \"b\n"), "yaml-syntax");
    EXPECT_EQ(rule_of("a: 'b\n\n"), "yaml-syntax");
}

// At a comma that belongs to no list, yaml-cpp begins one document after the other, and never comes past it.
TEST(Yaml, ends_at_a_comma_that_stands_alone) {
    for (const auto* text : {",", ", a: b", ",: b\n...\n%YAML 2.2\n--- c", "a: b\n--- ,"}) {
        const auto outcome = read(text);
        EXPECT_FALSE(outcome.node.has_value()) << text;
        EXPECT_EQ(outcome.faults.size(), 1U) << text;
    }
}

TEST(Yaml, that_is_empty_is_nothing) {
    EXPECT_EQ(read("").node->kind, Node::Kind::null);
    EXPECT_EQ(read("# a comment\n").node->kind, Node::Kind::null);
}

}  // namespace
}  // namespace toolkitd::content

// docs/content.md explains every rule, and no other.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "content/content_folder.h"
#include "content/layout.h"
#include "content/rules.h"
#include "content/schema_text.h"

namespace toolkitd::content::testing {
namespace {

// The names at the front of the lines of a table: "| `name` | ...".
std::set<std::string> names_in_tables(const std::string& page, const std::string& heading) {
    std::set<std::string> names;
    std::istringstream lines(page.substr(page.find(heading)));
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("| `")) names.insert(line.substr(3, line.find('`', 3) - 3));
    }
    return names;
}

TEST(Documentation, explains_every_rule_and_no_other) {
    const auto page = read_bytes(in_project("docs/content.md"));
    std::set<std::string> rules;
    for (const auto rule : rule_names()) rules.emplace(rule);
    EXPECT_EQ(names_in_tables(page, "## What the messages mean"), rules);
}

TEST(ContentFiles, name_the_schema_of_their_kind_for_editors) {
    constexpr std::string_view kComment = "# yaml-language-server: $schema=";
    const auto content = in_project("config/content");
    for (const auto& file : files_in(content)) {
        const auto at = file.bytes.find(kComment);
        ASSERT_NE(at, std::string::npos) << file.path;
        const auto rest = file.bytes.substr(at + kComment.size());
        const auto schema = (content / file.path).parent_path() / rest.substr(0, rest.find('\n'));
        const auto name = std::string(word(locate(file.path)->kind)) + ".schema.json";
        EXPECT_EQ(schema.lexically_normal(), in_project("config/schema") / name) << file.path;
    }
}

TEST(Schemas, in_the_program_are_those_in_the_folder) {
    for (const auto kind : kFileKinds) {
        const auto file = in_project("config/schema") / (std::string(word(kind)) + ".schema.json");
        EXPECT_EQ(schema_text(word(kind)), read_bytes(file));
    }
    EXPECT_EQ(schema_text("common"), read_bytes(in_project("config/schema/common.schema.json")));
    EXPECT_EQ(schema_text("other"), "");
}

}  // namespace
}  // namespace toolkitd::content::testing

// docs/content.md explains every rule, and no other.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <vector>

#include "content/content_folder.h"
#include "content/layout.h"
#include "content/rules.h"
#include "content/schema_document.h"
#include "content/schema_text.h"
#include "domain/status.h"

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

struct Sample {
    std::string heading;  // under which it stands
    std::string language;
    std::string text;
};

// What docs/content.md shows between back quotes, without the indentation of the list that it stands in.
std::vector<Sample> samples() {
    std::vector<Sample> all;
    std::istringstream lines(read_bytes(in_project("docs/content.md")));
    std::string heading;
    bool inside = false;
    std::size_t indentation = 0;
    for (std::string line; std::getline(lines, line);) {
        const auto first = line.find_first_not_of(' ');
        const bool fence = first != std::string::npos && line.substr(first).starts_with("```");
        if (fence && !inside) all.push_back({heading, line.substr(first + 3), {}});
        if (fence) {
            inside = !inside;
            indentation = first;
        } else if (inside) {
            all.back().text += line.substr(std::min(indentation, line.size())) + '\n';
        } else if (line.starts_with("## ")) {
            heading = line.substr(3);
        }
    }
    return all;
}

std::vector<Sample> samples_of(const std::string& language, const std::string& heading) {
    auto found = samples();
    std::erase_if(found, [&](const Sample& each) { return each.language != language || each.heading != heading; });
    EXPECT_FALSE(found.empty()) << heading;
    return found;
}

Files real_content() { return files_in(in_project("config/content")); }

constexpr std::string_view kRule = "regulations/t-visa-final-rule-2024.md";

Files with_events(const std::vector<std::string>& events) {
    auto files = with_change(real_content(), kRule, "# What happened to the rule",
                             "  - id: delay-2027-03\n    kind: delay\n    title: Delay\n    citation: null\n"
                             "    document_number: 2027-00001\n    href: null\n    published: 2027-03-01\n"
                             "    effective: null\n\n# What happened to the rule");
    for (const auto& event : events) files = with_change(files, kRule, "\nrevisions:", event + "\nrevisions:");
    return files;
}

TEST(Documentation, ShowsEventsThatCanBeRecordedAsTheyStand) {
    std::vector<std::string> events;
    for (const auto& sample : samples_of("yaml", "To record what happened to a rule")) events.push_back(sample.text);
    EXPECT_EQ(events.size(), 3U);
    EXPECT_EQ(faults(with_events(events)), "");
}

TEST(Documentation, ShowsADelayAfterWhichNoNoticeIsUntrue) {
    const auto catalogue = loaded(with_events({samples_of("yaml", "To record what happened to a rule")[0].text}));
    const auto& rule = catalogue.regulations[0];
    const auto shown = [&](const char* instant) {
        const auto at = *base::parse_rfc3339(instant);
        return domain::notice_for(catalogue, rule, domain::status_at(rule, at), "lereporting", at);
    };
    EXPECT_EQ(shown("2027-03-01T04:59:59Z")->id, "t-visa-rule-in-effect");
    EXPECT_EQ(shown("2027-03-01T05:00:00Z")->id, "t-visa-rule-status-changed");
    EXPECT_EQ(shown("2027-06-01T03:59:59Z")->id, "t-visa-rule-status-changed");
    const auto* after = shown("2027-06-01T04:00:00Z");
    EXPECT_EQ(after->id, "t-visa-rule-in-effect");
    EXPECT_TRUE(after->says_effective_date);
    EXPECT_EQ(after->text.plain.find("2024"), std::string::npos) << after->text.plain;
    EXPECT_EQ(after->translations.at(0).text.plain.find("2024"), std::string::npos);
}

TEST(Documentation, ShowsFilesThatLoadAsTheyStand) {
    auto files = real_content();
    files = with(files, "resources/filing-checklist.md", samples_of("markdown", "To add a resource")[0].text);
    files = with(files, "toolkits/other/toolkit.md", samples_of("markdown", "To add a toolkit")[0].text);
    files = with(files, "toolkits/other/target-audience.md", samples_of("markdown", "To add a section")[0].text);
    files = with(files, "notices/proposed.md", samples_of("markdown", "To write a notice")[0].text);
    files = with(files, "notices/t-visa-rule-in-effect.es.md",
                 samples_of("markdown", "To translate a notice of the service's")[0].text);
    files = with(files, "toolkits/lereporting/additional-resources.md",
                 samples_of("markdown", "What a file looks like")[0].text);
    EXPECT_EQ(faults(files), "");
}

TEST(Documentation, ShowsKeysThatCanBeAddedAsTheyStand) {
    const auto with_keys = [](const std::string& keys) {
        return with_change(real_content(), "resources/reporting-video.md", "title:", keys + "title:");
    };
    for (const auto* heading : {"To record that somebody reviewed a resource", "To withdraw something",
                                "To show something from a day on, or until a day", "To rename a file"}) {
        for (const auto& sample : samples_of("yaml", heading)) EXPECT_EQ(faults(with_keys(sample.text)), "") << heading;
    }
}

// "documents.citation" for a key of a schema, and of what is in its lists, that takes null.
void add_nullable(const nlohmann::json& schema, const std::string& path, std::set<std::string>& keys) {
    const auto type = schema.find("type");
    if (type != schema.end() && type->is_array() && std::find(type->begin(), type->end(), "null") != type->end()) {
        keys.insert(path);
    }
    const auto below = path.empty() ? std::string() : path + ".";
    if (schema.contains("properties")) {
        for (const auto& [key, part] : schema["properties"].items()) add_nullable(part, below + key, keys);
    }
    if (schema.contains("items")) add_nullable(schema["items"], path, keys);
    const auto more = schema.find("additionalProperties");
    if (more != schema.end() && more->is_object()) add_nullable(*more, path, keys);
}

TEST(Documentation, NamesEveryKeyThatTakesNullAndNoOther) {
    const auto page = read_bytes(in_project("docs/content.md"));
    const auto start = page.find("## Keys that take null");
    const auto part = page.substr(start, page.find("\n## ", start + 1) - start);
    for (const auto kind : kFileKinds) {
        std::set<std::string> keys;
        add_nullable(schema_document(word(kind)), "", keys);
        std::string cell;
        for (const auto& key : keys) cell += (cell.empty() ? "`" : ", `") + key + "`";
        const std::string name(word(kind));
        const bool told = part.find("| `" + name + "` | " + cell + " |") != std::string::npos ||
                          part.find("| `" + name + ".md` | " + cell + " |") != std::string::npos;
        EXPECT_TRUE(told || keys.empty()) << name << ": " << cell;
        if (keys.empty()) {
            EXPECT_EQ(part.find("`" + name + "`"), std::string::npos);
        }
    }
}

TEST(Documentation, NamesEveryTextThatCanFollowASection) {
    const auto names = names_in_tables(read_bytes(in_project("docs/content.md")), "| `followed_by` |");
    const auto schema = schema_document("section");
    for (const auto& word : schema["properties"]["followed_by"]["enum"]) {
        EXPECT_TRUE(names.contains(word.get<std::string>())) << word;
    }
}

TEST(Documentation, SaysThatDeletingAnEventUndoesIt) {
    const auto events = samples_of("yaml", "To record what happened to a rule");
    const auto status = [](const Files& files) {
        const auto catalogue = loaded(files);
        return domain::status_at(catalogue.regulations[0], *base::parse_rfc3339("2027-04-01T00:00:00Z"));
    };
    EXPECT_NE(status(with_events({events[0].text})).kind, status(real_content()).kind);
    EXPECT_EQ(status(with_events({})), status(real_content()));
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

// Every page has the shape that the contract gives for its path, in every edition of a catalogue that has it all.
#include "contract.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "render/rendered.h"
#include "render/rich_catalogue.h"

namespace toolkitd::render {
namespace {

using Json = nlohmann::json;
using Adapter = valijson::adapters::NlohmannJsonAdapter;
using testing::Rendered;

const Json& contract_document() {
    static const Json kDocument = Json::parse(contract::json());
    return kDocument;
}

std::vector<std::string> segments(const std::string& path) {
    std::vector<std::string> parts;
    std::istringstream in(path.substr(0, path.find('?')));
    for (std::string part; std::getline(in, part, '/');) parts.push_back(part);
    return parts;
}

bool is_for(const std::string& path_template, const std::string& path) {
    const auto wanted = segments(path_template);
    const auto given = segments(path);
    return std::equal(wanted.begin(), wanted.end(), given.begin(), given.end(),
                      [](const auto& part, const auto& word) { return part == word || part.starts_with('{'); });
}

const Json& schema_for(const std::string& path) {
    for (const auto& [path_template, item] : contract_document().at("paths").items()) {
        if (!is_for(path_template, path)) continue;
        return item.at("get").at("responses").at("200").at("content").at("application/json").at("schema");
    }
    throw std::out_of_range("the contract has no path for " + path);
}

const valijson::Schema& parsed(const Json& schema) {
    static std::map<std::string, valijson::Schema> cache;
    const auto [entry, is_new] = cache.try_emplace(schema.dump());
    if (!is_new) return entry->second;
    // With all schemas beside it, so that the references into the document are found.
    const Json schemas = contract_document().at("components").at("schemas");
    const Json document{{"allOf", {schema}}, {"components", {{"schemas", schemas}}}};
    valijson::SchemaParser().populateSchema(Adapter(document), entry->second);
    return entry->second;
}

std::string faults(const std::string& path, const std::string& answer) {
    valijson::ValidationResults results;
    valijson::Validator validator;
    const Json json = Json::parse(answer);
    if (validator.validate(parsed(schema_for(path)), Adapter(json), &results)) return "";
    std::string lines;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        for (const auto& step : error.context) lines += step;
        lines += ": " + error.description + "\n";
    }
    return lines;
}

TEST(EveryPage, has_the_shape_that_the_contract_gives_for_its_path) {
    std::set<std::string> seen;
    for (const std::string_view instant :
         {"2024-01-01", "2024-05-01", "2024-08-01", "2024-10-12", "2024-11-06", "2025-02-01", "2025-06-01"}) {
        const Rendered rendered(testing::rich_catalogue(), instant, {{}, "first-rule", false});
        for (const Page& page : rendered.enveloped()) {
            if (!seen.insert(*page.body).second) continue;
            ASSERT_EQ(faults(page.path, rendered.answer(page.path)), "") << page.path << " at " << instant;
        }
    }
    EXPECT_GT(seen.size(), 100U);
}

}  // namespace
}  // namespace toolkitd::render

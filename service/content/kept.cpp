#include "content/kept.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "base/hash.h"

namespace toolkitd::content {
namespace {

using nlohmann::json;

constexpr int kFormat = 1;

std::string text_at(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

base::Result<std::string> kept_text(const Kept& kept) {
    json files = json::array();
    for (const auto& file : kept.files) files.push_back({{"path", file.path}, {"text", file.bytes}});
    try {
        const json all = {{"format", kFormat},
                          {"kept_at", base::rfc3339(kept.at)},
                          {"content_revision", kept.revision},
                          {"checksum", base::fingerprint(files.dump())},
                          {"files", files}};
        return all.dump() + "\n";
    } catch (const json::exception& error) {
        return base::fail(error.what());
    }
}

base::Result<Kept> read_kept(std::string_view text) {
    const auto all = json::parse(text, nullptr, false);
    if (!all.is_object()) return base::fail("it is damaged: it is not JSON");
    if (all.value("format", json()) != json(kFormat)) return base::fail("it is of another version of toolkitd");
    const auto files = all.find("files");
    const auto at = base::parse_rfc3339(text_at(all, "kept_at"));
    if (!at || files == all.end() || base::fingerprint(files->dump()) != text_at(all, "checksum")) {
        return base::fail("it is damaged: its checksum is another");
    }
    Kept kept{*at, text_at(all, "content_revision"), {}};
    for (const auto& file : *files) kept.files.push_back({text_at(file, "path"), text_at(file, "text")});
    return kept;
}

}  // namespace toolkitd::content

#include "render/messages.h"

#include <fmt/args.h>
#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <unordered_map>

#include "render/message_text.h"

namespace toolkitd::render {
namespace {

using Messages = std::unordered_map<std::string, std::string>;

Messages read(Language language) {
    Messages messages;
    const auto groups = nlohmann::json::parse(message_text(tag_of(language)));
    for (const auto& [group, texts] : groups.items()) {
        for (const auto& [name, text] : texts.items()) messages.emplace(group + "." + name, text);
    }
    return messages;
}

const Messages& messages_in(Language language) {
    static const auto kMessages = [] {
        std::array<Messages, kLanguages.size()> all;
        for (const Language each : kLanguages) all[place_of(each)] = read(each);
        return all;
    }();
    return kMessages[place_of(language)];
}

}  // namespace

std::string message(Language language, const std::string& key, MessageArguments arguments) {
    const auto& messages = messages_in(language);
    const auto found = messages.find(key);
    if (found == messages.end()) throw std::logic_error("no message is called " + key);
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const auto& [name, value] : arguments) store.push_back(fmt::arg(name, value));
    try {
        return fmt::vformat(found->second, store);
    } catch (const fmt::format_error& error) {
        throw std::logic_error("the message " + key + ": " + error.what());
    }
}

}  // namespace toolkitd::render

// The service's own words, from the message files of config/messages, one a language.
//
// Pure functions, safe to call from any thread.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "render/language.h"

namespace toolkitd::render {

using MessageArguments = std::initializer_list<std::pair<const char*, std::string_view>>;

// The message at a key such as "basis.convention" (its group and its name), with the arguments put where their names
// stand in braces. The keys are the code's own: one that is not in the file, or asks for another argument, throws
// std::logic_error. Every file has the same keys, and asks for the same arguments.
std::string message(Language language, const std::string& key, MessageArguments arguments = {});

}  // namespace toolkitd::render

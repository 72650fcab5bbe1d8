// HTML as the service's texts may hold it, read tag by tag.
//
// Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace toolkitd::fuzz {

// The words that a tag begins with, and its addresses.
struct Tag {
    std::string name;  // "p", "/p", "!--" for the comment that stands for HTML left out
    std::vector<std::string> addresses;
};

// Every tag of the text, in order. Throws BrokenProperty where a `<` begins none of those that Markdown makes, where a
// tag has an attribute that Markdown does not give, or where tags are not properly nested.
std::vector<Tag> tags_of(std::string_view html);

}  // namespace toolkitd::fuzz

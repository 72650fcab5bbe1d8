#include "content/yaml_errors.h"

#include <array>
#include <string_view>

namespace toolkitd::content {
namespace {

struct Explanation {
    std::string_view theirs;  // how yaml-cpp's message begins
    std::string_view ours;
};

constexpr std::array kExplanations{
    Explanation{"illegal map value",
                "a colon where none can be: put the value in straight double quotes, and see that the line above reads "
                "`key: value`"},
    Explanation{"illegal block entry",
                "a list entry (`- `) where none can be; put it on a line of its own, indented "
                "like its neighbours"},
    Explanation{"end of map not found",
                "this line does not fit in with the lines above; check its indentation, and "
                "that it reads `key: value`"},
    Explanation{"end of sequence not found",
                "this line does not fit in with the list above; check its indentation, and "
                "that it begins with `- `"},
    Explanation{"end of map flow not found", "a `{` is not closed; add the `}`"},
    Explanation{"end of sequence flow not found", "a `[` is not closed; add the `]`"},
    Explanation{"illegal flow end",
                "a `]` or `}` that closes nothing; take it away, or put the value in double quotes"},
    Explanation{"illegal EOF in scalar", "a quotation mark is not closed; add the closing one"},
    Explanation{"unknown escape character", "a `\\` inside double quotes; write `\\\\`, or use single quotes"},
    Explanation{"unknown token", "a value cannot begin with this character; put the value in double quotes"},
};

}  // namespace

std::string explain_yaml_error(const std::string& theirs) {
    for (const auto& [beginning, ours] : kExplanations) {
        if (theirs.starts_with(beginning)) return std::string(ours);
    }
    return "this is not YAML (" + theirs + "); compare it with a file that works";
}

}  // namespace toolkitd::content

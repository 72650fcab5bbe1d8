#include "http/fetch.h"

#include <regex>

#include "http/field_name.h"
#include "http/load_fetch_module.h"
#include "http/percent.h"

namespace toolkitd::http {

std::optional<std::string> Fetched::field(const std::string& name) const {
    for (const auto& [each, value] : fields) {
        if (equal_names(each, name)) return value;
    }
    return std::nullopt;
}

bool Fetched::says(const std::string& name, const std::string& value) const {
    const auto seen = field(name);
    return seen && (*seen == value || *seen == percent_decoded(value));
}

base::Result<std::unique_ptr<Fetcher>> Fetcher::open(const std::string& url, const FetchLimits& limits) {
    static const std::regex kAddress(
        R"((https?://(?:([A-Za-z0-9.-]+)|\[([0-9A-Fa-f:.]+)\])(?::[0-9]{1,5})?)(/[^?#\s]*)?)");
    std::smatch parts;
    if (!std::regex_match(url, parts, kAddress)) {
        return base::fail("an address such as https://toolkits.example is needed, without a query");
    }
    Origin origin{parts[1], parts[2].matched ? parts[2] : parts[3], parts[4]};
    while (origin.prefix.ends_with('/')) origin.prefix.pop_back();
    const auto& module = load_fetch_module();
    if (!module) return tl::unexpected(module.error());
    return (*module)->open(origin, limits);
}

}  // namespace toolkitd::http

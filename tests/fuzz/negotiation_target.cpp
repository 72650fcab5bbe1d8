#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "fuzz/naive.h"
#include "fuzz/property.h"
#include "fuzz/targets.h"
#include "http/negotiation.h"

namespace toolkitd::fuzz {
namespace {

using site::Coding;

site::Representation representation(unsigned char codings) {
    site::Representation made;
    const auto form = std::make_shared<const site::Form>();
    made.forms[0] = form;
    if ((codings & 1U) != 0) made.forms[1] = form;
    if ((codings & 2U) != 0) made.forms[2] = form;
    return made;
}

Coding preferred(const std::vector<std::string>& lists, const site::Representation& representation) {
    std::vector<http::Field> fields{{http::FieldName::host, "a"}};
    for (const auto& list : lists) fields.push_back({http::FieldName::accept_encoding, list});
    return http::preferred_coding({http::Method::get, "/", {}, fields}, representation);
}

// RFC 9110 section 12.4.2, in thousandths, as a list of all that may stand there.
const std::map<std::string, int>& weights() {
    static const auto kWeights = [] {
        std::map<std::string, int> all{{"1", 1000}, {"1.", 1000}, {"0", 0}, {"0.", 0}};
        for (int i = 0; i < 10; ++i) all["0." + std::to_string(i)] = i * 100;
        for (int i = 0; i < 100; ++i) all["0." + std::to_string(100 + i).substr(1)] = i * 10;
        for (int i = 0; i < 1000; ++i) all["0." + std::to_string(1000 + i).substr(1)] = i;
        for (const char* one : {"1.0", "1.00", "1.000"}) all[one] = 1000;
        return all;
    }();
    return kWeights;
}

std::optional<int> weight_of(const std::vector<std::string_view>& element) {
    if (element.size() == 1 || trimmed(element[1]).empty()) return 1000;
    const std::string parameter = lower(trimmed(element[1]));
    if (!parameter.starts_with("q=")) return std::nullopt;
    const auto found = weights().find(parameter.substr(2));
    return found == weights().end() ? std::nullopt : std::optional(found->second);
}

// The weight of each name, the last one where it comes twice.
std::map<std::string, int> named(const std::vector<std::string>& lists) {
    std::map<std::string, int> found;
    for (const auto& list : lists) {
        for (const auto part : split(list, ",")) {
            const auto element = split(part, ";");
            std::string name = lower(trimmed(element[0]));
            if (name == "x-gzip") name = "gzip";
            if (const auto weight = weight_of(element)) found[name] = *weight;
        }
    }
    return found;
}

int weight(const std::map<std::string, int>& named, const std::string& coding) {
    for (const auto& name : {coding, std::string("*")}) {
        if (const auto found = named.find(name); found != named.end()) return found->second;
    }
    return coding == "identity" ? 1 : 0;
}

Coding expected(const std::vector<std::string>& lists, const site::Representation& representation) {
    const auto weights = named(lists);
    Coding best = Coding::identity;
    int most = weight(weights, "identity");
    for (const auto& [coding, name] : {std::pair{Coding::gzip, "gzip"}, std::pair{Coding::brotli, "br"}}) {
        const int its = weight(weights, name);
        if (!representation.has(coding) || its == 0 || its < most) continue;
        best = coding;
        most = its;
    }
    return best;
}

std::vector<std::string> mapped(std::vector<std::string> lists, std::string (*change)(std::string_view)) {
    for (auto& list : lists) list = change(list);
    return lists;
}

std::string upper(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
    return out;
}

std::string with_others(std::string_view list) { return "deflate;q=0.9, zstd ,," + std::string(list) + " ,\t"; }

}  // namespace

void negotiation(std::string_view input) {
    if (input.empty()) return;
    const auto has = representation(static_cast<unsigned char>(input.front()));
    require(preferred({}, has) == Coding::identity, "without the field the answer is in identity");
    std::vector<std::string> lists;
    std::string joined;
    for (const auto line : split(input.substr(1), "\n")) {
        joined.append(lists.empty() ? "" : ",").append(line);
        lists.emplace_back(line);
    }
    const Coding chosen = preferred(lists, has);
    require(has.has(chosen), "the coding is one of those that are there");
    require(chosen == expected(lists, has), "the coding is the one that a naive reading prefers");
    require(chosen == preferred({joined}, has), "a list in several fields is one list");
    require(chosen == preferred(mapped(lists, lower), has), "lower case changes nothing");
    require(chosen == preferred(mapped(lists, upper), has), "upper case changes nothing");
    require(chosen == preferred(mapped(lists, with_others), has), "codings that are not there change nothing");
}

}  // namespace toolkitd::fuzz

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

// Splits where a separator stands outside of quoted strings.
std::vector<std::string> split_unquoted(std::string_view text, char separator) {
    std::vector<std::string> parts(1);
    bool quoted = false;
    bool escaped = false;
    for (const char c : text) {
        if (escaped) {
            escaped = false;
        } else if (quoted && c == '\\') {
            escaped = true;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            parts.emplace_back();
            continue;
        }
        parts.back() += c;
    }
    return parts;
}

bool ends_quoted(std::string_view text) {
    return split_unquoted(std::string(text) + ",", ',').size() == split_unquoted(text, ',').size();
}

// RFC 9110 section 12.4.2, in thousandths, as the text of a number between 0 and 1.
std::optional<int> thousandths(const std::string& text) {
    constexpr std::string_view kZeros = "0";
    const auto point = text.find('.');
    const std::string whole = text.substr(0, point);
    std::string decimals = point == std::string::npos ? "" : text.substr(point + 1);
    if (decimals.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    const bool more = decimals.find_first_not_of(kZeros) != std::string::npos;
    if (whole == "1") return more ? std::nullopt : std::optional(1000);
    if (whole != "0" && !(whole.empty() && !decimals.empty())) return std::nullopt;
    decimals = (decimals + "000").substr(0, 3);
    return std::max(std::stoi(decimals), more ? 1 : 0);
}

std::optional<int> weight_of(const std::vector<std::string>& element) {
    for (std::size_t i = 1; i < element.size(); ++i) {
        const auto equals = element[i].find('=');
        if (lower(trimmed(std::string_view(element[i]).substr(0, equals))) != "q") continue;
        return thousandths(
            equals == std::string::npos ? "" : std::string(trimmed(std::string_view(element[i]).substr(equals + 1))));
    }
    return 1000;
}

// The weight of each name, the last one where it comes twice.
std::map<std::string, int> named(const std::vector<std::string>& lists) {
    std::map<std::string, int> found;
    for (const auto& list : lists) {
        for (const auto& part : split_unquoted(list, ',')) {
            const auto element = split_unquoted(part, ';');
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
    const bool whole = std::none_of(lists.begin(), lists.end(), ends_quoted);
    require(!whole || chosen == preferred({joined}, has), "a list in several fields is one list");
    require(chosen == preferred(mapped(lists, lower), has), "lower case changes nothing");
    require(chosen == preferred(mapped(lists, upper), has), "upper case changes nothing");
    require(chosen == preferred(mapped(lists, with_others), has), "codings that are not there change nothing");
}

}  // namespace toolkitd::fuzz

#include "http/lookalike.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "render/resource_filter.h"

namespace toolkitd::http {
namespace {

// Sorted. What other interfaces call time, search, fields, pages, ids, order and form; and what this one has elsewhere.
constexpr auto kPromising = std::to_array<std::string_view>({
    "after",
    "aggregate",
    "asat",
    "asc",
    "asof",
    "at",
    "attributes",
    "audience",
    "audiences",
    "author",
    "before",
    "categories",
    "category",
    "changedafter",
    "changedsince",
    "columns",
    "contains",
    "continuation",
    "count",
    "createdafter",
    "createdbefore",
    "createdsince",
    "currency",
    "cursor",
    "date",
    "datefrom",
    "dates",
    "dateto",
    "day",
    "desc",
    "dir",
    "direction",
    "distinct",
    "effective",
    "effectivedate",
    "embed",
    "end",
    "enddate",
    "exclude",
    "excludes",
    "expand",
    "field",
    "fields",
    "filter",
    "filterby",
    "filters",
    "find",
    "first",
    "fmt",
    "format",
    "fromdate",
    "fulltext",
    "group",
    "groupby",
    "id",
    "ids",
    "ifmodifiedsince",
    "include",
    "includes",
    "instant",
    "itemsperpage",
    "jurisdiction",
    "keyword",
    "keywords",
    "kind",
    "kinds",
    "lang",
    "langs",
    "language",
    "languages",
    "last",
    "lastmodified",
    "limit",
    "locale",
    "match",
    "max",
    "maxitems",
    "maxresults",
    "modified",
    "modifiedafter",
    "modifiedbefore",
    "modifiedsince",
    "moment",
    "name",
    "names",
    "newerthan",
    "nexttoken",
    "notice",
    "notices",
    "num",
    "offset",
    "olderthan",
    "omit",
    "on",
    "only",
    "order",
    "orderby",
    "orderdir",
    "output",
    "page",
    "paged",
    "pageindex",
    "pagelimit",
    "pageno",
    "pagenumber",
    "pageoffset",
    "pages",
    "pagesize",
    "pagetoken",
    "perpage",
    "properties",
    "props",
    "publishedafter",
    "publishedbefore",
    "publishedsince",
    "publisher",
    "q",
    "query",
    "regulation",
    "regulationid",
    "regulations",
    "resource",
    "resourceid",
    "resources",
    "resultsperpage",
    "reverse",
    "rows",
    "rule",
    "search",
    "searchterm",
    "section",
    "sectionid",
    "sections",
    "select",
    "since",
    "size",
    "skip",
    "slug",
    "slugs",
    "sort",
    "sortby",
    "sortdir",
    "sortorder",
    "start",
    "startdate",
    "startindex",
    "state",
    "status",
    "statuses",
    "tag",
    "tags",
    "take",
    "term",
    "terms",
    "text",
    "title",
    "todate",
    "toolkit",
    "toolkitid",
    "toolkits",
    "top",
    "topic",
    "topics",
    "type",
    "types",
    "until",
    "updated",
    "updatedafter",
    "updatedbefore",
    "updatedsince",
    "validat",
    "validfrom",
    "validon",
    "validuntil",
    "when",
    "where",
    "year",
});

// Empty where there is a character in it that no name of a parameter has.
std::string plain(std::string_view name) {
    std::string letters;
    for (const char c : name.substr(0, name.find('['))) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        const char lower = is_upper ? static_cast<char>(c - 'A' + 'a') : c;
        if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
            letters += lower;
        } else if (std::string_view("_-.$ ").find(c) == std::string_view::npos) {
            return {};
        }
    }
    return letters;
}

bool is_printable(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; });
}

}  // namespace

std::vector<std::string> parameters_of(Answer answer) {
    std::vector<std::string> names{"as_of", "lang"};
    if (answer == Answer::resource_list) {
        names.insert(names.end(), render::kResourceFilters.begin(), render::kResourceFilters.end());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::optional<render::BadParameter> lookalike(const Request& request, Answer answer) {
    constexpr std::size_t kLongest = 64;
    if (request.query.empty()) return std::nullopt;
    auto names = parameters_of(answer);
    for (const auto& [name, value] : request.query) {
        if (name.size() > kLongest || !is_printable(name)) continue;
        if (std::find(names.begin(), names.end(), name) != names.end()) continue;
        if (std::binary_search(kPromising.begin(), kPromising.end(), plain(name)))
            return render::BadParameter{name, value, std::move(names)};
    }
    return std::nullopt;
}

}  // namespace toolkitd::http

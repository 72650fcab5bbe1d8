#include "content/build.h"
#include "content/fields.h"
#include "content/words.h"

namespace toolkitd::content {
namespace {

std::optional<domain::Hotline> read_hotline(const Fields& fields) {
    const auto hotline = fields.group("hotline");
    if (!hotline) return std::nullopt;
    const Node* number = hotline->scalar("number");
    if (number != nullptr && !is_phone_number(number->scalar)) {
        fields.report().add(Rule::bad_phone_number, number->mark,
                            "`" + number->scalar +
                                "` is not a telephone number; write digits, with single hyphens or "
                                "spaces between, such as 1-888-539-2373");
    }
    return domain::Hotline{hotline->text("label"), hotline->text("number")};
}

std::optional<std::string> read_page(const Fields& fields) {
    const auto page = fields.web_address("canonical_url");
    return page.empty() ? std::nullopt : std::optional(page);
}

}  // namespace

std::optional<domain::Publisher> build_publisher(const Item& item, const Report& report) {
    expect_no_text(item, report);
    const Fields fields(item.front_matter, report);
    const auto zone = read_zone(fields, "time_zone");
    const auto id = fields.id("id");
    const auto url = fields.address("url");
    const auto language = fields.language("language", "en");
    if (!zone) return std::nullopt;
    return domain::Publisher{id, fields.text("name"), fields.text("full_name"), url, language, *zone};
}

domain::Rights build_rights(const Item& item, const Report& report) {
    const Fields fields(item.front_matter, report);
    return {.id = fields.id("id"),
            .title = fields.text("title"),
            .holder = fields.text("holder"),
            .republication = fields.text("republication"),
            .paywall = fields.text("paywall"),
            .funding = fields.texts("funding"),
            .text = build_text(item, true, report),
            .canonical_url = read_page(fields)};
}

domain::Audience build_audience(const Item& item, const Report& report) {
    const Fields fields(item.front_matter, report);
    return {.intended = fields.words("intended"),
            .survivor_redirect = build_text(item, true, report),
            .hotline = read_hotline(fields),
            .canonical_url = read_page(fields)};
}

}  // namespace toolkitd::content

#include "render/notice.h"

#include <string_view>

#include "render/values.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

constexpr std::string_view kEscaped = "{effective\\_date}";  // as the Markdown has it

void replace(std::string& text, std::string_view what, const std::string& by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

void fill_in(domain::Text& text, const std::string& day) {
    for (std::string* form : {&text.markdown, &text.html, &text.plain}) {
        replace(*form, domain::kEffectiveDate, day);
        replace(*form, kEscaped, day);
    }
    for (auto& link : text.links) replace(link.text, domain::kEffectiveDate, day);
}

std::string written(std::chrono::year_month_day day, const std::string& language) {
    const auto words = language_of(language);
    return words ? long_date(day, *words) : iso_day(day);
}

}  // namespace

NoticeText notice_text(const View& view, const domain::Notice& notice) {
    const auto* translation = domain::translation_of(notice, tag_of(view.language()));
    NoticeText shown =
        translation ? NoticeText{translation->text, translation->language} : NoticeText{notice.text, notice.language};
    const auto* status = view.status(notice.regulation);
    if (notice.says_effective_date && status && status->effective) {
        fill_in(shown.text, written(status->effective->day, shown.language));
    }
    return shown;
}

}  // namespace toolkitd::render

#include "render/wording.h"

#include "render/messages.h"

namespace toolkitd::render {

std::string long_date(std::chrono::year_month_day day, Language language) {
    const std::string number = std::to_string(static_cast<unsigned>(day.month()));
    return message(language, "date.long",
                   {{"day", std::to_string(static_cast<unsigned>(day.day()))},
                    {"month", message(language, "date.month_" + number)},
                    {"year", std::to_string(static_cast<int>(day.year()))}});
}

std::string reason_text(const domain::Status& status, Language language) {
    const std::string day = status.effective ? long_date(status.effective->day, language) : std::string();
    return message(language, "status_reason." + std::string(word(status.reason)), {{"day", day}});
}

std::string reason_text(const domain::Currency& currency, Language language) {
    return message(language, "currency_reason." + std::string(word(currency.reason)));
}

std::string convention_text(const std::string& zone, Language language) {
    return message(language, "basis.convention", {{"zone", zone}});
}

}  // namespace toolkitd::render

// The status in words, and the notice that goes with it.
#include <gtest/gtest.h>

#include "render/embedded.h"
#include "render/messages.h"
#include "support/catalogues.h"
#include "support/regulations.h"
#include "support/times.h"

namespace toolkitd::render {
namespace {

using domain::EventKind;
using domain::StatusKind;
using testing::event;
using testing::kEmbedFragment;
using testing::part;
using testing::published;
using testing::read_aloud;
using testing::Rendered;

const std::vector<StatusKind> kAll{
    StatusKind::proposed,  StatusKind::pending,    StatusKind::effective, StatusKind::partially_effective,
    StatusKind::delayed,   StatusKind::stayed,     StatusKind::enjoined,  StatusKind::vacated,
    StatusKind::withdrawn, StatusKind::superseded, StatusKind::unknown};

// The toolkit while its rule has a history of these events, on 1 January 2025; no notice is shown.
Rendered with(std::vector<domain::Event> events, Language language = kUsualLanguage) {
    auto catalogue = testing::small_catalogue();
    catalogue.notices.clear();
    catalogue.regulations = {testing::regulation(std::move(events), catalogue.regulations[0].id)};
    catalogue.regulations[0].short_title = "Rule";
    return {catalogue, "2025-01-01", {}, language};
}

std::string status_of(const Rendered& rendered) {
    return read_aloud(part(rendered.answer(kEmbedFragment), "ct-status"));
}

// One history for each status.
std::vector<domain::Event> history(StatusKind kind) {
    const auto rule = published("2024-04-30", "2024-08-28");
    const auto then = [&](EventKind what) { return std::vector<domain::Event>{rule, event("e", what, "2024-09-01")}; };
    switch (kind) {
        case StatusKind::proposed: return {event("e", EventKind::proposed, "2024-04-30")};
        case StatusKind::pending: return {published("2024-04-30", "2025-08-28")};
        case StatusKind::effective: return {rule};
        case StatusKind::partially_effective:
            return {rule, event("e", EventKind::enjoined, "2024-09-01").in({"Texas"}).of({"214.204"})};
        case StatusKind::delayed: return {rule, event("e", EventKind::delayed, "2024-08-01").on("2025-03-01")};
        case StatusKind::stayed: return then(EventKind::stayed);
        case StatusKind::enjoined: return then(EventKind::enjoined);
        case StatusKind::vacated: return then(EventKind::vacated);
        case StatusKind::withdrawn: return then(EventKind::withdrawn);
        case StatusKind::superseded: return then(EventKind::superseded);
        case StatusKind::unknown: return {};
    }
    return {};
}

TEST(EmbedStatus, is_told_in_words_in_every_status_and_language) {
    for (const auto kind : kAll) {
        for (const auto language : kLanguages) {
            const auto rendered = with(history(kind), language);
            const auto html = rendered.answer(kEmbedFragment);
            const std::string word(domain::word(kind));
            EXPECT_NE(html.find("data-status=\"" + word + "\">"), std::string::npos) << word;
            EXPECT_NE(html.find("<strong class=\"ct-status-word\">" + message(language, "embed.status_" + word) +
                                "</strong> <span class=\"ct-rule\""),
                      std::string::npos)
                << word;
            EXPECT_EQ(testing::nesting_fault(html), "") << word;
        }
    }
}

TEST(EmbedStatus, says_in_words_that_a_rule_is_not_in_effect_where_it_is_not) {
    const auto says_not = [](StatusKind kind, Language language, std::string_view words) {
        return message(language, "embed.status_" + std::string(domain::word(kind))).find(words) != std::string::npos;
    };
    for (const auto kind : kAll) {
        if (kind == StatusKind::unknown) continue;
        const bool has_force = kind == StatusKind::effective || kind == StatusKind::partially_effective;
        const bool denied = says_not(kind, Language::english, "not in effect") ||
                            says_not(kind, Language::english, "Not yet in effect");
        const bool negado = says_not(kind, Language::spanish, "no está en vigor");
        EXPECT_EQ(denied, !has_force) << domain::word(kind);
        EXPECT_EQ(negado, !has_force) << domain::word(kind);
    }
}

TEST(EmbedStatus, says_since_when_it_is_and_until_when) {
    EXPECT_EQ(status_of(testing::real_embeds("2024-08-28T03:59:59Z")), "Not yet in effect T visa final rule");
    const auto times = [](std::string_view instant, Language language) {
        return read_aloud(part(testing::real_embeds(instant, language).answer(kEmbedFragment), "ct-status-time"));
    };
    EXPECT_EQ(times("2024-08-28T03:59:59Z", Language::english),
              "This has been its status since April 30, 2024. As far as is known, it changes on August 28, 2024. "
              "The new status will be: In effect.");
    EXPECT_EQ(times("2024-08-28T04:00:00Z", Language::english),
              "This has been its status since August 28, 2024. No coming change is known.");
    EXPECT_EQ(times("2024-08-28T03:59:59Z", Language::spanish),
              "Este es su estado desde el 30 de abril de 2024. Por lo que se sabe, cambiará el 28 de agosto de 2024. "
              "El nuevo estado será: Está en vigor.");
    EXPECT_EQ(times("2024-08-28T04:00:00Z", Language::spanish),
              "Este es su estado desde el 28 de agosto de 2024. No se conoce ningún cambio próximo.");
}

TEST(EmbedStatus, says_why_where_its_days_do_not) {
    const auto why = [](StatusKind kind) {
        return read_aloud(part(with(history(kind)).answer(kEmbedFragment), "ct-status-reason"));
    };
    EXPECT_EQ(why(StatusKind::stayed), "The rule is stayed; no date ends a stay.");
    EXPECT_EQ(why(StatusKind::unknown), "No event of this regulation is known at this instant.");
    EXPECT_EQ(why(StatusKind::effective), "");
    EXPECT_EQ(why(StatusKind::pending), "");
}

TEST(EmbedStatus, lists_what_limits_it) {
    const auto html = with(history(StatusKind::partially_effective)).answer(kEmbedFragment);
    EXPECT_EQ(read_aloud(part(html, "ct-limits")),
              "214.204, Texas: Blocked by a court (enjoined); not in effect, since September 1, 2024.");
    const auto delayed = with({published("2024-04-30", "2024-08-28"),
                               event("e", EventKind::delayed, "2024-08-01").on("2025-03-01").of({"214.1"})});
    EXPECT_EQ(read_aloud(part(delayed.answer(kEmbedFragment), "ct-limits")),
              "214.1: Delayed; not in effect, since August 1, 2024, until March 1, 2025.");
}

TEST(EmbedStatus, stands_alone_where_no_notice_is_shown) {
    const auto html = with(history(StatusKind::stayed)).answer(kEmbedFragment);
    EXPECT_EQ(part(html, "ct-notice"), "");
    EXPECT_TRUE(part(html, "ct-status").starts_with("<div class=\"ct-status\""));
}

TEST(EmbedStatus, is_absent_where_the_toolkit_follows_no_rule) {
    auto catalogue = testing::small_catalogue();
    catalogue.toolkits[0].regulation.reset();
    const auto html = Rendered(catalogue, "2024-09-01").answer(kEmbedFragment);
    EXPECT_TRUE(
        html.starts_with("<div class=\"cast-toolkit\" lang=\"en\" data-toolkit=\"lereporting\" data-status=\"\">"));
    EXPECT_EQ(part(html, "ct-status") + part(html, "ct-notice"), "");
}

TEST(EmbedNotice, changes_at_the_switch_and_says_whose_words_it_is_in) {
    const auto notice = [](std::string_view instant, Language language) {
        return part(testing::real_embeds(instant, language).answer(kEmbedFragment), "ct-notice");
    };
    const auto before = notice("2024-08-28T03:59:59Z", Language::english);
    EXPECT_NE(before.find("<p>Important Update: The T Final Rule was released on April 30, 2024"), std::string::npos);
    EXPECT_EQ(read_aloud(part(before, "ct-provenance")), "CAST wrote this notice.");
    for (const auto instant : {"2024-08-28T04:00:00Z", "2024-08-28T04:00:01Z"}) {
        const auto after = notice(instant, Language::english);
        EXPECT_NE(after.find("took effect on August 28, 2024"), std::string::npos);
        EXPECT_EQ(read_aloud(part(after, "ct-provenance")), "This service wrote this notice, not CAST.");
    }
    EXPECT_EQ(read_aloud(part(notice("2024-08-28T03:59:59Z", Language::spanish), "ct-provenance")),
              "Este aviso lo escribió CAST.");
    EXPECT_NE(notice("2024-08-28T03:59:59Z", Language::spanish).find("<div class=\"ct-text\" lang=\"en\">"),
              std::string::npos);
}

TEST(EmbedNotice, of_the_services_is_in_the_readers_language_where_it_is_translated) {
    auto catalogue = testing::small_catalogue();
    catalogue.notices[1].translations = {{"es", testing::prose("Aviso.")}};
    const auto notice = [&](Language language) {
        return part(Rendered(catalogue, "2024-09-01", {}, language).answer(kEmbedFragment), "ct-notice");
    };
    EXPECT_NE(notice(Language::spanish).find("<div class=\"ct-text\">\n<p>Aviso.</p>"), std::string::npos);
    EXPECT_NE(notice(Language::english).find("<p>Notice switched.</p>"), std::string::npos);
}

TEST(EmbedNotice, SaysThatTheServiceAddedTheLinkToThePublishersWords) {
    const auto html = part(testing::real_embeds("2024-05-01").answer(kEmbedFragment), "ct-notice");
    EXPECT_EQ(read_aloud(part(html, "ct-supplied")),
              "This service added the link “new regulations”. It is not from CAST.");
    EXPECT_NE(html.find("title=\"Link added by this service\">new regulations</a>"), std::string::npos);
    const auto spanish = testing::real_embeds("2024-05-01", Language::spanish).answer(kEmbedFragment);
    EXPECT_EQ(read_aloud(part(spanish, "ct-supplied")),
              "Este servicio añadió el enlace “new regulations”. No es de CAST.");
    EXPECT_EQ(part(testing::real_embeds("2024-09-01").answer(kEmbedFragment), "ct-supplied"), "");
}

TEST(EmbedNotice, NamesTheEffectiveDateOfTheInstantInItsOwnLanguage) {
    auto catalogue = testing::small_catalogue();
    catalogue.regulations[0].events.push_back(event("delayed", EventKind::delayed, "2027-03-01").on("2027-06-01"));
    auto& notice = catalogue.notices[1];
    notice.text = {
        "On {effective\\_date}, so {effective\\_date}.", "<p>On {effective_date}.</p>\n", "On {effective_date}.", {}};
    notice.translations = {{"es", testing::prose("El {effective_date}.")}};
    notice.says_effective_date = true;
    const auto shown = [&](std::string_view instant, Language language = Language::english) {
        const Rendered rendered(catalogue, instant, {}, language);
        const auto path = std::string("/v1/toolkits/lereporting");
        return rendered.text(path, "/data/notice/text/text") + part(rendered.answer(kEmbedFragment), "ct-text");
    };
    EXPECT_NE(shown("2024-08-28").find("On August 28, 2024."), std::string::npos);
    EXPECT_NE(shown("2027-02-28").find("On August 28, 2024."), std::string::npos) << shown("2027-02-28");
    EXPECT_NE(shown("2027-06-01").find("On June 1, 2027."), std::string::npos);
    EXPECT_NE(shown("2027-06-01", Language::spanish).find("El 1 de junio de 2027."), std::string::npos);
    EXPECT_EQ(Rendered(catalogue, "2027-06-01").text("/v1/toolkits/lereporting", "/data/notice/text/markdown"),
              "On June 1, 2027, so June 1, 2027.");
}

}  // namespace
}  // namespace toolkitd::render

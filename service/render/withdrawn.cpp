#include "render/withdrawn.h"

#include <algorithm>

#include "render/feed.h"
#include "render/messages.h"
#include "render/paths.h"
#include "render/problem.h"
#include "render/section.h"
#include "render/wording.h"

namespace toolkitd::render {
namespace {

using domain::Toolkit;
using domain::Withdrawal;

constexpr const char* kToolkits = "/v1/toolkits";
constexpr const char* kResources = "/v1/resources";

// What takes its place is told where it is shown.
template <typename Item>
std::optional<Successor> successor_of(const View& view, const Withdrawal& withdrawn,
                                      const std::vector<const Item*>& shown, const std::string& list) {
    const auto is_it = [&](const Item* item) { return withdrawn.successor == item->id; };
    if (std::none_of(shown.begin(), shown.end(), is_it)) return std::nullopt;
    return Successor{*withdrawn.successor, view.url(item_path(list, *withdrawn.successor))};
}

Page gone(const View& view, const Withdrawal& withdrawn, std::optional<Successor> successor) {
    const auto day = view.catalogue().publisher.zone.day_of(withdrawn.at);
    const auto language = view.language();
    Problem problem{.kind = ProblemKind::gone,
                    .detail = message(language, "problem.gone_detail", {{"day", long_date(day, language)}}),
                    .parameter = {},
                    .withdrawn = Withdrawn{withdrawn.on, withdrawn.reason, std::move(successor)}};
    Page page;
    page.status = status_code(problem.kind);
    page.language = tag_of(language);
    page.words = language;
    page.media_type = kProblemType;
    page.body = std::make_shared<const std::string>(problem_json(problem, view.options().public_url, language));
    page.ending = [](const Page&, const Ending&) { return std::string(); };
    return page;
}

Page at_path(Page page, std::string path, std::vector<std::string> former_paths = {}) {
    page.path = std::move(path);
    page.former_paths = std::move(former_paths);
    return page;
}

Page page_of(const View& view, const Toolkit& toolkit) {
    return gone(view, *toolkit.withdrawn, successor_of(view, *toolkit.withdrawn, view.toolkits(), kToolkits));
}

// With all that was in it.
void add_toolkit(const View& view, const Toolkit& toolkit, std::vector<Page>& pages) {
    const Page page = page_of(view, toolkit);
    const auto sections = section_list_path(toolkit.id);
    pages.push_back(at_path(page, item_path(kToolkits, toolkit.id), item_paths(kToolkits, toolkit.former_ids)));
    pages.push_back(at_path(page, sections));
    for (const auto& former : toolkit.former_ids) pages.back().former_paths.push_back(section_list_path(former));
    for (const auto& section : toolkit.sections) {
        pages.push_back(at_path(page, item_path(sections, section.id), former_section_paths(toolkit, section)));
    }
}

void add_sections(const View& view, const Toolkit& toolkit, std::vector<Page>& pages) {
    const auto sections = section_list_path(toolkit.id);
    for (const auto& section : toolkit.sections) {
        if (!view.is_withdrawn(section)) continue;
        const auto& withdrawn = *section.withdrawn;
        const auto page = gone(view, withdrawn, successor_of(view, withdrawn, view.sections(toolkit), sections));
        pages.push_back(at_path(page, item_path(sections, section.id), former_section_paths(toolkit, section)));
    }
}

}  // namespace

std::vector<Page> withdrawn_pages(const View& view) {
    std::vector<Page> pages;
    for (const auto& toolkit : view.catalogue().toolkits) {
        if (view.is_withdrawn(toolkit)) add_toolkit(view, toolkit, pages);
    }
    for (const auto* toolkit : view.toolkits()) add_sections(view, *toolkit, pages);
    for (const auto& resource : view.catalogue().resources) {
        if (!view.is_withdrawn(resource)) continue;
        const auto& withdrawn = *resource.withdrawn;
        pages.push_back(at_path(gone(view, withdrawn, successor_of(view, withdrawn, view.resources(), kResources)),
                                item_path(kResources, resource.id), item_paths(kResources, resource.former_ids)));
    }
    return pages;
}

std::vector<Page> withdrawn_feed_pages(const View& view, const Toolkit& toolkit) {
    if (!view.is_withdrawn(toolkit)) return {};
    const Page page = gone(view, *toolkit.withdrawn, std::nullopt);  // feeds do not change with what is shown elsewhere
    return {at_path(page, feed_path(&toolkit, "json")), at_path(page, feed_path(&toolkit, "atom"))};
}

}  // namespace toolkitd::render

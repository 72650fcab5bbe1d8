#include "render/pages.h"

#include <iterator>
#include <nlohmann/json.hpp>

#include "render/docs.h"
#include "render/embed.h"
#include "render/envelope.h"
#include "render/feed.h"
#include "render/linked_data.h"
#include "render/messages.h"
#include "render/oembed.h"
#include "render/problem.h"
#include "render/regulation.h"
#include "render/resource.h"
#include "render/rights.h"
#include "render/toolkit.h"
#include "render/well_known.h"
#include "render/withdrawn.h"

namespace toolkitd::render {
namespace {

struct Entry {
    const char* id;
    const char* title;  // the key of its message
    const char* path;
};

Page index_page(const View& view, const Envelope& envelope) {
    static constexpr Entry kEntries[] = {{"toolkits", "index.toolkits", "/v1/toolkits"},
                                         {"resources", "index.resources", "/v1/resources"},
                                         {"regulations", "index.regulations", "/v1/regulations"},
                                         {"regulation-status", "index.regulation_status", "/v1/regulation-status"},
                                         {"rights", "index.rights", "/v1/rights"},
                                         {"problems", "index.problems", "/v1/problems"}};
    Json list = Json::array();
    for (const auto& entry : kEntries) {
        if (std::string_view(entry.id) == "regulation-status" && !view.primary()) continue;
        list.push_back(
            {{"id", entry.id}, {"title", message(view.language(), entry.title)}, {"href", view.url(entry.path)}});
    }
    return envelope.seal("/v1", list, feed_links(view, nullptr));
}

void append(std::vector<Page>& all, std::vector<Page> more) {
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<Page> pages(const View& view) {
    const Envelope envelope(view);
    std::vector<Page> all{index_page(view, envelope), rights_page(view, envelope)};
    const auto resources = written_resources(view);
    append(all, toolkit_pages(view, envelope, resources));
    append(all, resource_pages(view, envelope, resources));
    append(all, history_pages(view));
    append(all, problem_pages(view, envelope));
    append(all, docs_pages(view));
    append(all, linked_work_pages(view));
    if (view.options().embeds) append(all, embed_pages(view));
    append(all, oembed_pages(view));
    append(all, withdrawn_pages(view));
    append(all, sitemap_pages(view, all));
    return all;
}

std::vector<Page> history_pages(const View& view) {
    auto all = regulation_pages(view, Envelope(view));
    append(all, linked_regulation_pages(view));
    return all;
}

}  // namespace toolkitd::render

#include "content/markdown.h"

#include <cstdlib>
#include <memory>
#include <set>

#include "content/markdown_tree.h"
#include "content/plain_text.h"
#include "content/prose_bounds.h"
#include "content/prose_checks.h"
#include "content/prose_lookalikes.h"
#include "content/words.h"

namespace toolkitd::content {
namespace {

using Document = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;
using Rendered = std::unique_ptr<char, decltype(&std::free)>;

// The ids in `[words][id]`, whether or not they turn out to be links.
std::set<std::string> ids_written(std::string_view body) {
    constexpr std::string_view kMiddle = "][";
    std::set<std::string> ids;
    for (auto at = body.find(kMiddle); at != std::string_view::npos; at = body.find(kMiddle, at + 1)) {
        const auto rest = body.substr(at + kMiddle.size());
        const auto id = rest.substr(0, rest.find(']'));
        if (id.size() < rest.size() && is_id(id)) ids.emplace(id);
    }
    return ids;
}

// Markdown's own definitions of links, one a line, for all ids: Markdown then finds the links.
std::string definitions(const std::set<std::string>& ids) {
    std::string text;
    for (const auto& id : ids) text.append("[").append(id).append("]: ").append(kDeclaredLink).append(id).append("\n");
    return text + "\n";
}

std::string without_final_newline(Rendered rendered) {
    std::string text(rendered.get());
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

std::string html(cmark_node* document) {
    return without_final_newline(Rendered(cmark_render_html(document, CMARK_OPT_SAFE), &std::free));
}

std::string markdown(cmark_node* document) {
    return without_final_newline(Rendered(cmark_render_commonmark(document, CMARK_OPT_DEFAULT, 0), &std::free));
}

}  // namespace

domain::Text render_prose(const Prose& prose, const Report& report) {
    if (!check_input(prose, report)) return {};
    check_definitions(prose, report);
    check_lookalikes(prose, report);
    auto ids = ids_written(prose.body);
    for (const auto& target : prose.targets) ids.insert(target.id);
    const auto text = definitions(ids).append(prose.body);
    const Document document(cmark_parse_document(text.data(), text.size(), CMARK_OPT_DEFAULT), &cmark_node_free);
    const int lines_before = static_cast<int>(ids.size()) + 1;
    if (!check_output(document.get(), prose, lines_before, report)) return {};
    ProseChecks checks(prose, lines_before, report);
    for_each_node(document.get(), [&checks](cmark_node* node) { checks.visit(node); });
    auto links = checks.finish();
    cmark_consolidate_text_nodes(document.get());
    return {markdown(document.get()), html(document.get()), plain_text(document.get()), std::move(links)};
}

}  // namespace toolkitd::content

#include "render/envelope.h"

#include <nlohmann/json.hpp>

#include "render/pages.h"
#include "render/rights.h"
#include "render/values.h"

namespace toolkitd::render {
namespace {

// Without an object in between, for every page has this.
WrittenJson written(const std::optional<base::Instant>& instant) {
    return instant ? '"' + base::rfc3339(*instant) + '"' : "null";
}

WrittenJson written(std::string_view text) { return Json(text).dump(); }

}  // namespace

Envelope::Envelope(const View& view)
    : view_(&view),
      rights_and_audience_(",\"rights\":" + rights_notice(view).dump() + ",\"audience\":" + audience(view).dump()) {}

Page Envelope::seal(const std::string& path, const Json& data, const Json& links, std::string canonical) const {
    return seal_written(path, data.dump(), links, std::move(canonical));
}

Page Envelope::seal_written(const std::string& path, const WrittenJson& data, const Json& links,
                            std::string canonical) const {
    return frame(path, links, std::move(canonical)).around(data, path);
}

Frame Envelope::frame(const std::string& path, const Json& links, std::string canonical) const {
    const std::string self = path.substr(0, path.find('?'));
    if (canonical.empty()) canonical = view_->url(self);
    Json all = {{"self", view_->url(self)}, {"canonical", canonical}};
    all.update(links);
    all["license"] = view_->url("/v1/rights");
    all["describedby"] = view_->url("/openapi.json");
    all["service_desc"] = view_->url("/openapi.yaml");
    Frame frame;
    frame.page_.canonical = std::move(canonical);
    frame.page_.language = view_->catalogue().publisher.language;
    frame.page_.words = view_->language();
    frame.behind_ = rights_and_audience_ + ",\"links\":" + all.dump();
    return frame;
}

Page Frame::around(const WrittenJson& data, const std::string& path) const {
    constexpr std::string_view kBefore = "{\"data\":";
    Page page = page_;
    page.path = path;
    std::string body;
    body.reserve(kBefore.size() + data.size() + behind_.size());
    body.append(kBefore).append(data).append(behind_);
    page.body = std::make_shared<const std::string>(std::move(body));
    return page;
}

std::string meta_json(const Page& page, const Ending& ending) {
    const auto& [from, until] = ending.validity;
    return R"({"valid_from":)" + written(from) + R"(,"valid_until":)" + written(until) + R"(,"content_revision":)" +
           written(ending.content_revision) + R"(,"language":)" + written(page.language) + R"(,"rehearsal":)" +
           (ending.rehearsal ? "true}" : "false}");
}

std::string json_ending(const Page& page, const Ending& ending) {
    return ",\"meta\":" + meta_json(page, ending) + "}\n";
}

std::string finish(const Page& page, const Validity& validity, const domain::Catalogue& catalogue,
                   const Options& options) {
    const std::string ending = page.ending(page, {validity, catalogue.revision, options.rehearsal});
    std::string text;  // no longer than it has to be, for it is kept for as long as the snapshot
    text.reserve(page.body->size() + ending.size());
    return text.append(*page.body).append(ending);
}

}  // namespace toolkitd::render

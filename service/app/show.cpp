#include <ostream>

#include "app/build_facts.h"
#include "app/commands.h"
#include "app/load_site.h"
#include "app/report.h"
#include "base/clock.h"
#include "http/responder.h"
#include "http/route_table.h"
#include "http/service.h"
#include "site/store.h"

namespace toolkitd::app {
namespace {

int show_routes(Output output) {
    for (const auto& route : http::routes()) output.out << route.path << '\n';
    return 0;
}

std::string percent_encoded(const std::string& text) {
    static constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out.append({'%', kDigits[byte >> 4U], kDigits[byte & 15U]});
    }
    return out;
}

std::string target_of(const Show& command) {
    if (command.as_of.empty()) return command.path;
    const char separator = command.path.find('?') == std::string::npos ? '?' : '&';
    return command.path + separator + "as_of=" + percent_encoded(command.as_of);
}

}  // namespace

int show(const Settings& settings, const Show& command, Output output) {
    if (command.routes) return show_routes(output);
    if (!command.path.starts_with('/')) return cannot("show takes a path that begins with /, such as /v1", output);
    if (command.as_of.find(' ') != std::string::npos) {
        return cannot("`" + command.as_of + "` is neither a day nor an instant such as 2024-08-28T09:00:00-04:00",
                      output);
    }
    const base::SystemClock clock;
    const auto now = std::chrono::floor<std::chrono::seconds>(clock.now());
    auto snapshot =
        load_site(settings, false, now, when_still(told_on(output.err)), base::untold, {.shows_planned = true});
    if (!snapshot) return cannot(snapshot.error(), output);
    const site::Store store(std::move(*snapshot));
    const telemetry::Loads loads({store.current()->loaded_at(), true, {}, {}});
    const http::Service service(store, loads, clock, {settings.cache, settings.public_url, false, build_facts()});
    const std::string request = "GET " + target_of(command) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    http::Responder responder(service, clock);
    const auto head = http::check_head(request, settings.transport.head);
    const auto answer = head ? responder.answer(*head) : responder.refuse(head.error());
    if (command.with_fields) output.out << answer->head;
    output.out << answer->content;
    return answer->response.status < 400 ? 0 : 1;
}

}  // namespace toolkitd::app

#include "http/probe.h"

#include <ostream>

#include "app/commands.h"
#include "app/report.h"
#include "render/health.h"

namespace toolkitd::app {
namespace {

constexpr std::chrono::seconds kPatience{3};
constexpr const char* kPath = "/healthz";

}  // namespace

// The word of the server itself; one that answers without it is none of ours, or does not work.
int probe(const Settings& settings, Output output) {
    const http::Address address{settings.transport.host, settings.transport.port};
    const auto answer = http::probe(http::reachable(address), kPath, kPatience);
    if (!answer) {
        cannot(answer.error().sentence, output);
        return 1;
    }
    const bool well = answer->status == 200;
    const auto word = render::status_of_health(answer->content);
    if (well && !word) {
        cannot("what answers at " + http::url_of(address) + kPath + " says nothing about its health", output);
        return 1;
    }
    output.out << word.value_or("fail") << '\n';
    return well ? 0 : 1;
}

}  // namespace toolkitd::app

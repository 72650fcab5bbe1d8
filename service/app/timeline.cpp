#include "site/timeline.h"

#include <ostream>

#include "app/commands.h"
#include "app/load_site.h"
#include "app/report.h"
#include "site/consequences.h"

namespace toolkitd::app {

int timeline(const Settings& settings, Output output) {
    const auto catalogue = load_catalogue(settings.content, when_still(told_on(output.err)));
    if (!catalogue) return cannot(catalogue.error(), output);
    for (const auto& change : site::timeline(*catalogue)) {
        const std::string at = base::rfc3339(change.at);
        for (const auto& what : change.what) output.out << at << "  " << what << '\n';
        for (const auto& what : site::consequences(*catalogue, change.at)) output.out << at << "  " << what << '\n';
    }
    return 0;
}

}  // namespace toolkitd::app

#include "app/build_facts.h"

namespace toolkitd::app {

render::Build build_facts() { return {TOOLKITD_VERSION, TOOLKITD_COMMIT}; }

std::string version_line() {
    const auto build = build_facts();
    return "toolkitd " + build.version + " (" + build.commit + ")";
}

}  // namespace toolkitd::app

#include "render/resource_filter.h"

namespace toolkitd::render {

std::string resource_list_path(const FilterChoice& choice) {
    std::string path(kResourceList);
    char separator = '?';
    for (std::size_t i = 0; i < choice.size(); ++i) {
        if (choice[i].empty()) continue;
        path.append(1, separator).append(kResourceFilters[i]).append(1, '=').append(choice[i]);
        separator = '&';
    }
    return path;
}

std::string empty_resource_list_path() { return std::string(kResourceList) + "?nothing"; }

}  // namespace toolkitd::render

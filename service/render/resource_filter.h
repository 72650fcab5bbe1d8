// The filters of /v1/resources, and how a choice of them names a list.
//
// Plain values; pure functions, safe to call from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace toolkitd::render {

inline constexpr std::string_view kResourceList = "/v1/resources";

// In the order in which they stand in the name of a list.
inline constexpr std::array<std::string_view, 4> kResourceFilters{"audience", "currency", "kind", "toolkit"};

// For each of kResourceFilters, the value chosen (empty: any), and the values that are allowed.
using FilterChoice = std::array<std::string_view, kResourceFilters.size()>;
using FilterValues = std::array<std::vector<std::string>, kResourceFilters.size()>;

// The path of the list with a choice of filters: "/v1/resources?audience=attorney&kind=video".
std::string resource_list_path(const FilterChoice& choice);

// The path of the list for a choice that nothing matches.
std::string empty_resource_list_path();

}  // namespace toolkitd::render

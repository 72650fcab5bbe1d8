#include "app/load_budget.h"

#include <exception>
#include <string>

namespace toolkitd::app {
namespace {

struct TookTooLong final : std::exception {
    const char* what() const noexcept override { return "the load took too long"; }
};

}  // namespace

Loaded load_in_time(const LoadBudget& budget, const base::Progress& progress,
                    const std::function<Loaded(const base::Progress&)>& load) {
    const auto end = budget.now() + budget.longest;
    const auto limited = [&](std::string_view what, std::size_t done, std::size_t of) {
        if (budget.now() > end) throw TookTooLong();
        progress(what, done, of);
    };
    try {
        return load(limited);
    } catch (const TookTooLong&) {
        return tl::unexpected(
            LoadFailure{"the load took longer than " + std::to_string(budget.longest.count()) +
                            " s and was given up: the content is too large, or changes too often, for one service",
                        {}});
    }
}

}  // namespace toolkitd::app

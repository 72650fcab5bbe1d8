// How long a load may take.
//
// Plain value and a function; safe to call from any thread.
#pragma once

#include <chrono>
#include <functional>

#include "app/load_site.h"
#include "base/progress.h"

namespace toolkitd::app {

// Runs `load` with a progress that gives it up once it has taken longer than the budget: a failure then. What is looked
// at is the time between two steps of the load; a single step is bounded by what a file may hold.
Loaded load_in_time(const LoadBudget& budget, const base::Progress& progress,
                    const std::function<Loaded(const base::Progress&)>& load);

}  // namespace toolkitd::app

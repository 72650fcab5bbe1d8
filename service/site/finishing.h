// Makes representations of pages whose end is known: many at once and on all cores, while the caller goes on.
//
// For one thread. Refers to what it was made with, which must outlive it.
#pragma once

#include <functional>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "domain/catalogue.h"
#include "render/page.h"
#include "render/view.h"
#include "site/representation.h"

namespace toolkitd::site {

// A page whose bytes have not changed since `validity.from`.
struct Run {
    render::Page page;
    render::Validity validity;
    std::size_t forecast = 0;  // whose answer it is, counted from 1; 0: the clock's
};

struct Finished {
    std::string path;
    render::Language words;
    Representation representation;
    std::size_t forecast = 0;
};

class Finishing {
public:
    // `take` is called with each, in the order in which they were added, from within `add` and `end`.
    Finishing(const domain::Catalogue& catalogue, const render::Options& options, const Labeller& labeller,
              std::function<void(Finished)> take);

    void add(Run run);

    // Finishes and hands over all that is left.
    void end();

private:
    using Batch = std::vector<Finished>;

    Batch finished(std::vector<Run>& runs) const;
    Representation made(const Run& run) const;
    void begin_batch();
    void hand_over();

    const domain::Catalogue& catalogue_;
    const render::Options& options_;
    const Labeller& labeller_;
    std::function<void(Finished)> take_;
    std::vector<Run> waiting_;
    std::future<Batch> coming_;  // of those that were added before
};

}  // namespace toolkitd::site

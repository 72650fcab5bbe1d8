// Gives representations their compressed forms.
#pragma once

#include <stop_token>
#include <vector>

#include "base/progress.h"
#include "site/representation.h"

namespace toolkitd::site {

// A form's body, with the tag that belongs to it.
Form form_of(std::string body);

// Works out one form of each, on all cores, and has it labelled. Pure but for the representations given. Some are left
// without where it is told to stop.
void encode(std::vector<Representation>& representations, Coding coding, const Labeller& labeller,
            const base::Progress& progress, const std::stop_token& stop = {});

// What each is given: the best where that takes no more than moments, less where there are so many bytes that the wait
// would be felt, in all of them together or in the one body.
int gzip_level(std::size_t bytes_of_all);
int brotli_quality(std::size_t bytes_of_all, std::size_t bytes_of_body);

}  // namespace toolkitd::site

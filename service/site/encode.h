// Gives representations their compressed forms.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "site/representation.h"

namespace toolkitd::site {

// The strong entity tag of a body, with its quotes: RFC 9110 section 8.8.3.
std::string tag_of(std::string_view body);

// Gives a representation its body, with the tag that belongs to it, and has it labelled.
void add_identity(Representation& representation, Bytes body, const Labeller& labeller);

// Works out one compressed form of each, on all cores, and has it labelled. Pure but for the representations given.
// Some are left without where it is told to stop.
void encode(std::vector<Representation>& representations, Coding coding, const Labeller& labeller,
            const std::stop_token& stop = {});

// What each is given: the best where that takes no more than moments, less where there are so many bytes that the wait
// would be felt, in all of them together or in the one body.
int gzip_level(std::size_t bytes_of_all);
int brotli_quality(std::size_t bytes_of_all, std::size_t bytes_of_body);

}  // namespace toolkitd::site

#include "site/encode.h"

#include <deque>
#include <utility>

#include "base/hash.h"
#include "site/in_parallel.h"

namespace toolkitd::site {
namespace {

constexpr std::size_t kFew = 8U << 20U;
constexpr std::size_t kMany = 64U << 20U;

std::size_t bytes_of(const std::vector<Representation>& representations) {
    std::size_t bytes = 0;
    for (const auto& representation : representations) bytes += representation.body().size();
    return bytes;
}

}  // namespace

Form form_of(std::string body) {
    std::string tag = '"' + base::fingerprint(body) + '"';
    return {std::make_shared<const std::string>(std::move(body)), std::move(tag), {}};
}

Effort effort_for(std::size_t bytes) {
    if (bytes > kMany) return {9, 5};  // brotli's 4 saves little against gzip
    return bytes <= kFew ? Effort{12, 11} : Effort{9, 9};
}

void encode(std::vector<Representation>& representations, Coding coding, const Labeller& labeller,
            const base::Progress& progress, const std::stop_token& stop) {
    const Effort effort = effort_for(bytes_of(representations));
    std::deque<Compressor> compressors;
    for (std::size_t i = 0; i < threads_for(representations.size()); ++i) compressors.emplace_back(effort);
    in_parallel(representations.size(), [&](std::size_t i, std::size_t thread) {
        if (stop.stop_requested()) return;
        if (thread == 0) progress("compressing the answers", i, representations.size());
        Representation& representation = representations[i];
        Form& form = representation.forms[static_cast<std::size_t>(coding)];
        if (coding == Coding::gzip) form = form_of(compressors[thread].gzip(representation.body()));
        if (coding == Coding::brotli) form = form_of(compressors[thread].brotli(representation.body()));
        form.label = labeller(representation, coding);
    });
}

}  // namespace toolkitd::site

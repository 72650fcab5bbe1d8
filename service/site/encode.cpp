#include "site/encode.h"

#include <deque>
#include <utility>

#include "base/hash.h"
#include "base/in_parallel.h"
#include "site/compress.h"

namespace toolkitd::site {
namespace {

constexpr std::size_t kFew = 8U << 20U;
constexpr std::size_t kMany = 64U << 20U;
constexpr std::size_t kLargeBody = 1U << 20U;

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

// libdeflate's 6 makes them as small as zlib's best.
int gzip_level(std::size_t bytes_of_all) { return bytes_of_all > kMany ? 6 : 9; }

int brotli_quality(std::size_t bytes_of_all, std::size_t bytes_of_body) {
    if (bytes_of_all > kMany) return 5;  // 4 saves little against gzip
    return bytes_of_all <= kFew && bytes_of_body <= kLargeBody ? 11 : 9;
}

void encode(std::vector<Representation>& representations, Coding coding, const Labeller& labeller,
            const base::Progress& progress, const std::stop_token& stop) {
    const std::size_t bytes = bytes_of(representations);
    std::deque<Compressor> compressors;
    for (std::size_t i = 0; i < base::threads_for(representations.size()); ++i)
        compressors.emplace_back(gzip_level(bytes));
    base::in_parallel(representations.size(), [&](std::size_t i, std::size_t thread) {
        if (stop.stop_requested()) return;
        if (thread == 0) progress("compressing the answers", i, representations.size());
        Representation& representation = representations[i];
        Form& form = representation.forms[static_cast<std::size_t>(coding)];
        if (coding == Coding::gzip) form = form_of(compressors[thread].gzip(representation.body()));
        if (coding == Coding::brotli) {
            const auto& body = representation.body();
            form = form_of(compressors[thread].brotli(body, brotli_quality(bytes, body.size())));
        }
        form.label = labeller(representation, coding);
    });
}

}  // namespace toolkitd::site

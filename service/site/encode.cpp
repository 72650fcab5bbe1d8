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

Bytes coded(std::string_view body, Coding coding, Compressor& compressor, std::size_t bytes_of_all) {
    if (coding == Coding::gzip) return Bytes(compressor.gzip(body));
    return Bytes(compressor.brotli(body, brotli_quality(bytes_of_all, body.size())));
}

void add(Representation& representation, Coding coding, Bytes body, const Labeller& labeller) {
    std::string tag = tag_of(body.view());
    const auto form = std::make_shared<Form>(Form{std::move(body), std::move(tag), {}});
    representation.forms[static_cast<std::size_t>(coding)] = form;
    form->label = labeller(representation, coding);
}

}  // namespace

std::string tag_of(std::string_view body) { return '"' + base::fingerprint(body) + '"'; }

void add_identity(Representation& representation, Bytes body, const Labeller& labeller) {
    add(representation, Coding::identity, std::move(body), labeller);
}

// libdeflate's 6 makes them as small as zlib's best.
int gzip_level(std::size_t bytes_of_all) { return bytes_of_all > kMany ? 6 : 9; }

int brotli_quality(std::size_t bytes_of_all, std::size_t bytes_of_body) {
    if (bytes_of_all > kMany) return 5;  // 4 saves little against gzip
    return bytes_of_all <= kFew && bytes_of_body <= kLargeBody ? 11 : 9;
}

void encode(std::vector<Representation>& representations, Coding coding, const Labeller& labeller,
            const std::stop_token& stop) {
    const std::size_t bytes = bytes_of(representations);
    std::deque<Compressor> compressors;
    for (std::size_t i = 0; i < base::threads_for(representations.size()); ++i)
        compressors.emplace_back(gzip_level(bytes));
    base::in_parallel(representations.size(), [&](std::size_t i, std::size_t thread) {
        if (stop.stop_requested()) return;
        Representation& representation = representations[i];
        Bytes body = coded(representation.body(), coding, compressors[thread], bytes);
        if (body.view().size() >= representation.body().size()) return;  // it would cost its reader more, and say less
        add(representation, coding, std::move(body), labeller);
    });
}

}  // namespace toolkitd::site

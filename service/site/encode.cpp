#include "site/encode.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

#include "base/hash.h"
#include "site/compress.h"

namespace toolkitd::site {
namespace {

constexpr std::size_t kFew = 8U << 20U;
constexpr std::size_t kMany = 64U << 20U;
constexpr std::size_t kLargeBody = 1U << 20U;
constexpr std::size_t kWorthAThread = 16;

std::size_t bytes_of(const std::vector<Representation>& representations) {
    std::size_t bytes = 0;
    for (const auto& representation : representations) bytes += representation.body().size();
    return bytes;
}

std::size_t threads_for(std::size_t items) {
    return std::clamp<std::size_t>(items / kWorthAThread, 1, std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace

Form form_of(std::string body) {
    std::string tag = '"' + base::fingerprint(body) + '"';
    return {std::make_shared<const std::string>(std::move(body)), std::move(tag), {}};
}

int brotli_quality(std::size_t bytes_of_all, std::size_t bytes_of_body) {
    if (bytes_of_all > kMany) return 5;  // 4 saves little against gzip
    return bytes_of_all <= kFew && bytes_of_body <= kLargeBody ? 11 : 9;
}

void encode(std::vector<Representation>& representations, Coding coding, const Labeller& labeller,
            const base::Progress& progress, const std::stop_token& stop) {
    const std::size_t bytes = bytes_of(representations);
    std::atomic<std::size_t> next{0};
    const auto work = [&](const base::Progress& told) {
        for (auto i = next++; i < representations.size() && !stop.stop_requested(); i = next++) {
            told("compressing the answers", i, representations.size());
            Representation& representation = representations[i];
            Form& form = representation.forms[static_cast<std::size_t>(coding)];
            if (coding == Coding::gzip) form = form_of(gzip(representation.body()));
            if (coding == Coding::brotli)
                form = form_of(brotli(representation.body(), brotli_quality(bytes, representation.body().size())));
            form.label = labeller(representation, coding);
        }
    };
    std::vector<std::jthread> others(threads_for(representations.size()) - 1);
    for (auto& thread : others) thread = std::jthread([&work] { work(base::untold); });
    work(progress);
}

}  // namespace toolkitd::site

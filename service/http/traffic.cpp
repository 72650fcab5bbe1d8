#include "http/traffic.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <string_view>

#include "http/route_table.h"

namespace toolkitd::http {
namespace {

using render::ProblemKind;

using Count = std::atomic<std::uint64_t>;

// One thread writes, so nothing has to be locked; a reader sees each count as it was a moment ago.
void add(Count& count, std::uint64_t more = 1) noexcept {
    count.store(count.load(std::memory_order_relaxed) + more, std::memory_order_relaxed);
}

constexpr std::size_t kPlaces = kRouteCount + 1;  // the last is for what has no route
// 501 by itself: what is asked for does not exist, such as a format of oEmbed, and nothing is wrong with the service.
constexpr std::array<std::string_view, 5> kClasses{"2xx", "3xx", "4xx", "5xx", "501"};
constexpr std::size_t kNotImplemented = 4;

// What a connection may refuse: nothing that is left to the routes.
constexpr std::array kRefusals{ProblemKind::bad_request,           ProblemKind::method_not_allowed,
                               ProblemKind::request_timeout,       ProblemKind::content_too_large,
                               ProblemKind::uri_too_long,          ProblemKind::head_too_large,
                               ProblemKind::not_implemented,       ProblemKind::unavailable,
                               ProblemKind::version_not_supported, ProblemKind::internal_error};

// In nanoseconds. No bound is a whole second, which the two formats of the exposition write differently.
constexpr std::array<std::int64_t, 13> kBounds{25'000,      50'000,        100'000,       250'000,    500'000,
                                               1'000'000,   2'500'000,     10'000'000,    25'000'000, 100'000'000,
                                               250'000'000, 2'500'000'000, 10'500'000'000};
constexpr double kNanoseconds = 1e9;

constexpr std::array<std::string_view, kConnectionStates> kStates{"idle", "reading", "writing", "lingering"};

std::size_t place_of(const Route* route) noexcept {
    return route ? static_cast<std::size_t>(route - routes().data()) : kRouteCount;
}

std::string_view name_of(std::size_t place) { return place == kRouteCount ? "none" : routes()[place].path; }

std::size_t class_of(int status) noexcept {
    return status == 501 ? kNotImplemented : static_cast<std::size_t>(std::clamp(status / 100, 2, 5) - 2);
}

std::size_t bucket_of(std::chrono::nanoseconds duration) noexcept {
    std::size_t bucket = 0;
    while (bucket < kBounds.size() && duration.count() > kBounds[bucket]) ++bucket;
    return bucket;
}

std::size_t place_of(ProblemKind kind) noexcept {
    const auto found = std::find(kRefusals.begin(), kRefusals.end(), kind);
    return std::min(static_cast<std::size_t>(found - kRefusals.begin()), kRefusals.size() - 1);
}

std::size_t place_of(ConnectionState state) noexcept { return static_cast<std::size_t>(state); }

}  // namespace

struct alignas(64) Traffic::Counts {
    std::array<std::array<std::array<Count, kClasses.size()>, kMethods>, kPlaces> requests{};
    std::array<Count, kPlaces> bytes{};
    std::array<Count, kBounds.size() + 1> durations{};
    Count nanoseconds{0};
    Count not_modified{0};
    Count cut_off{0};
    std::array<Count, kRefusals.size()> refusals{};
    std::array<Count, kConnectionStates> entered{};
    std::array<Count, kConnectionStates> left{};
    Count accepted{0};
};

Traffic::Traffic(unsigned loops, Witness* next) : next_(next) {
    for (unsigned i = 0; i < loops; ++i) loops_.push_back(std::make_unique<Counts>());
}

Traffic::~Traffic() = default;

void Traffic::saw(unsigned loop, const Exchange& exchange) noexcept {
    Counts& counts = *loops_[loop];
    if (exchange.refused) {
        add(counts.refusals[place_of(*exchange.refused)]);
    } else {
        const auto place = place_of(exchange.route);
        add(counts.requests[place][static_cast<std::size_t>(exchange.method)][class_of(exchange.status)]);
        add(counts.bytes[place], exchange.bytes);
        add(counts.durations[bucket_of(exchange.duration)]);
        add(counts.nanoseconds, static_cast<std::uint64_t>(exchange.duration.count()));
        if (exchange.status == 304) add(counts.not_modified);
    }
    if (!exchange.whole) add(counts.cut_off);
    if (next_) next_->saw(loop, exchange);
}

void Traffic::moved(unsigned loop, std::optional<ConnectionState> from, std::optional<ConnectionState> to) noexcept {
    Counts& counts = *loops_[loop];
    if (from) add(counts.left[place_of(*from)]);
    if (to) add(counts.entered[place_of(*to)]);
    if (!from) add(counts.accepted);
    if (next_) next_->moved(loop, from, to);
}

void Traffic::failed(const Failure& failure) noexcept {
    if (next_) next_->failed(failure);
}

telemetry::TrafficMeasures Traffic::measures() const {
    const auto sum = [this](auto count_of) {
        std::uint64_t all = 0;
        for (const auto& counts : loops_) all += count_of(*counts).load(std::memory_order_relaxed);
        return all;
    };
    telemetry::TrafficMeasures measures;
    for (std::size_t place = 0; place < kPlaces; ++place) {
        for (std::size_t method = 0; method < kMethods; ++method) {
            for (std::size_t i = 0; i < kClasses.size(); ++i) {
                const auto count = sum([&](Counts& of) -> Count& { return of.requests[place][method][i]; });
                measures.requests.push_back({name_of(place), word(static_cast<Method>(method)), kClasses[i], count});
            }
        }
        measures.bytes.push_back({name_of(place), sum([&](Counts& of) -> Count& { return of.bytes[place]; })});
    }
    for (std::size_t i = 0; i < kRefusals.size(); ++i) {
        const auto count = sum([&](Counts& of) -> Count& { return of.refusals[i]; });
        measures.refusals.push_back({render::id_of(kRefusals[i]), count});
    }
    // To leave is read first: who leaves in between is counted for a moment longer, and none below zero.
    for (std::size_t i = 0; i < kConnectionStates; ++i) {
        const auto left = sum([&](Counts& of) -> Count& { return of.left[i]; });
        measures.connections.push_back({kStates[i], sum([&](Counts& of) -> Count& { return of.entered[i]; }) - left});
    }
    for (std::size_t i = 0; i <= kBounds.size(); ++i) {
        const auto count = sum([&](Counts& of) -> Count& { return of.durations[i]; });
        measures.all_durations += count;
        if (i < kBounds.size()) measures.durations.push_back({static_cast<double>(kBounds[i]) / kNanoseconds, count});
    }
    const auto nanoseconds = sum([](Counts& of) -> Count& { return of.nanoseconds; });
    measures.sum_of_durations = static_cast<double>(nanoseconds) / kNanoseconds;
    measures.not_modified = sum([](Counts& of) -> Count& { return of.not_modified; });
    measures.cut_off = sum([](Counts& of) -> Count& { return of.cut_off; });
    measures.accepted = sum([](Counts& of) -> Count& { return of.accepted; });
    return measures;
}

}  // namespace toolkitd::http

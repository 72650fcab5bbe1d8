#include "http/trace.h"

#include <unistd.h>

#include <algorithm>

#include "http/message.h"

namespace toolkitd::http {
namespace {

constexpr std::size_t kVersion = 0;
constexpr std::size_t kTrace = 3;
constexpr std::size_t kParent = 36;
constexpr std::size_t kFlags = 53;
constexpr std::size_t kWhole = 55;

bool digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool some(std::string_view text) { return digits(text) && text.find_first_not_of('0') != std::string_view::npos; }

// Later versions may add to what there is in the first one, behind another dash.
bool fits(std::string_view value, std::string_view version) {
    if (version == "ff" || value.size() < kWhole) return false;
    return version == "00" ? value.size() == kWhole : value.size() == kWhole || value[kWhole] == '-';
}

}  // namespace

std::optional<TraceId> read_traceparent(std::string_view value) {
    if (value.size() < kWhole || value[2] != '-' || value[35] != '-' || value[52] != '-') return std::nullopt;
    const auto trace = value.substr(kTrace, 32);
    const bool valid = digits(value.substr(kVersion, 2)) && fits(value, value.substr(kVersion, 2)) && some(trace) &&
                       some(value.substr(kParent, 16)) && digits(value.substr(kFlags, 2));
    if (!valid) return std::nullopt;
    TraceId id{};
    std::copy(trace.begin(), trace.end(), id.digits.begin());
    return id;
}

std::optional<TraceId> trace_of(const Request& request) {
    std::size_t at = 0;
    const Field* field = request.next(FieldName::traceparent, at);
    if (!field || request.next(FieldName::traceparent, at)) return std::nullopt;
    return read_traceparent(field->value);
}

TraceId make_trace() {
    std::array<unsigned char, 16> bytes{1};
    [[maybe_unused]] const auto made = getentropy(bytes.data(), bytes.size());  // never waits, once the machine is up
    TraceId id{};
    for (std::size_t i = 0; i < id.digits.size(); ++i) {
        id.digits[i] = "0123456789abcdef"[i % 2 == 0 ? bytes[i / 2] >> 4U : bytes[i / 2] & 0xfU];
    }
    return id;
}

}  // namespace toolkitd::http

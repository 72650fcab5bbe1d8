#include "http/negotiation.h"

#include <algorithm>
#include <array>
#include <optional>

#include "http/syntax.h"

namespace toolkitd::http {
namespace {

using site::Coding;

// In thousandths (RFC 9110 section 12.4.2).
using Weight = int;
constexpr Weight kMost = 1000;

// qvalue: "0" or "1", and up to three decimals.
std::optional<Weight> read_weight(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
    if (text.size() > 1 && text[1] != '.') return std::nullopt;
    Weight weight = (text[0] - '0') * kMost;
    Weight place = kMost / 10;
    for (std::size_t i = 2; i < text.size(); ++i, place /= 10) {
        if (!is_digit(text[i])) return std::nullopt;
        weight += (text[i] - '0') * place;
    }
    return weight <= kMost ? std::optional(weight) : std::nullopt;
}

// The weight of one element of the list; nothing where it cannot be read, so that the element counts for nothing.
std::optional<Weight> weight_of(std::string_view parameters) {
    const auto parameter = trim(take_until(parameters, ';'));
    if (parameter.empty()) return kMost;
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return std::nullopt;
    return read_weight(parameter.substr(2));
}

// Calls `visit(name, weight)` for each element of a list with weights that can be read.
template <typename Visit>
void each_weighted(std::string_view list, Visit visit) {
    while (!list.empty()) {
        auto element = take_until(list, ',');
        const auto name = trim(take_until(element, ';'));
        const auto weight = weight_of(element);
        if (weight) visit(name, *weight);
    }
}

// The value of a parameter among others; nothing where it is not there.
std::optional<std::string_view> parameter(std::string_view parameters, std::string_view name) {
    while (!parameters.empty()) {
        auto value = trim(take_until(parameters, ';'));
        if (equal_names(trim(take_until(value, '=')), name)) return trim(value);
    }
    return std::nullopt;
}

struct Weights {
    std::array<std::optional<Weight>, site::kCodings> named;
    std::optional<Weight> others;

    // What was not named has the weight of `*`; identity is acceptable unless it is excluded, but wanted least.
    Weight of(Coding coding) const {
        const auto& own = named[static_cast<std::size_t>(coding)];
        if (own) return *own;
        if (others) return *others;
        return coding == Coding::identity ? 1 : 0;
    }

    void note(std::string_view name, Weight weight) {
        if (name == "*") others = weight;
        if (equal_names(name, "br")) at(Coding::brotli) = weight;
        if (equal_names(name, "gzip") || equal_names(name, "x-gzip")) at(Coding::gzip) = weight;
        if (equal_names(name, "identity")) at(Coding::identity) = weight;
    }

private:
    std::optional<Weight>& at(Coding coding) { return named[static_cast<std::size_t>(coding)]; }
};

// The weight of a media type by the most specific range that names it (RFC 9110 section 12.5.1).
class TypeWeight {
public:
    explicit TypeWeight(std::string_view type) : type_(type) {}

    void note(std::string_view range, Weight weight) {
        const auto how = specificity(range);
        if (how > specificity_) {
            specificity_ = how;
            weight_ = weight;
        }
    }

    Weight weight() const { return weight_; }

private:
    int specificity(std::string_view range) const {
        if (equal_names(range, type_)) return 3;
        if (equal_names(range, "application/*")) return 2;
        return range == "*/*" ? 1 : 0;
    }

    std::string_view type_;
    int specificity_ = 0;
    Weight weight_ = 0;
};

}  // namespace

render::Language preferred_language(const Request& request) {
    auto best = render::kUsualLanguage;
    Weight most = 0;
    request.each(FieldName::accept_language, [&](std::string_view list) {
        each_weighted(list, [&](std::string_view range, Weight weight) {
            const auto primary = take_until(range, '-');
            if (weight <= most) return;
            for (const auto language : render::kLanguages) {
                if (!equal_names(primary, tag_of(language))) continue;
                best = language;
                most = weight;
            }
        });
    });
    return best;
}

bool prefers_linked_data(const Request& request) {
    TypeWeight linked("application/ld+json");
    TypeWeight plain("application/json");
    request.each(FieldName::accept, [&](std::string_view list) {
        each_weighted(list, [&](std::string_view range, Weight weight) {
            linked.note(range, weight);
            plain.note(range, weight);
        });
    });
    return linked.weight() > plain.weight();
}

// Media types with parameters, as Prometheus names them: application/openmetrics-text;version=1.0.0;q=0.5
bool prefers_open_metrics(const Request& request) {
    Weight open = 0;
    Weight plain = 0;
    request.each(FieldName::accept, [&](std::string_view list) {
        while (!list.empty()) {
            auto element = take_until(list, ',');
            const auto type = trim(take_until(element, ';'));
            const auto weight = read_weight(parameter(element, "q").value_or("1")).value_or(0);
            const bool known = parameter(element, "version").value_or("1.0.0") == "1.0.0";
            if (known && equal_names(type, "application/openmetrics-text")) open = std::max(open, weight);
            if (equal_names(type, "text/plain")) plain = std::max(plain, weight);
        }
    });
    return open > 0 && open >= plain;
}

Coding preferred_coding(const Request& request, const site::Representation& representation) {
    Weights weights;
    bool is_asked = false;
    request.each(FieldName::accept_encoding, [&](std::string_view list) {
        is_asked = true;
        each_weighted(list, [&](std::string_view name, Weight weight) { weights.note(name, weight); });
    });
    Coding best = Coding::identity;
    if (!is_asked) return best;
    Weight most = weights.of(best);
    for (const Coding coding : {Coding::gzip, Coding::brotli}) {
        const Weight weight = weights.of(coding);
        if (weight == 0 || weight < most || !representation.has(coding)) continue;
        most = weight;
        best = coding;
    }
    return best;
}

}  // namespace toolkitd::http

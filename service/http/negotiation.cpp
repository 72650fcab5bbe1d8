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

// qvalue, and what clients write instead of one: ".9", and more than three decimals. A weight that rounds to none is
// still one.
std::optional<Weight> read_weight(std::string_view text) {
    const auto whole = take_until(text, '.');
    const bool is_number = whole == "0" || whole == "1" || (whole.empty() && !text.empty());
    if (!is_number || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
    const bool has_more = text.find_first_not_of('0') != std::string_view::npos;
    if (whole == "1") return has_more ? std::nullopt : std::optional(kMost);
    Weight weight = 0;
    Weight place = kMost / 10;
    for (const char digit : text.substr(0, 3)) {
        weight += (digit - '0') * place;
        place /= 10;
    }
    return weight == 0 && has_more ? 1 : weight;
}

// Takes what stands before the first separator off the front, but for one within a quoted string (RFC 9110 section
// 5.6.4).
std::string_view take_element(std::string_view& text, char separator) {
    bool quoted = false;
    std::size_t end = 0;
    for (; end < text.size() && (quoted || text[end] != separator); ++end) {
        if (text[end] == '"') quoted = !quoted;
        if (quoted && text[end] == '\\') ++end;
    }
    end = std::min(end, text.size());
    const auto taken = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    return taken;
}

std::string_view unquoted(std::string_view text) {
    const bool quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
    return quoted ? text.substr(1, text.size() - 2) : text;
}

// The value of a parameter among others; nothing where it is not there.
std::optional<std::string_view> parameter(std::string_view parameters, std::string_view name) {
    while (!parameters.empty()) {
        auto value = trim(take_element(parameters, ';'));
        if (equal_names(trim(take_until(value, '=')), name)) return trim(value);
    }
    return std::nullopt;
}

// Calls `visit(name, parameters, weight)` for each element of a list whose weight can be read. The weight may stand
// behind other parameters, or before them.
template <typename Visit>
void each_weighted(std::string_view list, Visit visit) {
    while (!list.empty()) {
        auto parameters = take_element(list, ',');
        const auto name = trim(take_until(parameters, ';'));
        const auto weight = read_weight(parameter(parameters, "q").value_or("1"));
        if (weight) visit(name, parameters, *weight);
    }
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

// Whether a range asks for more than a type: anything but the charset that all JSON has (RFC 8259 section 8.1).
bool has_own_parameters(std::string_view parameters) {
    while (!parameters.empty()) {
        auto value = trim(take_element(parameters, ';'));
        const auto name = trim(take_until(value, '='));
        if (name.empty() || equal_names(name, "q")) continue;
        if (!equal_names(name, "charset") || !equal_names(unquoted(trim(value)), "utf-8")) return true;
    }
    return false;
}

// The weight of a media type by the most specific range that names it (RFC 9110 section 12.5.1), the highest of those
// that are equally specific. A range with parameters that the type does not have counts where nothing closer is named:
// whoever wants linked data in a profile is served better by linked data than by none.
class TypeWeight {
public:
    explicit TypeWeight(std::string_view type) : type_(type) {}

    void note(std::string_view range, std::string_view parameters, Weight weight) {
        const auto how = specificity(range, parameters);
        if (how == 0 || how < specificity_) return;
        weight_ = how == specificity_ ? std::max(weight_, weight) : weight;
        specificity_ = how;
    }

    Weight weight() const { return weight_; }

private:
    int specificity(std::string_view range, std::string_view parameters) const {
        if (equal_names(range, type_)) return has_own_parameters(parameters) ? 3 : 4;
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
        each_weighted(list, [&](std::string_view range, std::string_view, Weight weight) {
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
        each_weighted(list, [&](std::string_view range, std::string_view parameters, Weight weight) {
            linked.note(range, parameters, weight);
            plain.note(range, parameters, weight);
        });
    });
    return linked.weight() > plain.weight();
}

// Media types with parameters, as Prometheus names them: application/openmetrics-text;version=1.0.0;q=0.5
bool prefers_open_metrics(const Request& request) {
    Weight open = 0;
    Weight plain = 0;
    request.each(FieldName::accept, [&](std::string_view list) {
        each_weighted(list, [&](std::string_view type, std::string_view parameters, Weight weight) {
            const bool known = unquoted(parameter(parameters, "version").value_or("1.0.0")) == "1.0.0";
            if (known && equal_names(type, "application/openmetrics-text")) open = std::max(open, weight);
            if (equal_names(type, "text/plain")) plain = std::max(plain, weight);
        });
    });
    return open > 0 && open >= plain;
}

Coding preferred_coding(const Request& request, const site::Representation& representation) {
    Weights weights;
    bool is_asked = false;
    request.each(FieldName::accept_encoding, [&](std::string_view list) {
        is_asked = true;
        each_weighted(list,
                      [&](std::string_view name, std::string_view, Weight weight) { weights.note(name, weight); });
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

#include "http/head.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "http/host.h"
#include "http/syntax.h"

namespace toolkitd::http {
namespace {

using render::ProblemKind;
using Refused = std::optional<Refusal>;

constexpr std::string_view kCrlf = "\r\n";

Refused refuse(const char* sentence, ProblemKind kind = ProblemKind::bad_request) { return Refusal{kind, sentence}; }

bool is_token(std::string_view text) { return !text.empty() && all_are(in_token, text); }

// Without control characters but the tab (RFC 9110 section 5.5). Looks at every byte, so that the compiler can take
// many at once: values are most of a head.
bool is_value(std::string_view text) {
    unsigned char controls = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        controls |= static_cast<unsigned char>((byte < ' ' && byte != '\t') || byte == 0x7f);
    }
    return controls == 0;
}

// Takes a line without its CRLF off the front; an empty one where no CRLF ends it.
std::string_view take_line(std::string_view& text) {
    const auto line = take_until(text, '\n');
    return line.ends_with('\r') ? line.substr(0, line.size() - 1) : std::string_view();
}

// Methods that RFC 9110 and RFC 5789 define, and that are therefore known and not allowed, rather than unknown.
bool is_known_method(std::string_view method) {
    static constexpr auto kKnown =
        std::to_array<std::string_view>({"POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT"});
    return std::find(kKnown.begin(), kKnown.end(), method) != kKnown.end();
}

std::optional<Method> method_of(std::string_view method) {
    if (method == "GET") return Method::get;
    if (method == "HEAD") return Method::head;
    if (method == "OPTIONS") return Method::options;
    return is_known_method(method) ? std::optional(Method::other) : std::nullopt;
}

class HeadReader {
public:
    HeadReader(std::string_view bytes, const HeadLimits& limits, Head& head)
        : rest_(bytes), limits_(limits), head_(head) {}

    Refused read() {
        if (const auto refused = read_request_line()) return refused;
        if (const auto refused = read_fields()) return refused;
        if (const auto refused = check_host()) return refused;
        if (const auto refused = read_framing()) return refused;
        read_connection();
        return {};
    }

private:
    Refused read_request_line() {
        std::string_view line = take_line(rest_);
        const auto method = take_until(line, ' ');
        const auto target = take_until(line, ' ');
        if (!is_token(method)) return refuse("The request line does not begin with a method.");
        if (const auto refused = read_version(line)) return refused;
        const auto known = method_of(method);
        if (!known) return refuse("The method is not known here.", ProblemKind::not_implemented);
        head_.method = *known;
        if (method == "CONNECT") {
            return refuse("This path takes GET, HEAD and OPTIONS.", ProblemKind::method_not_allowed);
        }
        return read_target(target);
    }

    Refused read_version(std::string_view version) {
        const bool shaped = version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) &&
                            version[6] == '.' && is_digit(version[7]);
        if (!shaped) return refuse("The request line does not end with a version of HTTP.");
        if (version[5] != '1') {
            return refuse("The service speaks HTTP/1.1 and HTTP/1.0.", ProblemKind::version_not_supported);
        }
        is_1_0_ = version[7] == '0';
        return {};
    }

    Refused read_target(std::string_view target) {
        if (target.size() > limits_.target_bytes) {
            return refuse("The target is too long.", ProblemKind::uri_too_long);
        }
        const auto before_query = target.substr(0, target.find('?'));
        if (target.empty() || !all_are(in_path, before_query))
            return refuse("The target is empty, or its path holds a character that a URI cannot hold.");
        if (!all_are(in_query, target.substr(before_query.size())))
            return refuse("The target's query holds a control character, or begins a fragment.");
        if (target == "*" && head_.method != Method::options) return refuse("The target * is for OPTIONS alone.");
        if (target == "*" || target.starts_with('/')) {
            head_.target = target;
        } else if (const auto refused = read_absolute_form(target)) {
            return refused;
        }
        return check_escapes(head_.target.substr(0, head_.target.find('?')));
    }

    // Of the path alone: a query with a stray percent sign is a link that somebody wrote by hand, and has to lead here.
    static Refused check_escapes(std::string_view path) {
        for (auto at = path.find('%'); at != std::string_view::npos; at = path.find('%', at + 1)) {
            const bool whole = path.size() - at > 2 && is_hex(path[at + 1]) && is_hex(path[at + 2]);
            if (!whole) return refuse("The target's path holds a percent sign without two hexadecimal digits.");
        }
        return {};
    }

    // RFC 9112 section 3.2.2: a server must take the form that is meant for proxies, too. A URI of https must not be
    // answered on a connection without TLS (RFC 9110 section 7.4).
    Refused read_absolute_form(std::string_view target) {
        const auto scheme_end = target.find("://");
        if (scheme_end == std::string_view::npos) return refuse("The target is in no form that HTTP knows.");
        const auto scheme = target.substr(0, scheme_end);
        if (!equal_names(scheme, "http")) return refuse("The target's scheme is not http.");
        target.remove_prefix(scheme_end + 3);
        const auto path = std::min(target.find_first_of("/?"), target.size());
        if (!names_host(target.substr(0, path))) return refuse("The target's host is not valid.");
        head_.target = target.substr(path);
        if (head_.target.empty()) head_.target = head_.method == Method::options ? "*" : "/";
        return {};
    }

    Refused read_fields() {
        for (std::size_t count = 0; !rest_.starts_with(kCrlf); ++count) {
            const std::string_view line = take_line(rest_);
            if (line.empty()) return refuse("The head does not end with an empty line.");
            if (count == limits_.fields) {
                return refuse("The request has too many header fields.", ProblemKind::head_too_large);
            }
            if (const auto refused = read_field(line)) return refused;
        }
        return {};
    }

    Refused read_field(std::string_view line) {
        const auto end = std::find_if_not(line.begin(), line.end(), [](char c) { return is(in_token, c); });
        const auto name = line.substr(0, static_cast<std::size_t>(end - line.begin()));
        if (end == line.end()) return refuse("A header line has no colon.");
        if (name.empty() || *end != ':') return refuse("The name of a header field is not a token.");
        const auto value = line.substr(name.size() + 1);
        if (!is_value(value)) return refuse("The value of a header field holds a control character.");
        const FieldName known = field_name(name);
        if (known != FieldName::other) {
            head_.fields.push_back({known, trim(value)});
        } else if (is_of_proxies(name)) {
            head_.is_forwarded = true;
        }
        return {};
    }

    // The fields of one name: how many, and the first of them.
    struct Found {
        std::size_t count = 0;
        std::string_view first;
    };

    Found find(FieldName name) const {
        Found found;
        for (const auto& field : head_.fields) {
            if (field.name != name) continue;
            if (found.count++ == 0) found.first = field.value;
        }
        return found;
    }

    Refused check_host() const {
        const Found host = find(FieldName::host);
        if (host.count == 0 && is_1_0_) return {};
        if (host.count != 1 || !names_host(host.first)) return refuse("The request has not exactly one valid Host.");
        return {};
    }

    Refused read_framing() {
        const Found length = find(FieldName::content_length);
        const Found coding = find(FieldName::transfer_encoding);
        if (coding.count > 0) return read_transfer_encoding(coding, length.count > 0);
        if (length.count == 0) return {};
        const auto text = length.first;
        const bool digits = !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
        const bool leads = text.size() > 1 && text.front() == '0';  // which some readers take for octal
        const auto read = std::from_chars(text.data(), text.data() + text.size(), head_.content_length);
        if (length.count > 1 || !digits || leads || read.ec != std::errc()) {
            return refuse("Content-Length is not one number that can be read in one way.");
        }
        return {};
    }

    Refused read_transfer_encoding(const Found& coding, bool has_length) {
        if (has_length) return refuse("The request has both Transfer-Encoding and Content-Length.");
        if (is_1_0_) return refuse("HTTP/1.0 has no Transfer-Encoding.");
        if (coding.count > 1) return refuse("The request has more than one Transfer-Encoding.");
        if (!equal_names(coding.first, "chunked")) return refuse_coding(coding.first);
        head_.chunked = true;
        return {};
    }

    // Section 6.3: without `chunked` at the end, where the content ends is not known.
    static Refused refuse_coding(std::string_view codings) {
        const auto comma = codings.rfind(',');
        const auto last = comma == std::string_view::npos ? std::string_view() : codings.substr(comma + 1);
        if (!equal_names(trim(last), "chunked")) return refuse("Transfer-Encoding does not end with chunked.");
        return refuse("Transfer-Encoding is not the one word chunked.", ProblemKind::not_implemented);
    }

    bool connection_has(std::string_view option) const {
        for (const auto& field : head_.fields) {
            if (field.name != FieldName::connection) continue;
            for (auto value = field.value; !value.empty();) {
                if (equal_names(trim(take_until(value, ',')), option)) return true;
            }
        }
        return false;
    }

    void read_connection() {
        head_.keep_alive = !connection_has("close") && (!is_1_0_ || connection_has("keep-alive"));
        head_.expects_continue = !is_1_0_ && find(FieldName::expect).count > 0;  // RFC 9110 section 10.1.1
    }

    std::string_view rest_;
    const HeadLimits& limits_;
    Head& head_;
    bool is_1_0_ = false;
};

}  // namespace

base::Result<Head, Refusal> check_head(std::string_view bytes, const HeadLimits& limits) {
    Head head;
    if (const auto refused = check_head(bytes, limits, head)) return tl::unexpected(*refused);
    return head;
}

Refused check_head(std::string_view bytes, const HeadLimits& limits, Head& into) {
    std::vector<Field> fields = std::move(into.fields);
    fields.clear();
    into = Head{};
    into.fields = std::move(fields);
    return HeadReader(bytes, limits, into).read();
}

Refusal too_large(std::string_view bytes, const HeadLimits& limits) {
    bytes = bytes.substr(0, limits.head_bytes);  // behind that, it depends on what has come already
    const auto method = bytes.substr(0, bytes.find(' '));
    if (!is_token(method)) return {ProblemKind::bad_request, "The request line does not begin with a method."};
    if (!method_of(method)) return {ProblemKind::not_implemented, "The method is not known here."};
    const auto line_end = bytes.find('\n');
    if (line_end == std::string_view::npos || line_end > limits.target_bytes + 32) {
        return {ProblemKind::uri_too_long, "The target is too long."};
    }
    return {ProblemKind::head_too_large, "The request's header fields are too large."};
}

}  // namespace toolkitd::http

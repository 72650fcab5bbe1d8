#include <algorithm>
#include <string>

#include "fuzz/naive.h"
#include "fuzz/property.h"
#include "fuzz/targets.h"
#include "http/head.h"

namespace toolkitd::fuzz {
namespace {

using http::Field;
using http::Head;

constexpr http::HeadLimits kLimits{600, 64, 8};

// An accepted head as it can be read with nothing but searching for separators.
struct Reread {
    std::string_view bytes;  // up to the empty line, and without it
    std::vector<std::string_view> request_line;
    std::vector<WrittenField> fields;
};

Reread reread(std::string_view input) {
    const auto end = input.find("\r\n\r\n");
    require(end != std::string_view::npos, "an accepted head ends with an empty line");
    Reread found{input.substr(0, end), {}, {}};
    const auto lines = split(found.bytes, "\r\n");
    found.request_line = split(lines[0], " ");
    require(found.request_line.size() == 3, "an accepted request line has three words");
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].find(':');
        require(colon != std::string_view::npos, "an accepted field has a colon");
        found.fields.push_back({lines[i].substr(0, colon), trimmed(lines[i].substr(colon + 1))});
    }
    return found;
}

bool equal(const std::vector<Field>& a, const std::vector<Field>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Field& x, const Field& y) { return x.name == y.name && x.value == y.value; });
}

// Those that the service acts on.
std::vector<Field> known(const std::vector<WrittenField>& written) {
    std::vector<Field> fields;
    for (const auto& [text, value] : written) {
        const auto name = http::field_name(text);
        if (name != http::FieldName::other) fields.push_back({name, value});
    }
    return fields;
}

std::vector<std::string_view> values(const Reread& found, std::string_view name) {
    std::vector<std::string_view> all;
    for (const auto& field : found.fields) {
        if (lower(field.name) == name) all.push_back(field.value);
    }
    return all;
}

void check_bytes(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte >= ' ' && byte != 0x7f) continue;
        const bool ends_line = (byte == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') ||
                               (byte == '\n' && i > 0 && bytes[i - 1] == '\r');
        require(ends_line || byte == '\t', "an accepted head holds no control byte but CRLF and tab");
    }
}

void check_framing(const Head& head, const Reread& found, bool is_1_1) {
    const auto hosts = values(found, "host");
    require(hosts.size() <= 1 && (!is_1_1 || hosts.size() == 1), "there is one Host, or none in HTTP/1.0");
    const auto lengths = values(found, "content-length");
    const auto codings = values(found, "transfer-encoding");
    require(lengths.size() <= 1 && codings.size() <= 1, "framing is told once");
    require(lengths.empty() || codings.empty(), "no Content-Length stands beside Transfer-Encoding");
    require(head.chunked == !codings.empty(), "content is chunked where Transfer-Encoding is");
    require(codings.empty() || (lower(codings[0]) == "chunked" && is_1_1), "chunked is the only coding");
    if (lengths.empty()) return require(head.content_length == 0, "without Content-Length there is no length");
    auto digits = lengths[0];
    require(!digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos,
            "a length is digits alone");
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size() - 1));
    require(std::to_string(head.content_length) == digits, "the length is the number that is written");
}

bool connection_has(const Reread& found, std::string_view option) {
    for (const auto value : values(found, "connection")) {
        for (const auto part : split(value, ",")) {
            if (lower(trimmed(part)) == option) return true;
        }
    }
    return false;
}

void check_request_line(const Head& head, const Reread& found) {
    const auto [method, target] = std::pair{found.request_line[0], found.request_line[1]};
    require((head.method == http::Method::get) == (method == "GET"), "GET is GET");
    require((head.method == http::Method::head) == (method == "HEAD"), "HEAD is HEAD");
    require((head.method == http::Method::options) == (method == "OPTIONS"), "OPTIONS is OPTIONS");
    require(target.size() <= kLimits.target_bytes, "the target is within its limit");
    const bool no_path = head.target.empty() || head.target.starts_with('?');
    require(head.target.starts_with('/') || (head.target == "*" && method == "OPTIONS") ||
                (no_path && target.find("://") != std::string_view::npos),
            "the target is in origin form, without a path at most where a host stood before it");
    require(target.ends_with(head.target) || !target.starts_with('/'), "an origin form is taken as it is");
}

// The same head, written as we would write it.
std::string canonical(const Head& head, const Reread& found) {
    std::string out(found.request_line[0]);
    const bool no_path = head.target.empty() || head.target.starts_with('?');
    out.append(no_path ? " http://a" : " ")
        .append(head.target)
        .append(" ")
        .append(found.request_line[2])
        .append("\r\n");
    for (const auto& [name, value] : found.fields) out.append(name).append(": ").append(value).append("\r\n");
    return out + "\r\n";
}

void check_equal(const Head& a, const Head& b) {
    require(a.method == b.method && a.target == b.target && equal(a.fields, b.fields), "both readings say the same");
    require(a.content_length == b.content_length && a.chunked == b.chunked, "both readings frame the same");
    require(a.keep_alive == b.keep_alive && a.expects_continue == b.expects_continue, "both readings go on the same");
}

void check_accepted(const Head& head, std::string_view input) {
    const Reread found = reread(input);
    const bool is_1_1 = found.request_line[2] != "HTTP/1.0";
    require(found.request_line[2].starts_with("HTTP/1."), "the version is one of HTTP/1");
    check_bytes(found.bytes);
    check_request_line(head, found);
    require(equal(head.fields, known(found.fields)), "the fields are those that a naive reading finds");
    require(found.fields.size() <= kLimits.fields, "the fields are within their limit");
    check_framing(head, found, is_1_1);
    const bool stays = !connection_has(found, "close") && (is_1_1 || connection_has(found, "keep-alive"));
    require(head.keep_alive == stays, "the connection is kept as version and Connection say");
    const std::string written = canonical(head, found);
    const auto again = http::check_head(written, kLimits);
    require(again.has_value(), "a head that was accepted is accepted when written anew");
    check_equal(head, *again);
}

}  // namespace

void head(std::string_view input) {
    const auto checked = http::check_head(input, kLimits);
    static Head used;
    const auto refused = http::check_head(input, kLimits, used);
    require(checked.has_value() == !refused, "a head that was used before is judged as a fresh one is");
    if (checked) {
        check_equal(*checked, used);
        return check_accepted(*checked, input);
    }
    require(checked.error().kind == refused->kind, "a head is refused for the same reason each time");
    require(!std::string_view(refused->sentence).empty(), "a refusal says why");
}

}  // namespace toolkitd::fuzz

// A request and a response as the routes see them, whatever transport carried them.
//
// Plain values. A request's views live as long as the transport lets the handler run; a response owns, or keeps alive,
// every byte that it refers to.
#pragma once

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/field_name.h"
#include "http/peer.h"
#include "render/problem.h"

namespace toolkitd::http {

enum class Method { get, head, options, other };
inline constexpr std::size_t kMethods = 4;

// "GET", ..., "other"
std::string_view word(Method method);

struct Field {
    FieldName name = FieldName::other;
    std::string_view value;
};

struct Parameter {
    std::string name;
    std::string value;
};

struct Request {
    Method method = Method::get;
    std::string_view path;          // percent-decoded; any bytes
    std::vector<Parameter> query;   // percent-decoded; any bytes
    std::span<const Field> fields;  // those that the service acts on, in their order
    Peer peer{};                    // who sent it, or passed it on
    bool is_forwarded = false;      // a field says that somebody has passed it on

    // The field of that name at `from` or after it, and where to go on; null at the end. A list that came in several
    // fields is one list (RFC 9110 section 5.3).
    const Field* next(FieldName name, std::size_t& from) const;

    // Calls `visit(value)` for each field of that name.
    template <typename Visit>
    void each(FieldName name, Visit visit) const {
        std::size_t at = 0;
        while (const Field* field = next(name, at)) visit(field->value);
    }
};

struct Route;

struct Response {
    int status = 200;
    const Route* route = nullptr;                                  // of the route table; null where none fits
    std::vector<std::pair<std::string_view, std::string>> fields;  // names are constants
    std::array<std::string_view, 7>
        lines;                // fields as they are sent, each line with its CRLF; constants, or kept alive
    std::string text;         // content that the response itself made
    std::string_view stored;  // or content that `keep` keeps alive
    std::shared_ptr<const void> keep;

    // What a GET gets; the transport leaves it out where the method or the status says so.
    std::string_view content() const { return keep ? stored : std::string_view(text); }

    void set(std::string_view name, std::string value) { fields.emplace_back(name, std::move(value)); }
};

// Why bytes were not taken for a request. The connection has to be closed: where the next request begins is not known.
struct Refusal {
    render::ProblemKind kind = render::ProblemKind::bad_request;
    const char* sentence = "";  // says nothing of what the client sent
};

// Answers requests. Implementations are safe to call from any thread, and throw nothing that they can avoid; the
// transport turns what is thrown all the same into a 500.
class Handler {
public:
    virtual ~Handler() = default;
    virtual Response answer(const Request& request) const = 0;
    virtual Response refuse(const Refusal& refusal) const = 0;
};

}  // namespace toolkitd::http

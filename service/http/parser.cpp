#include "http/parser.h"

#include <httplib.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>
#include <utility>

namespace toolkitd::http {
namespace {

constexpr const char* kAnyTarget = "/*";  // what httplib is told for "*", which it does not take

// Gives httplib one request line, and gathers what it writes.
class MemoryStream final : public httplib::Stream {
public:
    MemoryStream(std::string_view input, std::string& output) : input_(input), output_(output) {}

    bool is_readable() const override { return !input_.empty(); }
    bool is_writable() const override { return true; }

    ssize_t read(char* to, std::size_t size) override {
        const auto count = std::min(size, input_.size());
        std::copy_n(input_.data(), count, to);
        input_.remove_prefix(count);
        return static_cast<ssize_t>(count);
    }

    ssize_t write(const char* from, std::size_t size) override {
        output_.append(from, size);
        return static_cast<ssize_t>(size);
    }

    void get_remote_ip_and_port(std::string&, int&) const override {}
    void get_local_ip_and_port(std::string&, int&) const override {}
    socket_t socket() const override { return 0; }

private:
    std::string_view input_;
    std::string& output_;
};

std::string decoded(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        unsigned byte = 0;
        const bool escaped = text.size() >= 3 && text.front() == '%' &&
                             std::from_chars(text.data() + 1, text.data() + 3, byte, 16).ptr == text.data() + 3;
        const char plain = text.front() == '+' ? ' ' : text.front();
        out += escaped ? static_cast<char>(byte) : plain;
        text.remove_prefix(escaped ? 3 : 1);
    }
    return out;
}

// httplib takes two parameters of one name and value for one, so the query is read here.
std::vector<Parameter> parameters(std::string_view target) {
    std::vector<Parameter> found;
    auto query = target.substr(std::min(target.find('?'), target.size()));
    while (!query.empty()) {
        query.remove_prefix(1);
        const auto pair = query.substr(0, query.find('&'));
        query.remove_prefix(pair.size());
        const auto name = pair.substr(0, pair.find('='));
        if (name.empty()) continue;
        found.push_back({decoded(name), decoded(pair.substr(std::min(pair.size(), name.size() + 1)))});
    }
    return found;
}

bool has_content(int status) { return status >= 200 && status != 204 && status != 304; }

void append(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

// One request through httplib's parser at a time.
class Parser::Exchange : private httplib::Server {
public:
    Exchange(const http::Handler& handler, const base::Clock& clock) : handler_(handler), clock_(clock) {
        set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
            outgoing_->response = refusal_ ? handler_.refuse(*refusal_) : answer(request);
            response.status = outgoing_->response.status;
            answered_ = true;
            return HandlerResponse::Handled;
        });
        set_header_writer([this](httplib::Stream& stream, httplib::Headers&) {
            const std::string fields = header_block();
            return stream.write(fields.data(), fields.size());
        });
    }

    std::unique_ptr<Outgoing> run(const Head& head) {
        head_ = &head;
        pass_through_httplib(head.target == "*" ? kAnyTarget : head.target, head.keep_alive, std::nullopt);
        if (!answered_) return refuse({render::ProblemKind::bad_request, "The target cannot be read."}, false);
        return finish(head.method == Method::head);
    }

    std::unique_ptr<Outgoing> refuse(const Refusal& refusal, bool head_only) {
        pass_through_httplib(kAnyTarget, false, refusal);
        return finish(head_only);
    }

private:
    void pass_through_httplib(std::string_view target, bool keep_alive, std::optional<Refusal> refusal) {
        outgoing_ = std::make_unique<Outgoing>();
        keep_alive_ = keep_alive;
        refusal_ = refusal;
        answered_ = false;
        const std::string line = "GET " + std::string(target) + " HTTP/1.1\r\n\r\n";
        MemoryStream stream(line, outgoing_->head);
        bool closed = false;
        process_request(stream, {}, 0, {}, 0, false, closed, nullptr);
    }

    std::unique_ptr<Outgoing> finish(bool head_only) {
        const Response& response = outgoing_->response;
        if (has_content(response.status) && !head_only) outgoing_->content = response.content();
        return std::move(outgoing_);
    }

    Response answer(const httplib::Request& parsed) const {
        Request request;
        request.method = head_->method;
        request.path = head_->target == "*" ? "*" : parsed.path;
        request.query = parameters(head_->target);
        request.fields = head_->fields;
        try {
            return handler_.answer(request);
        } catch (...) {
            return handler_.refuse({render::ProblemKind::internal_error, "The service failed to answer."});
        }
    }

    std::string header_block() const {
        const Response& response = outgoing_->response;
        std::string block;
        append(block, "Date", base::http_date(std::chrono::floor<std::chrono::seconds>(clock_.now())));
        for (const auto& [name, value] : response.fields) append(block, name, value);
        if (has_content(response.status)) append(block, "Content-Length", std::to_string(response.content().size()));
        append(block, "Connection", keep_alive_ ? "keep-alive" : "close");
        return block.append("\r\n");
    }

    const http::Handler& handler_;
    const base::Clock& clock_;
    std::unique_ptr<Outgoing> outgoing_;
    const Head* head_ = nullptr;
    std::optional<Refusal> refusal_;
    bool keep_alive_ = true;
    bool answered_ = false;
};

Parser::Parser(const http::Handler& handler, const base::Clock& clock)
    : exchange_(std::make_unique<Exchange>(handler, clock)) {}

Parser::~Parser() = default;

std::unique_ptr<Outgoing> Parser::answer(const Head& head) { return exchange_->run(head); }

std::unique_ptr<Outgoing> Parser::refuse(const Refusal& refusal, bool head_only) {
    return exchange_->refuse(refusal, head_only);
}

}  // namespace toolkitd::http

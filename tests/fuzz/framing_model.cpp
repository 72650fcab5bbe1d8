#include "fuzz/framing_model.h"

#include <algorithm>

#include "http/head.h"
#include "http/target.h"
#include "render/problem.h"

namespace toolkitd::fuzz {
namespace {

using http::TransportSettings;

// Where something ends, or why it does not: more has to come, it never will, or there is more to it than is passed
// over.
struct End {
    enum class Kind { at, needs_more, broken, too_large } kind;
    std::size_t position = 0;
};

End head_end(std::string_view within) {
    const auto end = within.find("\r\n\r\n");
    for (std::size_t i = 0; i < std::min(end, within.size()); ++i) {
        if (within[i] == '\n' && (i == 0 || within[i - 1] != '\r')) return {End::Kind::broken};
    }
    if (end == std::string_view::npos) return {End::Kind::needs_more};
    return {End::Kind::at, end + 4};
}

// A line of the framing of chunks, from `from` on: what stands before its CRLF, as far as it is there.
End line_end(std::string_view within, std::size_t from) {
    for (std::size_t i = from; i < within.size(); ++i) {
        const auto byte = static_cast<unsigned char>(within[i]);
        if (byte == '\r') {
            if (i + 1 == within.size()) return {End::Kind::needs_more};
            return within[i + 1] == '\n' ? End{End::Kind::at, i + 2} : End{End::Kind::broken};
        }
        if ((byte < ' ' && byte != '\t') || byte == 0x7f) return {End::Kind::broken};
    }
    return {End::Kind::needs_more};
}

constexpr std::string_view kSpaces = " \t";
constexpr std::string_view kToken = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

// Takes the characters of a set off the front, and tells how many.
std::size_t take_all(std::string_view& text, std::string_view set) {
    const auto count = std::min(text.find_first_not_of(set), text.size());
    text.remove_prefix(count);
    return count;
}

// A string behind its opening quote, taken off the front with its closing one, or whole where that has not come.
void take_quoted(std::string_view& text) {
    while (!text.empty() && text.front() != '"' && text.front() != '\r') {
        text.remove_prefix(
            std::min<std::size_t>(text.front() == '\\' && !text.substr(1).starts_with('\r') ? 2 : 1, text.size()));
    }
}

// A name, and perhaps what it is set to, behind a semicolon; what follows is left. `text` may go on.
bool take_extension(std::string_view& text) {
    take_all(text, kSpaces);
    if (text.empty()) return true;
    if (take_all(text, kToken) == 0) return false;
    const auto behind_name = text;
    take_all(text, kSpaces);
    if (text.empty()) return true;
    if (text.front() != '=') {
        text = behind_name;
        return true;
    }
    text.remove_prefix(1);
    take_all(text, kSpaces);
    if (text.empty()) return true;
    if (text.front() != '"') return take_all(text, kToken) > 0;
    text.remove_prefix(1);
    take_quoted(text);
    if (text.empty()) return true;
    const bool closed = text.front() == '"';
    text.remove_prefix(1);
    return closed;
}

// The digits of a chunk's size, and nothing behind them but extensions. `text` may go on.
bool may_be_size(std::string_view text) {
    const auto zeros = take_all(text, "0");
    const auto digits = take_all(text, "0123456789abcdefABCDEF");
    if (digits > 8) return false;
    if (zeros + digits == 0) return text.empty();
    while (!text.empty() && text.front() != '\r') {
        take_all(text, kSpaces);
        if (text.empty()) return true;
        if (text.front() != ';') return false;
        text.remove_prefix(1);
        if (!take_extension(text)) return false;
    }
    return true;
}

// A name and a colon behind it. `text` may go on.
bool may_be_trailer(std::string_view text) {
    if (text.empty() || text.front() == '\r') return true;
    const auto length = take_all(text, kToken);
    return text.empty() || (length > 0 && text.front() == ':');
}

End trailer_end(std::string_view within, std::size_t at) {
    for (;;) {
        if (!may_be_trailer(within.substr(at))) return {End::Kind::broken};
        const End line = line_end(within, at);
        if (line.kind != End::Kind::at || line.position == at + 2) return line;
        at = line.position;
    }
}

End chunks_end(std::string_view within, std::size_t most) {
    for (std::size_t at = 0;;) {
        if (!may_be_size(within.substr(at))) return {End::Kind::broken};
        const End line = line_end(within, at);
        if (line.kind != End::Kind::at) return line;
        const auto size = std::stoul(std::string(within.substr(at, line.position - at)), nullptr, 16);
        if (size == 0) return trailer_end(within, line.position);
        if (size > most - line.position) return {End::Kind::too_large};
        at = line.position + size;
        if (at >= within.size()) return {End::Kind::needs_more};
        if (within[at] != '\r') return {End::Kind::broken};
        if (at + 1 == within.size()) return {End::Kind::needs_more};
        if (within[at + 1] != '\n') return {End::Kind::broken};
        at += 2;
    }
}

int status_of(const http::Refusal& refusal) { return render::status_code(refusal.kind); }

class Reading {
public:
    Reading(std::string_view stream, const TransportSettings& settings, Ending ending)
        : rest_(stream), settings_(settings), ending_(ending) {}

    std::vector<ExpectedAnswer> run() {
        while (!ended_) {
            while (rest_.starts_with("\r\n")) rest_.remove_prefix(2);
            if (rest_.empty()) break;
            head_only_ = rest_.starts_with("HEAD ");
            read_request();
        }
        return std::move(answers_);
    }

private:
    void read_request() {
        const auto most = settings_.head.head_bytes;
        const End end = head_end(rest_.substr(0, most));
        if (end.kind == End::Kind::broken) return refuse(400);
        if (end.kind == End::Kind::needs_more) {
            return rest_.size() > most ? refuse(status_of(http::too_large(rest_, settings_.head))) : stop_short();
        }
        const auto head = http::check_head(rest_.substr(0, end.position), settings_.head);
        if (!head) return refuse(status_of(head.error()));
        rest_.remove_prefix(end.position);
        const bool has_content = head->chunked || head->content_length > 0;
        if (has_content && !head->expects_continue) return pass_over(*head);
        answer(*head, head->keep_alive && !has_content);
    }

    void pass_over(const http::Head& head) {
        if (head.content_length > settings_.body_bytes) return refuse(413);
        const End end = head.chunked ? chunks_end(rest_.substr(0, settings_.body_bytes), settings_.body_bytes)
                        : head.content_length <= rest_.size()
                            ? End{End::Kind::at, static_cast<std::size_t>(head.content_length)}
                            : End{End::Kind::needs_more};
        if (end.kind == End::Kind::broken) return refuse(400);
        if (end.kind == End::Kind::too_large) return refuse(413);
        if (end.kind == End::Kind::needs_more) {
            return rest_.size() > settings_.body_bytes ? refuse(413) : stop_short();
        }
        rest_.remove_prefix(end.position);
        answer(head, head.keep_alive);
    }

    void answer(const http::Head& head, bool keep_alive) {
        http::Target target;
        http::read_target(head.target, target);
        ended_ = !keep_alive || answers_.size() + 1 >= settings_.keep_alive_requests;
        answers_.push_back({200, std::string(target.path), head.method == http::Method::head, ended_});
    }

    void refuse(int status) {
        answers_.push_back({status, {}, head_only_, true});
        ended_ = true;
    }

    void stop_short() {
        if (ending_ == Ending::time_runs_out) refuse(408);
        ended_ = true;
    }

    std::string_view rest_;
    const TransportSettings& settings_;
    Ending ending_;
    bool head_only_ = false;
    bool ended_ = false;
    std::vector<ExpectedAnswer> answers_;
};

}  // namespace

std::vector<ExpectedAnswer> expected_answers(std::string_view stream, const TransportSettings& settings,
                                             Ending ending) {
    return Reading(stream, settings, ending).run();
}

}  // namespace toolkitd::fuzz

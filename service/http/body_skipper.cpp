#include "http/body_skipper.h"

#include <algorithm>

namespace toolkitd::http {
namespace {

constexpr std::size_t kMostSizeDigits = 8;

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_space(char c) { return c == ' ' || c == '\t'; }

// Of a name, as far as it matters to what does not read names.
bool is_name_char(char c) {
    return c > ' ' && c < '\x7f' && std::string_view(":;,=\"").find(c) == std::string_view::npos;
}

bool is_line_char(char c) { return c == '\t' || (c >= ' ' && c != '\x7f') || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

BodySkipper::BodySkipper(const Head& head, std::size_t most_bytes) : budget_(most_bytes) {
    if (head.chunked) {
        state_ = State::size;
    } else if (head.content_length > 0) {
        state_ = State::length;
        remaining_ = head.content_length;
    }
}

BodySkipper::Progress BodySkipper::skip(std::string_view& input) {
    while (state_ != State::done) {
        const bool in_run = state_ == State::length || state_ == State::data;
        if (in_run && remaining_ > budget_) return Progress::too_large;
        if (input.empty()) break;
        if (budget_ == 0) return Progress::too_large;
        if (in_run) {
            take_run(input);
            continue;
        }
        const char c = input.front();
        input.remove_prefix(1);
        --budget_;
        if (!take(c)) return Progress::bad;
    }
    return state_ == State::done ? Progress::done : Progress::more;
}

void BodySkipper::take_run(std::string_view& input) {
    const auto most = std::min({remaining_, std::uint64_t{input.size()}, std::uint64_t{budget_}});
    input.remove_prefix(static_cast<std::size_t>(most));
    budget_ -= static_cast<std::size_t>(most);
    remaining_ -= most;
    if (remaining_ == 0) state_ = state_ == State::data ? State::data_cr : State::done;
}

// One byte of the framing; false where it does not fit.
bool BodySkipper::take(char c) {
    const auto expect = [&](char wanted, State next) {
        state_ = next;
        return c == wanted;
    };
    const auto line_or = [&](State line, State at_cr) {
        state_ = c == '\r' ? at_cr : line;
        return c == '\r' || is_line_char(c);
    };
    switch (state_) {
        case State::size: return take_size(c);
        case State::size_end: return is_space(c) || expect(';', State::extension);
        case State::extension:
            if (!is_space(c)) state_ = State::size_rest;
            return is_space(c) || is_name_char(c);
        case State::size_rest: return line_or(State::size_rest, State::size_lf);
        case State::size_lf: return expect('\n', remaining_ > 0 ? State::data : State::trailer);
        case State::data_cr: return expect('\r', State::data_lf);
        case State::data_lf: size_digits_ = 0; return expect('\n', State::size);
        case State::trailer:
            state_ = c == '\r' ? State::last_lf : State::trailer_name;
            return c == '\r' || is_name_char(c);
        case State::trailer_name: return is_name_char(c) || expect(':', State::trailer_line);
        case State::trailer_line: return line_or(State::trailer_line, State::trailer_lf);
        case State::trailer_lf: return expect('\n', State::trailer);
        case State::last_lf: return expect('\n', State::done);
        case State::length:
        case State::data:
        case State::done: break;
    }
    return false;
}

bool BodySkipper::take_size(char c) {
    const int digit = hex_value(c);
    if (digit >= 0) {
        remaining_ = (size_digits_ == 0 ? 0 : remaining_ * 16) + static_cast<std::uint64_t>(digit);
        return ++size_digits_ <= kMostSizeDigits;
    }
    if (size_digits_ == 0) return false;
    state_ = c == '\r' ? State::size_lf : c == ';' ? State::extension : State::size_end;
    return c == '\r' || c == ';' || is_space(c);
}

}  // namespace toolkitd::http

#include "http/body_skipper.h"

#include <algorithm>

#include "http/syntax.h"

namespace toolkitd::http {
namespace {

constexpr std::size_t kMostSizeDigits = 8;

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Of a field's value, or between quotes.
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
    switch (state_) {
        case State::size: return take_size(c);
        case State::part_end: return is_space(c) || (c == ';' && go(State::extension));
        case State::extension: return is_space(c) || (is(in_token, c) && go(State::name));
        case State::name:
            return is(in_token, c) || (is_space(c) ? go(State::name_end) : c == '=' ? go(State::value) : end_part(c));
        case State::name_end: return is_space(c) || (c == '=' ? go(State::value) : c == ';' && go(State::extension));
        case State::value: return is_space(c) || (c == '"' ? go(State::quoted) : is(in_token, c) && go(State::token));
        case State::token: return is(in_token, c) || end_part(c);
        case State::quoted: return c == '"' ? go(State::quoted_end) : c == '\\' ? go(State::escaped) : is_line_char(c);
        case State::escaped: return is_line_char(c) && go(State::quoted);
        case State::quoted_end: return end_part(c);
        case State::size_lf: return c == '\n' && go(remaining_ > 0 ? State::data : State::trailer);
        case State::data_cr: return c == '\r' && go(State::data_lf);
        case State::data_lf: size_digits_ = 0; return c == '\n' && go(State::size);
        case State::trailer: return c == '\r' ? go(State::last_lf) : is(in_token, c) && go(State::trailer_name);
        case State::trailer_name: return is(in_token, c) || (c == ':' && go(State::trailer_line));
        case State::trailer_line: return c == '\r' ? go(State::trailer_lf) : is_line_char(c);
        case State::trailer_lf: return c == '\n' && go(State::trailer);
        case State::last_lf: return c == '\n' && go(State::done);
        case State::length:
        case State::data:
        case State::done: break;
    }
    return false;
}

bool BodySkipper::take_size(char c) {
    const int digit = hex_value(c);
    if (digit < 0) return size_digits_ > 0 && end_part(c);
    const bool leads = remaining_ == 0 && size_digits_ == 1;  // behind a zero: the size is as if that were not there
    remaining_ = (size_digits_ == 0 ? 0 : remaining_ * 16) + static_cast<std::uint64_t>(digit);
    return leads || ++size_digits_ <= kMostSizeDigits;
}

// What a size line says ends with it, before an extension, or before the spaces before one.
bool BodySkipper::end_part(char c) {
    if (c == '\r') return go(State::size_lf);
    if (c == ';') return go(State::extension);
    return is_space(c) && go(State::part_end);
}

bool BodySkipper::go(State next) {
    state_ = next;
    return true;
}

}  // namespace toolkitd::http

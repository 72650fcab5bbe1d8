#include <algorithm>
#include <charconv>

#include "fuzz/framing_model.h"
#include "fuzz/line.h"
#include "fuzz/naive.h"
#include "fuzz/property.h"
#include "fuzz/targets.h"
#include "http/answering.h"
#include "support/fake_clock.h"

namespace toolkitd::fuzz {
namespace {

// Low, so that short inputs reach every limit.
http::TransportSettings settings() {
    http::TransportSettings settings;
    settings.head = {600, 64, 8};
    settings.body_bytes = 200;
    settings.keep_alive_requests = 20;
    return settings;
}

std::string content_for(std::string_view path) {
    std::string content(path);
    if (path.starts_with("/large")) content.append(30'000, 'x');  // more than the line holds
    return content;
}

http::Response answer(const http::Request& request) { return testing::text_response(content_for(request.path)); }

// Takes the next answer off the front of what the client got.
struct Received {
    int status = 0;
    std::size_t length = 0;
    bool closes = false;
};

Received take_head(std::string_view& bytes) {
    const auto end = bytes.find("\r\n\r\n");
    require(end != std::string_view::npos, "an answer has a whole head");
    const auto lines = split(bytes.substr(0, end), "\r\n");
    bytes.remove_prefix(end + 4);
    Received received;
    require(lines[0].starts_with("HTTP/1.1 ") && lines[0].size() > 13, "an answer begins with a status line");
    std::from_chars(lines[0].data() + 9, lines[0].data() + 12, received.status);
    std::size_t lengths = 0;
    std::size_t connections = 0;
    for (const auto line : lines) {
        if (line.starts_with("Content-Length: ")) {
            ++lengths;
            std::from_chars(line.data() + 16, line.data() + line.size(), received.length);
        }
        if (line.starts_with("Connection: ")) ++connections;
        if (line == "Connection: close") received.closes = true;
    }
    require(lengths == 1 && connections == 1, "an answer says once how long it is, and whether it is the last");
    return received;
}

void check_answer(const ExpectedAnswer& expected, std::string_view& bytes) {
    const Received received = take_head(bytes);
    require(received.status == expected.status, "the answer is the one that the request gets");
    require(received.closes == expected.closes, "the answer closes as the request asks, or as its refusal has to");
    const std::size_t sent = expected.head_only ? 0 : received.length;
    require(bytes.size() >= sent, "the answer's content is whole");
    if (expected.status == 200 && !expected.head_only) {
        require(bytes.substr(0, sent) == content_for(expected.path), "the content is that of the request");
    }
    bytes.remove_prefix(sent);
}

void check(const std::vector<ExpectedAnswer>& expected, std::string_view received) {
    for (const auto& each : expected) check_answer(each, received);
    require(received.empty(), "nothing follows the last answer");
}

// From one byte to 80 at a time, in an order that `seed` decides; all at once for 0.
std::vector<std::string_view> pieces(std::string_view stream, unsigned char seed) {
    if (seed == '0') return {stream};
    std::vector<std::string_view> found;
    for (unsigned state = seed; !stream.empty(); state = state * 1103515245U + 12345U) {
        const auto size = std::min<std::size_t>(1 + (state >> 8U) % (1U + seed % 80U), stream.size());
        found.push_back(stream.substr(0, size));
        stream.remove_prefix(size);
    }
    return found;
}

std::string exchange(const std::vector<std::string_view>& arrivals, Ending ending, Line::Reader reader) {
    static const testing::FakeClock kClock{base::TimePoint{std::chrono::hours{480'000}}};
    static const testing::Answering kHandler{answer};
    static const http::TransportSettings kSettings = settings();
    http::Connection::Shared shared{kSettings, http::Responder(kHandler, kClock)};
    Line line(shared, reader);
    for (const auto arrival : arrivals) line.send(arrival);
    if (ending == Ending::client_finishes) {
        line.finish();
        require(line.closed(), "a connection closes once its client has finished and has all its answers");
    } else {
        line.let_time_run_out();
    }
    return line.received();
}

}  // namespace

void connection(std::string_view input) {
    if (input.size() < 2) return;
    const Ending ending = (input[0] & 1) != 0 ? Ending::time_runs_out : Ending::client_finishes;
    const auto stream = input.substr(2);
    const auto expected = expected_answers(stream, settings(), ending);
    check(expected, exchange({stream}, ending, Line::Reader::quick));
    check(expected, exchange(pieces(stream, static_cast<unsigned char>(input[1])), ending, Line::Reader::slow));
}

}  // namespace toolkitd::fuzz

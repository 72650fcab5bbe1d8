// What the process writes about those who ask: every byte of its two outputs, with the access log and without.
#include <gtest/gtest.h>

#include <csignal>
#include <string>
#include <vector>

#include "app/program.h"
#include "app/serving.h"

namespace toolkitd::app {
namespace {

using testing::Client;
using testing::Serving;

// All that a client can send, each with a mark in it.
const std::vector<std::string> kMarked{
    "GET /v1/toolkits/lereporting?as_of=2024-08-28&tainted=tainted HTTP/1.1\r\nHost: tainted.example\r\n"
    "User-Agent: tainted\r\nReferer: https://tainted.example/\r\nCookie: tainted=1\r\nX-Forwarded-For: tainted\r\n"
    "Forwarded: for=tainted\r\nOrigin: https://tainted.example\r\nIf-None-Match: \"tainted\"\r\n"
    "Accept-Language: tainted\r\ntracestate: a=tainted\r\nConnection: close\r\n"
    "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-7a1a7edc0ffee000-01\r\n\r\n",
    "GET /tainted HTTP/1.1\r\nHost: a\r\nConnection: close\r\ntraceparent: tainted\r\n\r\n",
    "GET /v1/toolkits/tainted HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "TAINTED /v1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "tainted\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nTainted: \x01tainted\r\n\r\n",
    "POST /v1 HTTP/1.1\r\nHost: a\r\nContent-Length: 7\r\nConnection: close\r\n\r\ntainted",
};

// Everything that the process has written when it ends.
std::string written(const std::vector<std::string>& settings) {
    Serving server(settings);
    for (const auto& request : kMarked) {
        Client client(server.address());
        client.send(request);
        client.read_to_end();
    }
    server.program().signal(SIGTERM);
    const auto ended = server.program().end();
    EXPECT_EQ(ended.exit_code, 0);
    return ended.out + ended.err;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

void expect_nothing_of_a_reader(const std::string& text) {
    for (const std::string mark : {"tainted", "TAINTED", "Tainted", "7a1a7edc0ffee000", "127.0.0.1", "as_of", "?"}) {
        EXPECT_EQ(text.find(mark), std::string::npos) << mark << " in\n" << text;
    }
}

TEST(WhatIsWritten, tells_nothing_of_a_reader) { expect_nothing_of_a_reader(written({"--log-level", "debug"})); }

TEST(WhatIsWritten, tells_nothing_of_a_reader_where_requests_are_logged) {
    for (const std::string format : {"text", "json"}) {
        const auto text = written({"--log-level", "debug", "--access-log", "true", "--log-format", format});
        expect_nothing_of_a_reader(text);
        EXPECT_EQ(count(text, format == "text" ? " request: " : R"("event":"request")"), kMarked.size()) << text;
        EXPECT_EQ(count(text, "4bf92f3577b34da6a3ce929d0e0e4736"), format == "text" ? 1U : 2U) << text;
    }
}

TEST(WhatIsWritten, is_nothing_where_the_log_is_off_and_requests_are_not_logged) {
    testing::Program program({"serve", "--port", "0", "--log-level", "off"});
    program.signal(SIGTERM);
    const auto ended = program.end();
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(ended.err, "");
}

}  // namespace
}  // namespace toolkitd::app

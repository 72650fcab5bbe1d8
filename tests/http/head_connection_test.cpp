#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "http/head_outcome.h"

namespace toolkitd::http {
namespace {

using testing::with_fields;

bool keeps_alive(std::string_view lines, std::string_view version = "HTTP/1.1") {
    const std::string bytes = with_fields(lines, version);
    return check_head(bytes, {}).value().keep_alive;
}

bool expects_continue(std::string_view lines, std::string_view version = "HTTP/1.1") {
    const std::string bytes = with_fields(lines, version);
    return check_head(bytes, {}).value().expects_continue;
}

TEST(HeadConnection, stays_open_in_1_1_unless_told_to_close) {
    for (const std::string_view lines : {"", "Connection: keep-alive\r\n", "Connection:\r\n", "Connection: upgrade\r\n",
                                         "Connection: closed\r\n", "Connection: not-close, x\r\n", "Connection: ,,\r\n",
                                         "Connection: \"close\"\r\n", "X-Connection: close\r\n"}) {
        EXPECT_TRUE(keeps_alive(lines)) << lines;
    }
}

TEST(HeadConnection, is_closed_however_close_is_written) {
    for (const std::string_view lines :
         {"Connection: close\r\n", "Connection: Close\r\n", "connection: CLOSE\r\n",
          "Connection: keep-alive, close\r\n", "Connection: close, te\r\n", "Connection: close,te\r\n",
          "Connection:\tte \t,\tclose\t\r\n", "Connection: ,close,\r\n", "Connection: te\r\nConnection: close\r\n",
          "Connection: close\r\nConnection: keep-alive\r\n"}) {
        EXPECT_FALSE(keeps_alive(lines)) << lines;
        EXPECT_FALSE(keeps_alive(lines, "HTTP/1.0")) << lines;
    }
}

TEST(HeadConnection, is_closed_in_1_0_unless_told_to_stay_open) {
    for (const std::string_view lines : {"", "Connection: upgrade\r\n", "Keep-Alive: timeout=5\r\n"}) {
        EXPECT_FALSE(keeps_alive(lines, "HTTP/1.0")) << lines;
    }
    for (const std::string_view lines :
         {"Connection: keep-alive\r\n", "Connection: Keep-Alive\r\n", "Connection: te, keep-alive\r\n"}) {
        EXPECT_TRUE(keeps_alive(lines, "HTTP/1.0")) << lines;
    }
}

TEST(HeadConnection, knows_whether_the_client_waits_to_be_told_to_go_on) {
    EXPECT_TRUE(expects_continue("Expect: 100-continue\r\n"));
    EXPECT_TRUE(expects_continue("expect: 100-Continue\r\nContent-Length: 5\r\n"));
    EXPECT_FALSE(expects_continue("Content-Length: 5\r\n"));
    EXPECT_FALSE(expects_continue("Expect: 100-continue\r\n", "HTTP/1.0"));  // RFC 9110 section 10.1.1
}

}  // namespace
}  // namespace toolkitd::http

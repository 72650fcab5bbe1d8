#include "fuzz/framing_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace toolkitd::fuzz {

void PrintTo(const ExpectedAnswer& answer, std::ostream* out) {
    *out << answer.status << ' ' << answer.path << (answer.head_only ? " head" : "")
         << (answer.closes ? " closes" : "");
}

namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::string_view kGet = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";

std::vector<ExpectedAnswer> answers(const std::string& stream, Ending ending = Ending::client_finishes) {
    http::TransportSettings settings;
    settings.head.head_bytes = 100;
    settings.head.target_bytes = 40;
    settings.body_bytes = 20;
    settings.keep_alive_requests = 3;
    return expected_answers(stream, settings, ending);
}

std::string post(const std::string& fields, const std::string& content) {
    return "POST /p HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n" + content + std::string(kGet);
}

const ExpectedAnswer kKept{200, "/a", false, false};
const ExpectedAnswer kPosted{200, "/p", false, false};

ExpectedAnswer refused(int status) { return {status, "", false, true}; }

TEST(FramingModel, gives_each_request_its_answer) {
    EXPECT_THAT(answers(""), IsEmpty());
    EXPECT_THAT(answers("\r\n" + std::string(kGet) + "\r\n"), ElementsAre(kKept));
    EXPECT_THAT(answers("HEAD /h HTTP/1.0\r\n\r\n" + std::string(kGet)),
                ElementsAre(ExpectedAnswer{200, "/h", true, true}));
}

TEST(FramingModel, passes_over_content) {
    EXPECT_THAT(answers(post("Content-Length: 3", "abc")), ElementsAre(kPosted, kKept));
    EXPECT_THAT(answers(post("Transfer-Encoding: chunked", "2;x\r\nab\r\n0\r\nt: u\r\n\r\n")),
                ElementsAre(kPosted, kKept));
    EXPECT_THAT(answers(post("Transfer-Encoding: chunked", "2\r\nabc\r\n0\r\n\r\n")), ElementsAre(refused(400)));
    EXPECT_THAT(answers(post("Content-Length: 21", "")), ElementsAre(refused(413)));
    EXPECT_THAT(answers(post("Transfer-Encoding: chunked", "ff\r\n")), ElementsAre(refused(413)));
}

TEST(FramingModel, passes_over_extensions_and_trailers_of_their_form_alone) {
    for (const std::string content :
         {"00000000000;a\r\n\r\n", "0 ; a\t= \"\\\"\"\r\n\r\n", "0;a=b ;c=\"d\"\r\n\r\n", "0;a\r\n*: [\r\n\r\n"}) {
        EXPECT_THAT(answers(post("Transfer-Encoding: chunked", content)), ElementsAre(kPosted, kKept)) << content;
    }
    for (const std::string content :
         {"0 \r\n", "0;\r\n", "0;a[\r\n", "0;a \r\n", "0;a=\r\n", "0;a=b c\r\n", "0;a=\"b\r\n", "0;a=\"\"b\r\n",
          "0;a=\"b\\\r\n", "0\r\nX[: y\r\n", "0123456789\r\n"}) {
        EXPECT_THAT(answers(post("Transfer-Encoding: chunked", content)), ElementsAre(refused(400))) << content;
    }
}

TEST(FramingModel, ends_with_a_refusal) {
    EXPECT_THAT(answers("GET /a HTTP/1.1\n" + std::string(kGet)), ElementsAre(refused(400)));
    EXPECT_THAT(answers("GET /" + std::string(101, 'a')), ElementsAre(refused(414)));
    EXPECT_THAT(answers("GET / HTTP/1.1\r\n" + std::string(101, 'a')), ElementsAre(refused(431)));
}

TEST(FramingModel, ends_where_the_stream_does) {
    EXPECT_THAT(answers("HEAD /"), IsEmpty());
    EXPECT_THAT(answers("HEAD /", Ending::time_runs_out), ElementsAre(ExpectedAnswer{408, "", true, true}));
    EXPECT_THAT(answers("\r\n", Ending::time_runs_out), IsEmpty());
}

TEST(FramingModel, closes_after_as_many_requests_as_are_allowed) {
    std::string four;
    for (int i = 0; i < 4; ++i) four.append(kGet);
    EXPECT_THAT(answers(four), ElementsAre(kKept, kKept, ExpectedAnswer{200, "/a", false, true}));
}

}  // namespace
}  // namespace toolkitd::fuzz

#include "http/responder.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "http/answering.h"
#include "http/sent.h"

namespace toolkitd::http {
namespace {

using testing::Answering;
using testing::sent;
using testing::sent_for;
using testing::text_response;

// The path and the parameters as the handler is given them: "/a [k=v] [k=w]".
std::string given(std::string_view target) {
    const Answering handler([](const Request& request) {
        std::string text(request.path);
        for (const auto& [name, value] : request.query) text.append(" [" + name + "=" + value + "]");
        return text_response(text);
    });
    return sent_for(handler, target).content;
}

TEST(Responder, writes_a_whole_answer) {
    const Answering handler([](const Request&) {
        Response response = text_response("hello\n");
        response.set("Content-Type", "text/plain");
        return response;
    });
    const auto out = sent_for(handler, "/");
    EXPECT_EQ(out.head,
              "HTTP/1.1 200 OK\r\nDate: Wed, 28 Aug 2024 04:00:00 GMT\r\nContent-Type: text/plain\r\n"
              "Content-Length: 6\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_EQ(out.content, "hello\n");
}

TEST(Responder, decodes_path_and_parameters) {
    EXPECT_EQ(given("/a%2Fb%00c%0D%0a"), std::string("/a/b\0c\r\n", 8));
    EXPECT_EQ(given("/a+b?c+d=e+f%2B"), "/a+b [c d=e f+]");
    EXPECT_EQ(given("/%c3%A9?%C3%a9=%e2%82%ac"), "/\xc3\xa9 [\xc3\xa9=\xe2\x82\xac]");
    EXPECT_EQ(given("/?a=b=c&d&e="), "/ [a=b=c] [d=] [e=]");
    EXPECT_EQ(given("/??a=1"), "/ [?a=1]");
    EXPECT_EQ(given("/?%=%4"), "/ [%=%4]");
    EXPECT_EQ(given("/?%zz"), "/ [%zz=]");
    EXPECT_EQ(given("/?%u0041=%u0041"), "/ [%u0041=%u0041]");
    EXPECT_EQ(given("/?%%u0041%2%u0041"), "/ [%%u0041%2%u0041=]");
}

TEST(Responder, hands_on_a_parameter_as_often_as_it_is_given) {
    EXPECT_EQ(given("/?a=1&a=2"), "/ [a=1] [a=2]");
    EXPECT_EQ(given("/?a=1&a=%31"), "/ [a=1] [a=1]");
    EXPECT_EQ(given("/?a=1&a=1"), "/ [a=1] [a=1]");
    EXPECT_EQ(given("/?&&a=1&"), "/ [a=1]");
}

TEST(Responder, hands_on_the_asterisk) {
    const Answering handler([](const Request& request) { return text_response(std::string(request.path)); });
    EXPECT_EQ(sent(handler, "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n").content, "*");
    EXPECT_EQ(sent(handler, "OPTIONS /* HTTP/1.1\r\nHost: x\r\n\r\n").content, "/*");
}

TEST(Responder, hands_on_fields_as_they_came) {
    const Answering handler([](const Request& request) {
        std::string all;
        request.each(FieldName::if_none_match, [&](std::string_view value) { all.append(value).append(";"); });
        return text_response(all);
    });
    EXPECT_EQ(sent_for(handler, "/", "If-None-Match: \"%41+b\"\r\nif-none-match: W/\"c\"\r\n").content,
              "\"%41+b\";W/\"c\";");
}

TEST(Responder, is_not_led_astray_by_fields_that_httplib_knows) {
    const Answering handler([](const Request&) { return text_response(std::string(1000, 'x')); });
    const std::string plain = sent_for(handler, "/").head;
    for (const std::string_view fields :
         {"Range: bytes=0-1\r\n", "Range: bytes=9-1,x\r\n", "Accept-Encoding: gzip, br\r\n", "Expect: 100-continue\r\n",
          "Upgrade: h2c\r\n", "REMOTE_ADDR: x\r\n"}) {
        const auto out = sent_for(handler, "/", fields);
        EXPECT_EQ(out.head, plain) << fields;
        EXPECT_EQ(out.content.size(), 1000U) << fields;
    }
}

TEST(Responder, leaves_out_content_where_there_is_none_to_send) {
    const auto head_for = [](int status, std::string_view method) {
        const Answering handler([&](const Request&) { return text_response("hello", status); });
        const auto out = sent(handler, std::string(method) + " / HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_EQ(out.content, method == "HEAD" || status == 204 || status == 304 ? "" : "hello") << status;
        return out.head;
    };
    EXPECT_NE(head_for(200, "HEAD").find("\r\nContent-Length: 5\r\n"), std::string::npos);
    EXPECT_NE(head_for(404, "HEAD").find("\r\nContent-Length: 5\r\n"), std::string::npos);
    for (const int status : {204, 304}) {
        EXPECT_EQ(head_for(status, "GET").find("Content-Length"), std::string::npos) << status;
        EXPECT_EQ(head_for(status, "HEAD").find("Content-Length"), std::string::npos) << status;
    }
    EXPECT_NE(head_for(308, "GET").find("\r\nContent-Length: 5\r\n"), std::string::npos);
}

TEST(Responder, says_whether_the_connection_stays) {
    const Answering handler([](const Request&) { return text_response(""); });
    EXPECT_NE(sent_for(handler, "/").head.find("\r\nConnection: keep-alive\r\n"), std::string::npos);
    EXPECT_NE(sent_for(handler, "/", "Connection: close\r\n").head.find("\r\nConnection: close\r\n"),
              std::string::npos);
    EXPECT_NE(sent(handler, "broken").head.find("\r\nConnection: close\r\n"), std::string::npos);
}

TEST(Responder, tells_nothing_of_what_a_handler_throws) {
    const Answering failing([](const Request&) -> Response { throw std::runtime_error("secret\r\nX: y"); });
    const Answering worse([](const Request&) -> Response { throw 1; });
    for (const auto* handler : {&failing, &worse}) {
        const auto out = sent_for(*handler, "/");
        EXPECT_TRUE(out.head.starts_with("HTTP/1.1 500 Internal Server Error\r\n")) << out.head;
        EXPECT_NE(out.content.find("/v1/problems/internal-error"), std::string::npos) << out.content;
        EXPECT_EQ((out.head + out.content).find("secret"), std::string::npos);
        EXPECT_EQ(out.head.find("EXCEPTION_WHAT"), std::string::npos);
    }
}

TEST(Responder, answers_the_next_request_after_one_that_failed) {
    const Answering handler([](const Request& request) -> Response {
        if (request.path == "/fail") throw std::runtime_error("secret");
        return text_response(std::string(request.path));
    });
    const testing::FakeClock clock(testing::at("2024-08-28"));
    Responder responder(handler, clock);
    const std::string fails = "GET /fail HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string works = "GET /works HTTP/1.1\r\nHost: x\r\n\r\n";
    EXPECT_EQ(responder.answer(*check_head(fails, {}))->response.status, 500);
    EXPECT_EQ(responder.answer(*check_head(works, {}))->content, "/works");
    EXPECT_EQ(responder.refuse({})->response.status, 400);
    EXPECT_EQ(responder.answer(*check_head(works, {}))->content, "/works");
}

// RFC 9110 section 15, RFC 6585: those of RFC 7231 are out of date.
TEST(Responder, NamesEachStatusThatTheServiceSends) {
    const std::pair<int, std::string> kPhrases[] = {{200, "OK"},
                                                    {204, "No Content"},
                                                    {304, "Not Modified"},
                                                    {307, "Temporary Redirect"},
                                                    {308, "Permanent Redirect"},
                                                    {400, "Bad Request"},
                                                    {404, "Not Found"},
                                                    {405, "Method Not Allowed"},
                                                    {408, "Request Timeout"},
                                                    {412, "Precondition Failed"},
                                                    {413, "Content Too Large"},
                                                    {414, "URI Too Long"},
                                                    {431, "Request Header Fields Too Large"},
                                                    {500, "Internal Server Error"},
                                                    {501, "Not Implemented"},
                                                    {503, "Service Unavailable"},
                                                    {505, "HTTP Version Not Supported"}};
    for (const auto& [status, phrase] : kPhrases) EXPECT_EQ(reason_phrase(status), phrase);
    for (int kind = 0; kind <= static_cast<int>(render::ProblemKind::version_not_supported); ++kind)
        EXPECT_NE(reason_phrase(render::status_code(static_cast<render::ProblemKind>(kind))), "") << kind;
}

TEST(Responder, takes_the_longest_target) {
    const std::string longest = "/" + std::string(HeadLimits{}.target_bytes - 1, 'a');
    EXPECT_EQ(given(longest), longest);
}

}  // namespace
}  // namespace toolkitd::http

// What answers are made of on the wire: their content, or none.
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "http/answering.h"
#include "http/client.h"
#include "http/running_server.h"
#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using testing::Client;
using testing::get;
using testing::kSwitch;
using testing::RunningServer;
using testing::ServedSite;

TEST(AnswerContent, is_the_snapshots_byte_for_byte) {
    const ServedSite site(testing::real_catalogue(), kSwitch);
    const RunningServer server(site.service);
    Client client(server.address());
    for (const std::string_view path : {"/v1", "/v1/toolkits/lereporting", "/v1/regulation-status", "/openapi.yaml"}) {
        client.send(get(path));
        const auto answer = client.read();
        EXPECT_EQ(answer.status, 200) << path;
        EXPECT_EQ(answer.content, site.get(path).content()) << path;
    }
}

TEST(AnswerContent, is_left_out_of_304_and_204_which_say_nothing_of_its_length) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const RunningServer server(site.service);
    Client client(server.address());
    client.send(get("/v1", "If-None-Match: *\r\n") + "OPTIONS /v1 HTTP/1.1\r\nHost: x\r\n\r\n" +
                "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n" + "HEAD /v1 HTTP/1.1\r\nHost: x\r\nIf-None-Match: *\r\n\r\n" +
                get("/livez"));
    for (const int status : {304, 204, 204, 304}) {
        const auto answer = client.read();
        EXPECT_EQ(answer.status, status);
        EXPECT_EQ(answer.field("Content-Length"), "none");
        EXPECT_EQ(answer.field("Transfer-Encoding"), "none");
    }
    EXPECT_EQ(client.read().status, 200);
}

TEST(AnswerContent, is_left_out_for_head_which_tells_its_length) {
    const ServedSite site(testing::small_catalogue(), kSwitch);
    const RunningServer server(site.service);
    Client client(server.address());
    for (const std::string_view path : {"/v1", "/nothing", "/v1/", "/healthz"}) {
        client.send(get(path));
        const auto whole = client.read();
        client.send("HEAD " + std::string(path) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        const auto head = client.read(true);
        EXPECT_EQ(head.head, whole.head) << path;
        EXPECT_EQ(head.field("Content-Length"), std::to_string(whole.content.size())) << path;
    }
    client.finish();
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(AnswerContent, may_be_larger_than_every_buffer) {
    std::string large(20'000'000, 'x');
    for (std::size_t i = 0; i < large.size(); i += 997) large[i] = static_cast<char>('a' + i % 26);
    const testing::Answering handler([&](const Request&) { return testing::text_response(large); });
    const RunningServer server(handler);
    Client client(server.address());
    client.send(get("/"));
    client.finish();
    EXPECT_TRUE(client.read().content == large);
    EXPECT_EQ(client.read_to_end(), "");
}

TEST(AnswerContent, tells_nothing_of_what_a_handler_throws) {
    const testing::Answering handler([](const Request& request) -> Response {
        if (request.path == "/fail") throw std::runtime_error("secret");
        return testing::text_response(std::string(request.path));
    });
    const RunningServer server(handler);
    Client client(server.address());
    client.send(get("/fail") + get("/works"));
    const auto failed = client.read();
    EXPECT_EQ(failed.status, 500);
    EXPECT_EQ((failed.head + failed.content).find("secret"), std::string::npos);
    EXPECT_EQ(failed.field("EXCEPTION_WHAT"), "none");
    EXPECT_EQ(client.read().content, "/works");
}

TEST(AnswerContent, outlives_an_exchange_of_the_snapshot) {
    ServedSite site(testing::real_catalogue(), kSwitch);
    const RunningServer server(site.service);
    Client client(server.address());
    for (int i = 0; i < 20; ++i) {
        client.send(get("/v1/toolkits/lereporting") + get("/v1/toolkits/lereporting"));
        site.store.publish(site.snapshot);
        const auto first = client.read().content;
        EXPECT_EQ(first, client.read().content);
    }
}

}  // namespace
}  // namespace toolkitd::http

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <optional>
#include <string>
#include <utility>

#include "http/answering.h"
#include "http/client.h"
#include "http/probe.h"
#include "http/running_server.h"

namespace toolkitd::http {
namespace {

using testing::Client;
using testing::get;
using testing::RunningServer;

std::string refused(const TransportSettings& settings) {
    const auto handler = testing::echoing_paths();
    const testing::FakeClock clock(testing::at("2024-08-28"));
    const auto address = make_transport(settings, handler, clock)->open();
    return address ? "listens on " + url_of(*address) : address.error().sentence;
}

TransportSettings on(std::string host, std::uint16_t port) {
    TransportSettings settings;
    settings.host = std::move(host);
    settings.port = port;
    return settings;
}

// A socket on a free port of this machine, as a service manager opens it: blocking, and listening where it should.
int socket_of_a_service_manager(bool listens) {
    const int number = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(bind(number, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
    EXPECT_EQ(listens ? listen(number, 16) : 0, 0);
    return number;
}

TEST(Listening, goes_on_with_a_socket_that_was_handed_on) {
    const auto handler = testing::echoing_paths();
    TransportSettings settings = on("192.0.2.1", 1);
    settings.handed_socket = socket_of_a_service_manager(true);
    const RunningServer server(handler, settings);
    EXPECT_EQ(server.address().host, "127.0.0.1");
    Client client(server.address());
    client.send(get("/first"));
    EXPECT_EQ(client.read().content, "/first");
}

TEST(Listening, fails_with_a_socket_that_listens_to_nobody) {
    TransportSettings settings;
    settings.handed_socket = socket_of_a_service_manager(false);
    EXPECT_EQ(refused(settings), "the socket that was handed on is none that listens on TCP");
}

TEST(Listening, picks_a_free_port_and_tells_which) {
    const auto handler = testing::echoing_paths();
    const RunningServer one(handler);
    const RunningServer two(handler);
    EXPECT_EQ(one.address().host, "127.0.0.1");
    EXPECT_NE(one.address().port, 0);
    EXPECT_NE(one.address().port, two.address().port);
}

TEST(Listening, fails_where_the_port_is_taken_and_says_what_to_do) {
    const auto handler = testing::echoing_paths();
    const RunningServer first(handler);
    const auto port = first.address().port;
    EXPECT_EQ(refused(on("127.0.0.1", port)), "the address 127.0.0.1:" + std::to_string(port) +
                                                  " is taken by another process; stop that one, or choose another port "
                                                  "with --port (0 for any that is free)");
    Client client(first.address());
    client.send(get("/first"));
    EXPECT_EQ(client.read().content, "/first");
}

TEST(Listening, succeeds_again_right_after_the_first_server_has_ended) {
    const auto handler = testing::echoing_paths();
    std::uint16_t port = 0;
    {
        const RunningServer first(handler);
        port = first.address().port;
        Client client(first.address());
        client.send(get("/"));
        EXPECT_EQ(client.read().content, "/");
    }
    EXPECT_EQ(refused(on("127.0.0.1", port)), "listens on http://127.0.0.1:" + std::to_string(port));
}

TEST(Listening, fails_on_a_host_that_is_none_of_this_machines) {
    const std::string no_name(70, 'x');  // longer than a name's part can be, so that nobody is asked for it
    const auto unknown = refused(on(no_name, 0));
    EXPECT_TRUE(unknown.starts_with("cannot listen on the host `" + no_name + "`: ")) << unknown;
    EXPECT_TRUE(unknown.ends_with("; name an address of this machine, such as 127.0.0.1")) << unknown;
    const auto foreign = refused(on("192.0.2.1", 0));
    EXPECT_TRUE(foreign.starts_with("cannot listen on 192.0.2.1:0: ")) << foreign;
}

TEST(Listening, tells_its_address_as_others_write_it) {
    EXPECT_EQ(url_of({"127.0.0.1", 8080}), "http://127.0.0.1:8080");
    EXPECT_EQ(url_of({"localhost", 1}), "http://localhost:1");
    EXPECT_EQ(url_of({"::1", 80}), "http://[::1]:80");
    EXPECT_EQ(url_of({"", 80}), "http://[::]:80");
}

TEST(Stopping, ends_a_server_that_runs_on_several_threads) {
    const auto handler = testing::echoing_paths();
    TransportSettings settings;
    settings.loops = 3;
    std::optional<RunningServer> server(std::in_place, handler, settings);
    Client left(server->address());
    left.send(get("/"));
    EXPECT_EQ(left.read().content, "/");
    server.reset();
    EXPECT_EQ(left.read_to_end(), "");
}

TEST(Stopping, may_come_before_running_and_more_than_once) {
    const auto handler = testing::echoing_paths();
    const testing::FakeClock clock(testing::at("2024-08-28"));
    const auto transport = make_transport(on("127.0.0.1", 0), handler, clock);
    ASSERT_TRUE(transport->open());
    transport->stop();
    transport->stop();
    transport->run();
}

TEST(Probe, tells_the_status_of_an_answer) {
    const testing::Answering handler(
        [](const Request& request) { return testing::text_response("", request.path == "/well" ? 200 : 503); });
    const RunningServer server(handler);
    EXPECT_EQ(probe({server.address()}, "/well", std::chrono::seconds{20}).value().status, 200);
    EXPECT_EQ(probe({server.address()}, "/ill", std::chrono::seconds{20}).value().status, 503);
}

TEST(Probe, fails_with_a_sentence_where_nobody_answers) {
    Address address;
    {
        const auto handler = testing::echoing_paths();
        const RunningServer server(handler);
        address = server.address();
    }
    const auto answer = probe({address}, "/healthz", std::chrono::seconds{1});
    ASSERT_FALSE(answer);
    EXPECT_TRUE(answer.error().sentence.starts_with("no answer from " + url_of(address) + "/healthz: "))
        << answer.error().sentence;
}

TEST(Probe, AsksOnLoopbackWhereAServerListensOnEveryAddress) {
    const auto hosts = [](const std::string& host) {
        std::vector<std::string> found;
        for (const auto& address : reachable({host, 80})) found.push_back(address.host);
        return found;
    };
    for (const std::string host : {"", "::", "0:0::0"}) {
        EXPECT_EQ(hosts(host), (std::vector<std::string>{"::1", "127.0.0.1"})) << host;
    }
    for (const std::string host : {"0.0.0.0", "0"}) {
        EXPECT_EQ(hosts(host), (std::vector<std::string>{"127.0.0.1", "::1"})) << host;
    }
    for (const std::string host : {"127.0.0.1", "::1", "192.0.2.1", "2001:db8::1", "localhost", "[::]"}) {
        EXPECT_EQ(hosts(host), std::vector<std::string>{host});
    }
}

}  // namespace
}  // namespace toolkitd::http

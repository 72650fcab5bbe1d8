// What an ordinary request costs in memory: this test program counts what it takes from the heap.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "http/connection.h"
#include "http/served_site.h"
#include "http/traffic.h"
#include "support/catalogues.h"

namespace {
thread_local std::size_t taken = 0;
}  // namespace

void* operator new(std::size_t size) {
    ++taken;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc();
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++taken;
    return std::malloc(size);
}
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)  // elsewhere base/wipe has them
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif

namespace toolkitd::http {
namespace {

using testing::kSwitch;
using testing::ServedSite;

constexpr std::string_view kBrowsers =
    "Host: toolkits.example\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0\r\n"
    "Accept: application/json\r\nAccept-Language: en-US,en;q=0.5\r\nAccept-Encoding: gzip, deflate, br\r\n"
    "Connection: keep-alive\r\nOrigin: https://portal.example\r\nSec-Fetch-Mode: cors\r\n";

// One end of a connection, and a client at the other; nothing runs between them but what the test calls.
class Pair {
public:
    explicit Pair(Connection::Shared& shared) : Pair(shared, make()) {}
    ~Pair() { close(client_); }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;

    const std::string& status() const { return status_; }  // of the last answer

    // What the service takes from the heap for a request.
    std::size_t taken_for(std::string_view request) {
        send(client_, request.data(), request.size(), 0);
        const auto before = taken;
        connection_.on_readable({});
        const auto after = taken;
        std::array<char, 65'536> answer;
        const auto count = recv(client_, answer.data(), answer.size(), 0);
        EXPECT_GT(count, 12);
        status_ = std::string_view(answer.data(), 12).substr(9);
        return after - before;
    }

private:
    static std::array<int, 2> make() {
        std::array<int, 2> ends{};
        EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()), 0);
        return ends;
    }
    Pair(Connection::Shared& shared, std::array<int, 2> ends)
        : connection_(Descriptor(ends[0]), shared, {}), client_(ends[1]) {}

    Connection connection_;
    int client_;
    std::string status_;
};

// What a connection's third request takes, and the status of its answer.
std::string third(const std::string& request, const ServiceSettings& service = {}) {
    const TransportSettings settings;
    const ServedSite site(testing::small_catalogue(), kSwitch, service);
    Traffic witness(1);
    Connection::Shared shared{settings, Responder(site.service, site.clock, &witness), &witness};
    Pair pair(shared);
    pair.taken_for(request);
    pair.taken_for(request);
    const auto count = pair.taken_for(request);
    return pair.status() + " for " + std::to_string(count);
}

std::string get(std::string_view path, std::string_view more = {}) {
    return "GET " + std::string(path) + " HTTP/1.1\r\n" + std::string(kBrowsers) + std::string(more) + "\r\n";
}

TEST(Allocation, is_counted) {
    const auto before = taken;
    const std::string longer_than_a_string_holds(100, 'x');
    EXPECT_EQ(taken - before, 1U) << longer_than_a_string_holds;
}

TEST(Allocation, is_none_for_an_ordinary_request) {
    EXPECT_EQ(third(get("/v1/regulation-status")), "200 for 0");
    EXPECT_EQ(third(get("/v1/toolkits/lereporting")), "200 for 0");
    EXPECT_EQ(third("HEAD" + get("/v1/rights").substr(3)), "200 for 0");
}

TEST(Allocation, is_none_for_a_reader_of_spanish) {
    const std::string spanish = "Accept-Language: es-US,es;q=0.9,en;q=0.5\r\n";
    EXPECT_EQ(third("GET /v1/regulation-status HTTP/1.1\r\nHost: toolkits.example\r\n" + spanish + "\r\n"),
              "200 for 0");
}

TEST(Allocation, is_none_for_an_answer_to_a_cdn) {
    ServiceSettings settings;
    settings.cache.cdn_max_age = std::chrono::seconds{86'400};
    EXPECT_EQ(third(get("/v1/regulation-status"), settings), "200 for 0");
}

TEST(Allocation, is_none_where_the_client_knows_the_content) {
    EXPECT_EQ(third(get("/v1/regulation-status", "If-None-Match: *\r\n")), "304 for 0");
}

}  // namespace
}  // namespace toolkitd::http

// More clients than the process may have descriptors.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <exception>
#include <string>
#include <vector>

#include "app/serving.h"

namespace toolkitd::app {
namespace {

using testing::Client;
using testing::Serving;

void limit_descriptors(const testing::Program& program, rlim_t count) {
    const rlimit limit{count, count};
    ASSERT_EQ(prlimit(program.process(), RLIMIT_NOFILE, &limit, nullptr), 0);
}

// 0 where the connection was shed before its request was read, which may lose the answer, too.
int status_of(const Serving& server, const std::string& path) {
    try {
        return server.get(path).status;
    } catch (const std::exception&) {
        return 0;
    }
}

// Each loop sees that its part of the crowd has left when it comes to it; who asks before is still told 503.
int status_after_the_crowd(const Serving& server, const std::string& path) {
    int status = 0;
    for (int tries = 0; tries < 1000 && status != 200; ++tries) status = status_of(server, path);
    return status;
}

TEST(Crowd, beyond_the_limit_of_descriptors_is_shed_and_does_no_lasting_harm) {
    for (const std::string threads : {"1", "4"}) {
        Serving server({"--threads", threads});
        EXPECT_EQ(server.get("/livez").status, 200);
        limit_descriptors(server.program(), 40);
        {
            std::vector<Client> crowd;
            for (int i = 0; i < 200; ++i) crowd.emplace_back(server.address());
            crowd.front().send(testing::get("/livez"));
            EXPECT_EQ(crowd.front().read().status, 200);
            // Some were taken and wait; who came too late is told so, or hears nothing but the end.
            const std::string told = crowd.back().read_to_end();
            EXPECT_TRUE(told.starts_with("HTTP/1.1 503 ")) << told;
            EXPECT_NE(told.find("\r\nContent-Type: application/problem+json\r\n"), std::string::npos) << told;
            EXPECT_NE(told.find("\r\nAccess-Control-Allow-Origin: *\r\n"), std::string::npos) << told;
            EXPECT_NE(told.find("\r\nRetry-After: 5\r\n"), std::string::npos) << told;
            EXPECT_NE(told.find("\r\nConnection: close\r\n"), std::string::npos) << told;
        }
        EXPECT_EQ(status_after_the_crowd(server, "/livez"), 200) << threads;
        EXPECT_EQ(status_after_the_crowd(server, "/healthz"), 200) << threads;
    }
}

}  // namespace
}  // namespace toolkitd::app

// What keeps a server from starting: one sentence, another exit code than 0, and nothing listens.
#include <gtest/gtest.h>

#include <string>

#include "app/content_folder.h"
#include "app/program.h"
#include "app/said.h"
#include "app/serving.h"

namespace toolkitd::app {
namespace {

using testing::run;
using testing::sentence;
using testing::Serving;

TEST(ServeRefused, where_the_port_is_taken) {
    Serving first;
    const auto said = sentence(run({"serve", "--port", first.port()}));
    EXPECT_TRUE(said.starts_with("the address 127.0.0.1:" + first.port() + " is taken by another process; ")) << said;
    EXPECT_EQ(first.get("/livez").status, 200);
}

TEST(ServeRefused, where_the_host_is_none_of_this_machines) {
    EXPECT_TRUE(
        sentence(run({"serve", "--port", "0", "--host", "192.0.2.1"})).starts_with("cannot listen on 192.0.2.1:0: "));
    const std::string no_name(70, 'x');
    EXPECT_TRUE(sentence(run({"serve", "--port", "0", "--host", no_name}))
                    .starts_with("cannot listen on the host `" + no_name));
}

TEST(ServeRefused, where_the_content_cannot_be_read) {
    EXPECT_EQ(sentence(run({"serve", "--port", "0", "--content", "/nowhere"})),
              "cannot read /nowhere: No such file or directory");
    const testing::TemporaryFolder folder;
    EXPECT_EQ(sentence(run({"serve", "--port", "0"}, {{}, folder.path()})),
              "cannot read config/content: No such file or directory");
}

TEST(ServeRefused, where_the_content_has_faults_which_are_told) {
    const testing::TemporaryFolder folder;
    const auto content = testing::faulty_content(folder);
    const auto ended = run({"serve", "--port", "0", "--content", content});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(ended.out, "");
    const std::string file = content + "/resources/faulty.md:";
    EXPECT_NE(ended.err.find(file + "2:1: missing-key: "), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find(file + "4:1: unknown-key: "), std::string::npos) << ended.err;
    EXPECT_TRUE(ended.err.ends_with("toolkitd: the content in " + content + " has faults; nothing of it is served\n"))
        << ended.err;
}

TEST(ServeRefused, where_faulty_content_meets_a_taken_port_before_the_port_is_tried) {
    Serving first;
    const testing::TemporaryFolder folder;
    const auto ended = run({"serve", "--port", first.port(), "--content", testing::faulty_content(folder)});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_EQ(ended.err.find("is taken"), std::string::npos) << ended.err;
}

TEST(ServeRefused, where_a_rehearsal_would_start_at_no_instant) {
    for (const std::string start : {"soon", "2024", "2024-08-28T03:59", "2024-13-01", "2024-08-28T09:30:00 05:30"}) {
        const auto said = sentence(run({"serve", "--port", "0", "--rehearse", start}));
        EXPECT_TRUE(said.starts_with("--rehearse takes an RFC 3339 instant, ")) << said;
    }
    EXPECT_NE(sentence(run({"serve", "--port", "0", "--rehearse", ""})), "");
}

}  // namespace
}  // namespace toolkitd::app

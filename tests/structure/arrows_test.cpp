#include "structure/arrows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace toolkitd::structure {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A file in `from` that includes one in `to`.
Faults include(const std::string& from, const std::string& to) {
    const std::string path = from == "main" ? "service/main.cpp" : "service/" + from + "/a.cpp";
    return arrow_faults({{path, "#include \"" + to + "/b.h\"\n"}, {"service/" + to + "/b.h", ""}});
}

TEST(Arrows, lead_exactly_where_the_design_says) {
    struct Row {
        std::string from;
        std::vector<std::string> to;
    };
    const std::vector<std::string> all{"app", "base", "content", "domain", "http", "render", "site", "telemetry"};
    for (const auto& [from, to] : {
             Row{"main", all},
             Row{"app", all},
             Row{"http", {"base", "domain", "http", "render", "site", "telemetry"}},
             Row{"telemetry", {"base", "domain", "render", "telemetry"}},
             Row{"site", {"base", "domain", "render", "site"}},
             Row{"render", {"base", "domain", "render"}},
             Row{"content", {"base", "content", "domain"}},
             Row{"domain", {"base", "domain"}},
             Row{"base", {"base"}},
         }) {
        for (const std::string& target : all) {
            const bool allowed = std::find(to.begin(), to.end(), target) != to.end();
            EXPECT_EQ(include(from, target).empty(), allowed) << from << " -> " << target;
        }
    }
}

TEST(Arrows, a_fault_names_the_file_the_include_and_the_missing_arrow) {
    EXPECT_THAT(include("http", "content"),
                ElementsAre("service/http/a.cpp includes content/b.h, but no arrow leads from http to content"));
}

TEST(Arrows, are_not_evaded_by_angle_brackets_or_by_climbing) {
    EXPECT_THAT(arrow_faults({{"service/base/a.h", "#include <http/b.h>\n"}, {"service/http/b.h", ""}}),
                ElementsAre(HasSubstr("no arrow leads from base to http")));
    EXPECT_THAT(arrow_faults({{"service/base/a.h", "#include \"../http/b.h\"\n"}, {"service/http/b.h", ""}}),
                ElementsAre(HasSubstr("climbs")));
}

TEST(Arrows, lead_to_no_file_that_is_not_there) {
    EXPECT_THAT(arrow_faults({{"service/app/a.cpp", "#include \"http/gone.h\"\n"}}),
                ElementsAre(HasSubstr("which is not there")));
}

TEST(Arrows, leave_the_libraries_of_others_alone) {
    EXPECT_THAT(
        arrow_faults({{"service/http/a.cpp", "#include <httplib.h>\n#include <map>\n#include <sys/epoll.h>\n"}}),
        IsEmpty());
}

TEST(Arrows, lead_to_the_contract_from_app_alone) {
    EXPECT_THAT(arrow_faults({{"service/app/a.cpp", "#include \"contract.h\"\n"}}), IsEmpty());
    EXPECT_THAT(arrow_faults({{"service/site/a.cpp", "#include \"contract.h\"\n"}}),
                ElementsAre(HasSubstr("which is for app/ alone")));
}

TEST(Arrows, know_every_folder_of_the_house) {
    EXPECT_THAT(arrow_faults({{"service/util/a.h", ""}}), ElementsAre(HasSubstr("in no folder that the house has")));
    EXPECT_THAT(arrow_faults({{"service/other.cpp", ""}}), ElementsAre(HasSubstr("in no folder that the house has")));
}

}  // namespace
}  // namespace toolkitd::structure

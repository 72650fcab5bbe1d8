#include "structure/libraries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace toolkitd::structure {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

SourceFile file(const std::string& path, const std::string& text) { return {"service/" + path, text}; }

TEST(Libraries, belong_to_their_folders) {
    const std::vector<std::string> folders{"main", "app",    "base", "content",  "domain",
                                           "http", "render", "site", "telemetry"};
    struct Row {
        std::string header;
        std::vector<std::string> users;
    };
    for (const auto& [header, users] : {
             Row{"httplib.h", {"http"}},
             Row{"openssl/ssl.h", {"http"}},
             Row{"spdlog/spdlog.h", {"telemetry"}},
             Row{"yaml-cpp/yaml.h", {"content"}},
             Row{"cmark.h", {"content"}},
             Row{"valijson/validator.hpp", {"content"}},
             Row{"nlohmann/json.hpp", {"content", "render"}},
             Row{"date/tz.h", {"base", "domain"}},
             Row{"xxhash.h", {"base"}},
             Row{"CLI/CLI.hpp", {"app"}},
         }) {
        for (const std::string& folder : folders) {
            const std::string path = folder == "main" ? "main.cpp" : folder + "/a.cpp";
            const bool allowed = std::find(users.begin(), users.end(), folder) != users.end();
            for (const std::string& include : {"<" + header + ">", '"' + header + '"'}) {
                EXPECT_EQ(library_faults({file(path, "#include " + include + "\n")}).empty(), allowed)
                    << path << include;
            }
        }
    }
}

TEST(Libraries, in_the_domain_are_the_standard_library_and_date) {
    EXPECT_THAT(library_faults({file("domain/a.h", "#include <map>\n#include <date/date.h>\n#include \"base/b.h\"\n"),
                                file("base/b.h", "")}),
                IsEmpty());
    EXPECT_THAT(library_faults({file("domain/a.h", "#include <zlib.h>\n")}), ElementsAre(HasSubstr("alone")));
    EXPECT_THAT(library_faults({file("domain/a.h", "#include <unistd.h>\n")}), ElementsAre(HasSubstr("alone")));
}

TEST(Libraries, stay_behind_the_headers_that_other_folders_see) {
    const auto user = file("site/a.cpp", "#include \"render/shown.h\"\n");
    const auto json = file("render/inner.h", "#include <nlohmann/json.hpp>\n");
    EXPECT_THAT(exposure_faults({user, file("render/shown.h", "#include <nlohmann/json.hpp>\n")}),
                ElementsAre("service/render/shown.h shows nlohmann/json.hpp to other folders"));
    EXPECT_THAT(exposure_faults({user, file("render/shown.h", "#include \"render/inner.h\"\n"), json}),
                ElementsAre("service/render/inner.h shows nlohmann/json.hpp to other folders"));
    EXPECT_THAT(exposure_faults({user, file("render/shown.h", "#include <string>\n"), json,
                                 file("render/b.cpp", "#include \"render/inner.h\"\n")}),
                IsEmpty());
    EXPECT_THAT(exposure_faults({user, file("render/shown.h", "#include <nlohmann/json_fwd.hpp>\n")}), IsEmpty());
}

TEST(Time, is_asked_for_in_base_alone) {
    for (const std::string asking :
         {"std::chrono::system_clock::now()", "system_clock :: now()", "std::chrono::high_resolution_clock::now()",
          "std::time(nullptr)", "::time(NULL)", "x = time(0)", "time(&now)", "gettimeofday(&tv, nullptr)",
          "clock_gettime(CLOCK_REALTIME, &ts)", "clock_gettime(CLOCK_REALTIME_COARSE, &ts)", "utc_clock::now()"}) {
        EXPECT_THAT(time_faults({file("http/a.cpp", "auto f() { " + asking + "; }\n")}),
                    ElementsAre("service/http/a.cpp asks for the time; only base/clock.cpp does"))
            << asking;
        EXPECT_THAT(time_faults({file("base/a.cpp", asking + ";\n")}), IsEmpty());
    }
}

TEST(Time, that_only_measures_or_is_only_spoken_of_is_free) {
    for (const std::string harmless :
         {"steady_clock::now()", "clock.now()", "// std::time(nullptr)", "\"system_clock::now\"", "at.time(0)",
          "read_time(0)", "datetime(&x)", "system_clock::time_point now", "x->time(0)"}) {
        EXPECT_THAT(time_faults({file("http/a.cpp", harmless + ";\n")}), IsEmpty()) << harmless;
    }
}

TEST(Time, is_given_to_http_telemetry_and_app_alone) {
    for (const std::string folder : {"http", "telemetry", "app"}) {
        EXPECT_THAT(time_faults({file(folder + "/a.h", "#include \"base/clock.h\"\n")}), IsEmpty()) << folder;
    }
    for (const std::string folder : {"site", "render", "content", "domain"}) {
        EXPECT_THAT(time_faults({file(folder + "/a.h", "#include \"base/clock.h\"\n")}),
                    ElementsAre("service/" + folder + "/a.h includes base/clock.h"));
    }
}

}  // namespace
}  // namespace toolkitd::structure

// When content is read anew, and what comes of it.
#include "app/reloader.h"

#include <gtest/gtest.h>
#include <poll.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>
#include <thread>

#include "app/content_folder.h"
#include "site/build.h"
#include "support/catalogues.h"

namespace toolkitd::app {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kNever = std::chrono::hours{1};

std::shared_ptr<const site::Snapshot> content(const std::string& revision) {
    auto catalogue = testing::small_catalogue();
    catalogue.revision = revision;
    return site::build(std::move(catalogue), {}, {}, {},
                       [](const site::Representation&, site::Coding) { return site::Label{}; });
}

// Asks again until it is so; how long that takes is the machine's affair.
bool eventually(const std::function<bool()>& is_so) {
    for (int i = 0; i < 60'000; ++i) {
        if (is_so()) return true;
        std::this_thread::sleep_for(milliseconds{1});
    }
    return false;
}

// A reloader on a thread of its own; what it is to load, each test says.
class Reloads : public ::testing::Test {
protected:
    Reloads() { invocation_.settings.log_level = "off"; }
    ~Reloads() override { end(); }

    void begin(Load load, milliseconds quiet = milliseconds{1}, milliseconds longest = kNever) {
        ContentWatch watch(folder_.path());
        watched_ = watch.descriptor();
        const auto settings = [this]() -> base::Result<Invocation, Answered> {
            ++settings_read_;
            return invocation_;
        };
        Reading reading{settings, [this, load](const Settings& given, base::Instant now) {
                            ++loads_begun_;
                            return load(given, now);
                        }};
        reading.quiet = quiet;
        reading.longest = longest;
        reading.again = milliseconds{1};
        reloader_.emplace(std::move(watch), invocation_, reading,
                          Running{clock_, false, store_, loads_, log_, access_log_, service_, manager_, switches_});
        thread_ = std::jthread([this](const std::stop_token& stop) { reloader_->run(stop); });
    }

    void end() { thread_ = {}; }

    void change() const { std::ofstream(std::filesystem::path(folder_.path()) / "file.md") << "changed"; }

    // Waits until a change was noticed.
    bool noticed() const {
        return eventually([this] {
            pollfd waited{watched_, POLLIN, 0};
            return poll(&waited, 1, 0) == 0;
        });
    }

    std::string served() const { return store_.current()->catalogue().revision; }

    testing::TemporaryFolder folder_;
    Invocation invocation_;
    base::SystemClock clock_;
    site::Store store_{content("first")};
    telemetry::Loads loads_{{}};
    telemetry::Log log_{telemetry::Level::off};
    telemetry::Switches switch_notes_;
    SwitchWatch switches_{store_, clock_, switch_notes_, log_};
    http::AccessLog access_log_{log_, false};
    http::Service service_{store_, loads_, clock_, {}};
    ServiceManager manager_;
    std::atomic<int> settings_read_{0};
    std::atomic<int> loads_begun_{0};

private:
    int watched_ = -1;
    std::optional<Reloader> reloader_;
    std::jthread thread_;

protected:
    Reloader& reloader() { return *reloader_; }
};

Loaded nothing(const Settings& /*settings*/, base::Instant /*now*/) {
    return tl::unexpected(LoadFailure{"nothing is loaded", {}});
}

TEST_F(Reloads, take_a_change_with_all_that_come_soon_after_it) {
    begin(nothing, kNever);
    change();
    ASSERT_TRUE(noticed());
    change();
    ASSERT_TRUE(noticed());
    reloader().ask();
    ASSERT_TRUE(eventually([this] { return settings_read_ == 1; }));
    end();
    EXPECT_EQ(loads_begun_, 1);
}

TEST_F(Reloads, do_not_wait_for_changes_to_end_that_never_do) {
    begin(nothing, kNever, milliseconds{1});
    change();
    EXPECT_TRUE(eventually([this] { return loads_begun_ == 1; }));
}

TEST_F(Reloads, read_the_settings_that_they_are_asked_for_while_a_change_settles_and_before_the_content) {
    begin(
        [this](const Settings& settings, base::Instant now) {
            EXPECT_EQ(settings_read_, 1);
            return nothing(settings, now);
        },
        kNever);
    change();
    ASSERT_TRUE(noticed());
    reloader().ask();
    EXPECT_TRUE(eventually([this] { return loads_begun_ == 1; }));
}

TEST_F(Reloads, read_the_settings_that_they_are_asked_for_while_they_load_and_the_content_once_more) {
    begin([this](const Settings& settings, base::Instant now) {
        if (loads_begun_ == 1) reloader().ask();
        return nothing(settings, now);
    });
    change();
    ASSERT_TRUE(eventually([this] { return settings_read_ == 1; }));
    EXPECT_TRUE(eventually([this] { return loads_begun_ == 2; }));
}

}  // namespace
}  // namespace toolkitd::app

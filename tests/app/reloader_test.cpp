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
    Reloads() {
        invocation_.settings.content = folder_.path();
        invocation_.settings.log_level = "off";
    }
    ~Reloads() override { end(); }

    void begin(Load load, milliseconds quiet = milliseconds{1}, milliseconds longest = kNever) {
        ContentWatch watch(folder_.path());
        watched_ = watch.descriptor();
        const auto settings = [this]() -> base::Result<Invocation, Answered> {
            ++settings_read_;
            return settings_();
        };
        Reading reading{settings, [this, load](const Settings& given, base::Instant now) {
                            ++loads_begun_;
                            return load(given, now);
                        }};
        reading.labels = [this](const Settings& /*settings*/) { return labeller_; };
        reading.quiet = quiet;
        reading.longest = longest;
        reading.again = milliseconds{1};
        reading.between_looks = kNever;
        reading.between_looks_at_unfinished = milliseconds{1};
        reading.until_told = milliseconds{0};
        reading.first = survey(folder_.path());
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

    bool publishes(const std::string& revision) const {
        return eventually([&] { return served() == revision; });
    }

    // The sentence for a load that failed; empty where none does.
    std::string fault() const {
        const bool told = eventually([this] { return !loads_.last().succeeded; });
        return told ? loads_.last().sentence : "";
    }

    bool compressed() const {
        return eventually([this] {
            const auto current = store_.current();
            return current->find("/v1", {})->has(site::Coding::brotli);
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
    ReadAgain settings_ = [this] { return invocation_; };
    site::Labeller labeller_ = [](const site::Representation&, site::Coding) { return site::Label{}; };
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
    EXPECT_TRUE(eventually([this] { return loads_begun_ >= 1; }));
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
    EXPECT_TRUE(eventually([this] { return loads_begun_ >= 2; }));
}

TEST_F(Reloads, leave_how_is_answered_as_it_is_where_no_setting_has_changed) {
    http::ServiceSettings kept;
    kept.public_url = "https://kept.example";
    service_.change(kept);
    begin([](const Settings&, base::Instant) -> Loaded { return content("second"); });
    change();
    ASSERT_TRUE(publishes("second"));
    EXPECT_NE(service_.refuse({}).text.find("https://kept.example"), std::string::npos);
}

TEST_F(Reloads, read_files_again_that_change_while_they_are_read) {
    begin([this](const Settings&, base::Instant) -> Loaded {
        EXPECT_EQ(served(), "first");
        if (loads_begun_ > 3) return content("whole");
        change();
        return content("mixed");
    });
    reloader().ask();
    EXPECT_TRUE(publishes("whole"));
    EXPECT_EQ(loads_.counts().failed, 0U);
}

TEST_F(Reloads, publish_no_mixture_however_often_files_change_while_they_are_read) {
    begin([this](const Settings&, base::Instant) -> Loaded {
        EXPECT_EQ(served(), "first");
        if (loads_begun_ > 12) return content("whole");
        change();
        return content("mixed");
    });
    reloader().ask();
    EXPECT_EQ(fault(), "its files changed each time that they were read");
    EXPECT_TRUE(publishes("whole"));
    EXPECT_EQ(loads_.counts().failed, 1U) << "told once";
}

TEST_F(Reloads, free_what_was_replaced_when_it_has_been_sent) {
    auto sent = store_.current();
    const std::weak_ptr watched = sent;
    std::atomic<bool> later{false};
    begin([&later](const Settings&, base::Instant) -> Loaded { return content(later ? "third" : "second"); });
    change();
    ASSERT_TRUE(publishes("second"));
    later = true;
    change();
    ASSERT_TRUE(publishes("third"));
    EXPECT_FALSE(watched.expired());
    sent.reset();
    EXPECT_TRUE(eventually([&watched] { return watched.expired(); })) << "though nothing else happens";
}

TEST_F(Reloads, keep_the_last_good_where_something_is_thrown_and_are_tried_again) {
    std::atomic<bool> enough{false};
    begin([&](const Settings&, base::Instant) -> Loaded {
        if (!enough) throw std::bad_alloc();
        return content("second");
    });
    change();
    EXPECT_EQ(fault(), "there is not enough memory for it");
    EXPECT_EQ(served(), "first");
    enough = true;
    EXPECT_TRUE(publishes("second"));
}

TEST_F(Reloads, publish_what_cannot_be_compressed_and_compress_it_as_soon_as_there_is_memory) {
    std::atomic<bool> enough{false};
    labeller_ = [&enough](const site::Representation&, site::Coding) {
        if (!enough) throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
        return site::Label{};
    };
    begin([](const Settings&, base::Instant) -> Loaded { return content("second"); });
    change();
    ASSERT_TRUE(publishes("second"));
    EXPECT_TRUE(loads_.last().succeeded);
    EXPECT_FALSE(store_.current()->find("/v1", {})->has(site::Coding::gzip));
    enough = true;
    EXPECT_TRUE(compressed());
    EXPECT_EQ(served(), "second");
}

TEST_F(Reloads, do_not_wait_with_a_change_for_what_was_there_before_to_be_compressed) {
    std::atomic<bool> goes_on{true};
    labeller_ = [&goes_on](const site::Representation&, site::Coding) {
        while (goes_on) std::this_thread::sleep_for(milliseconds{1});
        return site::Label{};
    };
    std::atomic<int> which{1};
    begin([&](const Settings&, base::Instant) -> Loaded { return content("number " + std::to_string(which)); });
    for (const std::string next : {"number 2", "number 3"}) {
        ++which;
        change();
        EXPECT_TRUE(publishes(next));
    }
    goes_on = false;
    EXPECT_TRUE(compressed());
    EXPECT_EQ(served(), "number 3") << "what was compressed of another is given up";
}

TEST_F(Reloads, wait_for_a_file_that_is_open_for_writing) {
    begin([](const Settings&, base::Instant) -> Loaded { return content("second"); });
    std::ofstream writer(std::filesystem::path(folder_.path()) / "file.md");
    writer << "half" << std::flush;
    ASSERT_TRUE(eventually([this] { return !loads_.upkeep().waits_for.empty(); }));
    EXPECT_NE(loads_.upkeep().waits_for.find("file.md, which a process has open for writing"), std::string::npos);
    reloader().ask();
    ASSERT_TRUE(eventually([this] { return settings_read_ == 1; }));
    EXPECT_EQ(loads_begun_, 0);
    EXPECT_EQ(served(), "first");
    writer.close();
    EXPECT_TRUE(publishes("second"));
    EXPECT_EQ(loads_.upkeep().waits_for, "");
}

TEST_F(Reloads, publish_nothing_of_a_file_that_is_opened_for_writing_while_it_is_read) {
    std::ofstream writer;
    begin([&](const Settings&, base::Instant) -> Loaded {
        if (loads_begun_ > 1) return content("whole");
        writer.open(std::filesystem::path(folder_.path()) / "file.md");
        return content("mixed");
    });
    reloader().ask();
    ASSERT_TRUE(eventually([this] { return !loads_.upkeep().waits_for.empty(); }));
    EXPECT_EQ(served(), "first");
    writer.close();
    EXPECT_TRUE(publishes("whole"));
}

TEST_F(Reloads, compress_what_is_served_first_as_soon_as_there_is_memory) {
    std::atomic<int> tries{0};
    labeller_ = [&tries](const site::Representation&, site::Coding) {
        if (++tries <= 3) throw std::bad_alloc();
        return site::Label{};
    };
    begin(nothing);
    EXPECT_TRUE(compressed());
}

TEST_F(Reloads, go_on_where_settings_throw_and_read_them_again) {
    std::atomic<int> tries{0};
    settings_ = [&]() -> base::Result<Invocation, Answered> {
        if (++tries <= 2) throw std::bad_alloc();
        return invocation_;
    };
    begin([](const Settings&, base::Instant) -> Loaded { return content("second"); });
    reloader().ask();
    EXPECT_TRUE(publishes("second"));
    EXPECT_EQ(tries, 3);
}

}  // namespace
}  // namespace toolkitd::app

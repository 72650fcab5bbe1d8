#include "app/switch_watch.h"

#include <gtest/gtest.h>

#include "site/build.h"
#include "support/catalogues.h"
#include "support/fake_clock.h"
#include "support/times.h"

namespace toolkitd::app {
namespace {

using domain::StatusKind;
using std::chrono::milliseconds;
using testing::at;

constexpr const char* kRule = "t-visa-final-rule-2024";
const base::Instant kSwitch = at("2024-08-28T04:00:00Z");

std::shared_ptr<const site::Snapshot> built(domain::Catalogue catalogue) {
    return site::build(std::move(catalogue), {}, {}, kSwitch,
                       [](const site::Representation&, site::Coding) { return site::Label{}; });
}

TEST(ServedAt, has_the_status_and_since_when_the_content_has_it) {
    const auto snapshot = built(testing::small_catalogue());
    const auto before = served_at(*snapshot, kSwitch - std::chrono::seconds{1}).at(kRule);
    EXPECT_EQ(before.status, StatusKind::pending);
    EXPECT_EQ(before.since, at("2024-04-30T04:00:00Z"));
    const auto after = served_at(*snapshot, kSwitch + std::chrono::days{400}).at(kRule);
    EXPECT_EQ(after.status, StatusKind::effective);
    EXPECT_EQ(after.since, kSwitch);
    EXPECT_EQ(served_at(*snapshot, at("2020-01-01")).at(kRule).since, std::nullopt);
}

TEST(SwitchWatch, notes_a_switch_by_the_clock) {
    const site::Store store(built(testing::small_catalogue()));
    testing::FakeClock clock(kSwitch - milliseconds{1});
    telemetry::Switches switches;
    const telemetry::Log log(telemetry::Level::off);
    const SwitchWatch watch(store, clock, switches, log);
    watch.look();
    EXPECT_TRUE(switches.last().empty());
    clock.set(kSwitch + milliseconds{3});
    watch.look();
    EXPECT_EQ(switches.last().at(kRule).lateness, milliseconds{3});
}

TEST(SwitchWatch, notes_content_that_comes_after_the_instant_that_it_brings) {
    auto without = testing::small_catalogue();
    auto& events = without.regulations.at(0).events;
    events.erase(events.begin() + 1, events.end());
    events.at(0).takes_effect.reset();
    site::Store store(built(std::move(without)));
    const testing::FakeClock clock(kSwitch + std::chrono::hours{2});
    telemetry::Switches switches;
    const telemetry::Log log(telemetry::Level::off);
    const SwitchWatch watch(store, clock, switches, log);
    watch.look();
    store.publish(built(testing::small_catalogue()));
    watch.look();
    EXPECT_EQ(switches.last().at(kRule).at, kSwitch);
    EXPECT_EQ(switches.last().at(kRule).lateness, std::chrono::hours{2});
}

// Content whose rule has one event more, of the day before the switch.
domain::Catalogue with_mistake() {
    auto catalogue = testing::small_catalogue();
    catalogue.revision = "mistaken";
    auto event = catalogue.regulations.at(0).events.back();
    event.id = "mistake";
    event.kind = domain::EventKind::vacated;
    event.announced.at = kSwitch - std::chrono::days{1};
    event.takes_effect.reset();
    event.lifts.reset();
    event.scope = {};
    catalogue.regulations.at(0).events.push_back(event);
    return catalogue;
}

TEST(SwitchWatch, notes_nothing_where_a_mistaken_event_is_removed) {
    site::Store store(built(with_mistake()));
    const testing::FakeClock clock(kSwitch + std::chrono::hours{2});
    telemetry::Switches switches;
    const telemetry::Log log(telemetry::Level::off);
    const SwitchWatch watch(store, clock, switches, log);
    watch.look();
    store.publish(built(testing::small_catalogue()));
    watch.look();
    EXPECT_EQ(served_at(*store.current(), std::chrono::floor<std::chrono::seconds>(clock.now())).at(kRule).status,
              StatusKind::effective);
    EXPECT_TRUE(switches.last().empty());
}

TEST(SwitchWatch, notes_what_another_event_brings_where_a_mistaken_one_is_removed) {
    site::Store store(built(with_mistake()));
    const testing::FakeClock clock(kSwitch + std::chrono::hours{2});
    telemetry::Switches switches;
    const telemetry::Log log(telemetry::Level::off);
    const SwitchWatch watch(store, clock, switches, log);
    watch.look();
    auto mended = with_mistake();
    mended.revision = "mended";
    auto& event = mended.regulations.at(0).events.back();
    event.id = "stayed-since";
    event.kind = domain::EventKind::stayed;
    event.announced.at = kSwitch + std::chrono::hours{1};
    store.publish(built(std::move(mended)));
    watch.look();
    ASSERT_EQ(switches.last().size(), 1U);
    EXPECT_EQ(switches.last().at(kRule).to, StatusKind::stayed);
    EXPECT_EQ(switches.last().at(kRule).lateness, std::chrono::hours{1});
}

}  // namespace
}  // namespace toolkitd::app

#include "site/store.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "site/built.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

std::shared_ptr<const Snapshot> of_revision(std::string revision) {
    auto catalogue = testing::small_catalogue();
    catalogue.revision = std::move(revision);
    return testing::built(std::move(catalogue));
}

TEST(Store, gives_the_snapshot_that_was_published_last) {
    Store store(of_revision("first"));
    EXPECT_EQ(store.current()->catalogue().revision, "first");
    store.publish(of_revision("second"));
    EXPECT_EQ(store.current()->catalogue().revision, "second");
}

TEST(Store, leaves_a_reader_the_snapshot_that_it_took) {
    Store store(of_revision("first"));
    const auto taken = store.current();
    const auto* answer = taken->find("/v1/rights", testing::at("2024-05-01"));
    const std::string body(answer->body());
    store.publish(of_revision("second"));
    EXPECT_EQ(taken->catalogue().revision, "first");
    EXPECT_EQ(taken->find("/v1/rights", testing::at("2024-05-01")), answer);
    EXPECT_EQ(answer->body(), body);
}

TEST(Store, lets_go_of_a_snapshot_with_its_last_reader) {
    auto first = of_revision("first");
    const std::weak_ptr<const Snapshot> watched = first;
    Store store(std::move(first));
    auto taken = store.current();
    store.publish(of_revision("second"));
    EXPECT_FALSE(watched.expired());
    taken.reset();
    EXPECT_TRUE(watched.expired());
}

TEST(Store, may_be_read_and_published_to_at_once) {
    const auto instant = testing::at("2024-05-01");
    const std::vector snapshots{of_revision("first"), of_revision("second")};
    Store store(snapshots[0]);
    std::atomic<bool> is_over{false};
    std::atomic<int> whole{0};
    std::atomic<int> torn{0};
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i) {
        readers.emplace_back([&] {
            while (!is_over || whole + torn == 0) {
                const auto taken = store.current();
                const auto& revision = taken->catalogue().revision;
                const bool fits = taken->find("/v1/rights", instant)->body().find(revision) != std::string::npos;
                ++(fits ? whole : torn);
            }
        });
    }
    std::vector<std::thread> writers;
    for (int i = 0; i < 2; ++i) {
        writers.emplace_back([&] {
            for (std::size_t turn = 0; turn < 500; ++turn) store.publish(snapshots[turn % 2]);
        });
    }
    for (auto& writer : writers) writer.join();
    is_over = true;
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(torn, 0);
    EXPECT_GT(whole, 0);
}

}  // namespace
}  // namespace toolkitd::site

// Snapshots that are exchanged while many ask: each answer is one snapshot's, whole. Meant for ThreadSanitizer above
// all.
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "http/client.h"
#include "http/running_server.h"
#include "http/served_site.h"
#include "support/catalogues.h"

namespace toolkitd::http {
namespace {

using testing::Client;
using testing::get;
using testing::kSwitch;
using testing::Received;
using testing::RunningServer;
using testing::ServedSite;

constexpr int kClients = 4;
constexpr int kReloads = 40;
constexpr int kFewest = 10;  // rounds of each client while snapshots are exchanged

const std::vector<std::string> kPaths{"/v1/rights", "/v1/toolkits/lereporting", "/v1"};

domain::Catalogue of_revision(const std::string& revision) {
    auto catalogue = testing::small_catalogue();
    catalogue.revision = revision;
    return catalogue;
}

// What each revision answers, in each coding, by its tag; a tag is the bytes' hash, so that no two share one.
class Expected {
public:
    void add(const std::string& revision, const site::Snapshot& snapshot) {
        for (const auto& path : kPaths) {
            for (const auto& form : snapshot.find(path, kSwitch)->forms) {
                if (form) answers_[path][form->tag] = {revision, std::string(form->body.view())};
            }
        }
    }

    // The revision that an answer is from, or "none" where it is not wholly of one.
    std::string revision_of(const std::string& path, const Received& answer) const {
        const auto& known = answers_.at(path);
        const auto found = known.find(answer.field("ETag"));
        return answer.status == 200 && found != known.end() && found->second.body == answer.content
                   ? found->second.revision
                   : "none";
    }

private:
    struct Answer {
        std::string revision;
        std::string body;
    };
    std::map<std::string, std::map<std::string, Answer>> answers_;
};

using Seen = std::map<std::string, int>;  // answers by their revision

void ask_all(Client& client, const Expected& expected, std::string_view coding, Seen& seen) {
    std::string requests;
    for (const auto& path : kPaths) requests += get(path, "Accept-Encoding: " + std::string(coding) + "\r\n");
    client.send(requests);
    for (const auto& path : kPaths) ++seen[expected.revision_of(path, client.read())];
}

TEST(Reload, leaves_every_answer_whole_and_of_one_snapshot_while_many_ask) {
    ServedSite site(of_revision("first"), kSwitch);
    Expected expected;
    expected.add("first", *site.snapshot);
    expected.add("second", *ServedSite(of_revision("second"), kSwitch).snapshot);
    TransportSettings settings;
    settings.loops = 2;
    settings.keep_alive_requests = 1'000'000'000;
    const RunningServer server(site.service, settings);
    std::latch all_have_asked(kClients);
    std::atomic<bool> is_over{false};
    std::vector<Seen> seen(kClients);
    std::vector<std::thread> clients;
    for (std::size_t i = 0; i < kClients; ++i) {
        clients.emplace_back([&, i] {
            static constexpr std::string_view kCodings[] = {"identity", "gzip", "br", "gzip;q=0.5, br;q=0.1"};
            Client kept(server.address());
            ask_all(kept, expected, kCodings[i], seen[i]);
            all_have_asked.count_down();
            for (int round = 0; round < kFewest || !is_over; ++round) ask_all(kept, expected, kCodings[i], seen[i]);
            Client late(server.address());
            ask_all(late, expected, kCodings[i], seen[i]);
        });
    }
    all_have_asked.wait();
    site.snapshot.reset();  // the store's alone, so that each exchange ends one
    for (int i = 1; i <= kReloads; ++i) {
        site.store.publish(ServedSite(of_revision(i % 2 == 0 ? "second" : "first"), kSwitch).snapshot);
    }
    is_over = true;
    for (auto& client : clients) client.join();
    for (auto& each : seen) {
        EXPECT_EQ(each["none"], 0);
        EXPECT_GE(each["first"], static_cast<int>(kPaths.size()));
        EXPECT_GE(each["second"], static_cast<int>(kPaths.size()));
    }
}

}  // namespace
}  // namespace toolkitd::http

// When files of which the kernel does not say whether they are being written may be read.
#include "app/stillness.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "app/content_folder.h"
#include "http/descriptor.h"

namespace toolkitd::app {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds kClock{1'800'000'000};
const Stillness::Steady kBegin{hours{1}};
const Stillness::System kNow{kClock};

// Of the size and, that long before kNow, changed.
Survey file(std::uint64_t size, std::chrono::nanoseconds age, bool is_remote = false) {
    const auto changed = (std::chrono::nanoseconds(kClock) - age).count();
    Survey found;
    found.files.push_back({"content/a.md", {1, 2, size, changed, changed}, Writer::unknown, true, is_remote});
    return found;
}

bool is_read(Stillness& stillness, const Survey& found, Stillness::Steady now = kBegin,
             Stillness::System clock = kNow) {
    return !stillness.unfinished(found, nullptr, now, clock);
}

TEST(Stillness, IsNotAskedForWhereTheKernelSaysThatNobodyWrites) {
    Stillness stillness;
    auto found = file(5, milliseconds{0});
    found.files[0].writer = Writer::none;
    EXPECT_TRUE(is_read(stillness, found));
}

TEST(Stillness, NeverMakesUpForAFileThatIsOpenForWriting) {
    Stillness stillness;
    auto found = file(5, hours{100});
    found.files[0].writer = Writer::open;
    const auto unfinished = stillness.unfinished(found, nullptr, kBegin + hours{99}, kNow);
    ASSERT_TRUE(unfinished);
    EXPECT_EQ(unfinished->sentence(), "content/a.md, which a process has open for writing");
}

TEST(Stillness, NamesAFileThatIsOpenBeforeOneThatChanged) {
    Stillness stillness;
    auto found = file(5, milliseconds{0});
    found.files.push_back({"content/b.md", {}, Writer::open});
    EXPECT_EQ(stillness.unfinished(found, nullptr, kBegin, kNow)->file, "content/b.md");
}

TEST(Stillness, IsThreeSecondsByTheClock) {
    Stillness stillness;
    EXPECT_FALSE(is_read(stillness, file(5, milliseconds{2'999})));
    Stillness another;
    EXPECT_TRUE(is_read(another, file(5, seconds{3})));
}

TEST(Stillness, IsThreeSecondsOfLookingWhereTheFileIsOfTheFuture) {
    Stillness stillness;
    const auto ahead = file(5, -hours{1});
    EXPECT_FALSE(is_read(stillness, ahead));
    EXPECT_FALSE(is_read(stillness, ahead, kBegin + milliseconds{2'999}));
    EXPECT_TRUE(is_read(stillness, ahead, kBegin + seconds{3}));
}

TEST(Stillness, BeginsAnewWithEachChange) {
    Stillness stillness;
    EXPECT_FALSE(is_read(stillness, file(5, -hours{1})));
    EXPECT_FALSE(is_read(stillness, file(6, -hours{1}), kBegin + seconds{3}));
    EXPECT_FALSE(is_read(stillness, file(6, -hours{1}), kBegin + seconds{5}));
    EXPECT_TRUE(is_read(stillness, file(6, -hours{1}), kBegin + seconds{6}));
}

TEST(Stillness, IsTenSecondsOfLookingOnARemoteFileSystemWhoseClockIsAnothers) {
    Stillness stillness;
    const auto found = file(5, hours{2}, true);
    EXPECT_FALSE(is_read(stillness, found));
    EXPECT_FALSE(is_read(stillness, found, kBegin + milliseconds{9'999}));
    EXPECT_TRUE(is_read(stillness, found, kBegin + seconds{10}));
    Stillness another;
    EXPECT_TRUE(is_read(another, file(5, hours{24}, true))) << "old by any clock";
}

TEST(Stillness, IsNotAskedForOnceMoreOfWhatWasRead) {
    Stillness stillness;
    const auto found = file(5, milliseconds{0});
    stillness.have_read(found);
    EXPECT_TRUE(is_read(stillness, found));
    EXPECT_FALSE(is_read(stillness, file(6, milliseconds{0})));
}

// What the watch saw of the writing, where the kernel says nothing.
class SeenWriting : public ::testing::Test {
protected:
    std::optional<Unfinished> unfinished(bool is_remote = false) {
        watch_.take();
        auto found = survey(folder_.path());
        for (auto& each : found.files) {
            each.writer = Writer::unknown;
            each.is_remote = is_remote;
        }
        return stillness_.unfinished(found, &watch_, kBegin, std::chrono::system_clock::now());
    }

    testing::TemporaryFolder folder_;
    const std::string file_ = folder_.write("a.md", "whole");
    ContentWatch watch_{folder_.path()};
    Stillness stillness_;
};

TEST_F(SeenWriting, GoesOnUntilTheFileIsClosed) {
    http::Descriptor writer(open(file_.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC));
    EXPECT_TRUE(unfinished() && unfinished()->is_open) << "cut short, and nothing written yet";
    ASSERT_EQ(write(writer.number(), "half", 4), 4);
    EXPECT_TRUE(unfinished() && unfinished()->is_open);
    writer.close();
    EXPECT_FALSE(unfinished()) << "it was seen to end, so that nothing else is waited for";
    EXPECT_TRUE(unfinished(true)) << "but another machine may write, too";
}

TEST_F(SeenWriting, GoesOnUnderTheNameThatTheFileIsGiven) {
    const http::Descriptor writer(open((folder_.path() + "/next").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    ASSERT_EQ(write(writer.number(), "half", 4), 4);
    std::filesystem::rename(folder_.path() + "/next", file_);
    ASSERT_TRUE(unfinished());
    EXPECT_TRUE(unfinished()->is_open);
}

TEST_F(SeenWriting, IsOverWhereAWholeFileTakesTheName) {
    const http::Descriptor writer(open(file_.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC));
    EXPECT_TRUE(unfinished());
    testing::TemporaryFolder elsewhere;
    std::filesystem::rename(elsewhere.write("next.md", "whole"), file_);
    EXPECT_FALSE(unfinished());
}

TEST_F(SeenWriting, IsTakenOverByTheNextWatch) {
    const http::Descriptor writer(open(file_.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC));
    ContentWatch next(folder_.path());
    next.take_over(watch_);
    watch_ = std::move(next);
    ASSERT_TRUE(unfinished());
    EXPECT_TRUE(unfinished()->is_open);
}

}  // namespace
}  // namespace toolkitd::app

// Which changes of files concern the content.
#include "app/content_watch.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "app/content_folder.h"

namespace toolkitd::app {
namespace {

namespace fs = std::filesystem;

class Watched : public ::testing::Test {
protected:
    Watched() { fs::create_directories(content_ / "toolkits/one"); }

    static void write(const fs::path& path) { std::ofstream(path) << "changed"; }

    testing::TemporaryFolder folder_;
    const fs::path content_ = fs::path(folder_.path()) / "content";
};

TEST_F(Watched, nothing_has_changed_at_first) {
    ContentWatch watch(content_);
    EXPECT_TRUE(watch.complete());
    EXPECT_FALSE(watch.take());
}

TEST_F(Watched, a_file_below_the_folder_is_told_once) {
    ContentWatch watch(content_);
    write(content_ / "toolkits/one/toolkit.md");
    EXPECT_TRUE(watch.take());
    EXPECT_FALSE(watch.take());
}

TEST_F(Watched, a_file_that_goes_is_told) {
    write(content_ / "toolkits/one/toolkit.md");
    ContentWatch watch(content_);
    fs::remove(content_ / "toolkits/one/toolkit.md");
    EXPECT_TRUE(watch.take());
}

TEST_F(Watched, a_file_beside_the_folder_is_not_told) {
    ContentWatch watch(content_);
    write(content_.parent_path() / "beside");
    EXPECT_FALSE(watch.take());
}

TEST_F(Watched, what_is_written_to_a_file_beside_the_folder_is_not_followed) {
    const fs::path beside = content_.parent_path() / "trace";
    write(beside);
    ContentWatch watch(content_);
    std::ofstream open(beside);
    open << "on and on" << std::flush;
    EXPECT_FALSE(watch.take());
    EXPECT_EQ(watch.writing_of(beside.string()), ContentWatch::Writing::unseen);
}

TEST_F(Watched, a_file_of_an_editors_own_is_not_told) {
    ContentWatch watch(content_);
    write(content_ / "toolkits/one/.toolkit.md.swp");
    EXPECT_FALSE(watch.take());
}

TEST_F(Watched, an_editors_own_file_that_is_moved_over_a_file_is_told) {
    write(content_ / "toolkits/one/.draft");
    ContentWatch watch(content_);
    fs::rename(content_ / "toolkits/one/.draft", content_ / "toolkits/one/toolkit.md");
    EXPECT_TRUE(watch.take());
}

TEST_F(Watched, the_link_that_a_volume_exchanges_is_told) {
    fs::create_directories(content_ / "..1");
    ContentWatch watch(content_);
    fs::create_directory_symlink("..1", content_ / "..data_tmp");
    EXPECT_FALSE(watch.take());
    fs::rename(content_ / "..data_tmp", content_ / "..data");
    EXPECT_TRUE(watch.take());
}

TEST_F(Watched, the_folder_that_is_moved_away_and_back_is_told) {
    ContentWatch watch((content_ / "").string());
    fs::rename(content_, content_.parent_path() / "away");
    EXPECT_TRUE(watch.take());
    fs::rename(content_.parent_path() / "away", content_);
    EXPECT_TRUE(watch.take());
}

TEST_F(Watched, a_folder_that_is_not_there_yet_is_told_when_it_comes) {
    const auto later = content_.parent_path() / "later";
    ContentWatch watch(later);
    fs::create_directory(later);
    EXPECT_TRUE(watch.take());
}

}  // namespace
}  // namespace toolkitd::app

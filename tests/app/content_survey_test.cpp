// What there is in a content folder, and who writes it.
#include "app/content_survey.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "app/content_folder.h"
#include "http/descriptor.h"

namespace toolkitd::app {
namespace {

namespace fs = std::filesystem;

http::Descriptor opened(const std::string& path, int flags) {
    http::Descriptor descriptor(open(path.c_str(), flags | O_CLOEXEC));
    EXPECT_TRUE(descriptor.open()) << path;
    return descriptor;
}

Writer writer(const std::string& path) { return writer_of(opened(path, O_RDONLY).number()); }

class Surveyed : public ::testing::Test {
protected:
    std::vector<std::string> names() const {
        std::vector<std::string> found;
        for (const auto& file : survey(content_).files) {
            found.push_back(fs::path(file.path).lexically_relative(content_).string());
        }
        return found;
    }

    Writer only_writer() const {
        const auto found = survey(content_);
        EXPECT_EQ(found.files.size(), 1U);
        return found.files.empty() ? Writer::unknown : found.files[0].writer;
    }

    testing::TemporaryFolder folder_;
    const std::string file_ = folder_.write("content/notices/notice.md", "a notice");
    const fs::path content_ = fs::path(folder_.path()) / "content";
};

using WriterOf = Surveyed;

TEST_F(WriterOf, IsNoneWhereNobodyOrAReaderHasTheFileOpen) {
    EXPECT_EQ(writer(file_), Writer::none);
    const auto reader = opened(file_, O_RDONLY);
    EXPECT_EQ(writer(file_), Writer::none);
}

TEST_F(WriterOf, IsOpenUntilTheLastWriterHasClosedTheFile) {
    for (const int how : {O_WRONLY, O_RDWR, O_WRONLY | O_APPEND}) {
        auto first = opened(file_, how);
        auto second = opened(file_, how);
        EXPECT_EQ(writer(file_), Writer::open);
        first.close();
        EXPECT_EQ(writer(file_), Writer::open);
        second.close();
        EXPECT_EQ(writer(file_), Writer::none);
    }
}

TEST_F(WriterOf, IsOpenAsLongAsTheFileIsMappedForWriting) {
    auto descriptor = opened(file_, O_RDWR);
    void* mapped = mmap(nullptr, 1, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor.number(), 0);
    ASSERT_NE(mapped, MAP_FAILED);
    descriptor.close();
    EXPECT_EQ(writer(file_), Writer::open);
    munmap(mapped, 1);
    EXPECT_EQ(writer(file_), Writer::none);
}

TEST_F(WriterOf, IsUnknownWhereTheFileIsAnothers) {
    if (geteuid() != 0) {
        EXPECT_EQ(writer("/etc/passwd"), Writer::unknown);
        return;
    }
    const auto descriptor = opened(file_, O_RDONLY);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) _exit(setuid(65534) == 0 && writer_of(descriptor.number()) == Writer::unknown ? 0 : 1);
    int status = -1;
    ASSERT_EQ(waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
}

TEST_F(WriterOf, LeavesNoLeaseThatOthersWouldWaitFor) {
    const auto reader = opened(file_, O_RDONLY);
    ASSERT_EQ(writer_of(reader.number()), Writer::none);
    EXPECT_EQ(fcntl(reader.number(), F_GETLEASE), F_UNLCK);
    EXPECT_TRUE(http::Descriptor(open(file_.c_str(), O_WRONLY | O_NONBLOCK | O_CLOEXEC)).open());
}

TEST_F(Surveyed, HasTheContentInOrderAndNothingElse) {
    for (const char* other : {"README.md", "notes.txt", ".hidden.md", ".git/a.md", "notices/.notice.md.swp"}) {
        folder_.write(std::string("content/") + other, "x");
    }
    folder_.write("content/audience.md", "x");
    EXPECT_EQ(names(), (std::vector<std::string>{"audience.md", "notices/notice.md"}));
}

TEST_F(Surveyed, HasWhatCopyingToolsAreAboutToRename) {
    folder_.write("content/notices/.notice.md.Xa3f9Q", "half");
    folder_.write("content/audience.md.filepart", "half");
    EXPECT_EQ(names(),
              (std::vector<std::string>{"audience.md.filepart", "notices/.notice.md.Xa3f9Q", "notices/notice.md"}));
}

TEST_F(Surveyed, TellsWhoseFileIsBeingWritten) {
    EXPECT_EQ(only_writer(), Writer::none);
    const auto descriptor = opened(file_, O_WRONLY | O_APPEND);
    EXPECT_EQ(only_writer(), Writer::open);
}

TEST_F(Surveyed, LooksAtTheFileThatHasTheNameNow) {
    const auto stale = opened(file_, O_WRONLY);
    fs::rename(folder_.write("next.md", "whole"), file_);
    EXPECT_EQ(only_writer(), Writer::none);
}

TEST_F(Surveyed, EntersEachFolderOnceHoweverLinksLead) {
    fs::create_directory_symlink("..", content_ / "notices/up");
    fs::create_directory_symlink(".", content_ / "same");
    EXPECT_EQ(survey(content_).files.size(), 1U);
    EXPECT_EQ(survey(content_).folders.size(), 2U);
}

TEST_F(Surveyed, IsTheSameUntilANameASizeATimeOrAnInodeChanges) {
    const auto before = survey(content_);
    EXPECT_TRUE(survey(content_).found_the_same_as(before));
    const std::string other = folder_.write("content/notices/other.md", "x");
    EXPECT_FALSE(survey(content_).found_the_same_as(before)) << "a name";
    fs::remove(other);
    EXPECT_TRUE(survey(content_).found_the_same_as(before));
    const auto written = fs::last_write_time(file_);
    std::ofstream(file_) << "b notice";
    fs::last_write_time(file_, written);
    EXPECT_FALSE(survey(content_).found_the_same_as(before)) << "the same size and time of writing";
    const auto then = survey(content_);
    fs::rename(folder_.write("next.md", "c notice"), file_);
    EXPECT_FALSE(survey(content_).found_the_same_as(then)) << "an inode";
}

TEST_F(Surveyed, IsAnotherWhereALinkAboveTheFolderIsExchanged) {
    folder_.write("releases/1/content/a.md", "one");
    folder_.write("releases/2/content/a.md", "two");
    const fs::path above = fs::path(folder_.path()) / "current";
    fs::create_directory_symlink("releases/1", above);
    const auto before = survey(above / "content");
    fs::create_directory_symlink("releases/2", above.string() + ".next");
    fs::rename(above.string() + ".next", above);
    EXPECT_FALSE(survey(above / "content").found_the_same_as(before));
}

TEST_F(Surveyed, IsEmptyWhereThereIsNoFolder) {
    const auto found = survey(content_ / "none");
    EXPECT_TRUE(found.files.empty());
    EXPECT_TRUE(found.folders.empty());
}

}  // namespace
}  // namespace toolkitd::app

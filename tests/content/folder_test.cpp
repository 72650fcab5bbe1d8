#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "content/source.h"

namespace toolkitd::content {
namespace {

namespace fs = std::filesystem;

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// A folder of its own for each test, gone afterwards.
class FolderOnDisk : public ::testing::Test {
protected:
    void SetUp() override {
        std::string name = fs::temp_directory_path() / "toolkitd-content-XXXXXX";
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        root_ = name;
    }
    void TearDown() override { fs::remove_all(root_); }

    void write(const fs::path& path, std::string_view bytes) const {
        fs::create_directories((root_ / path).parent_path());
        std::ofstream(root_ / path, std::ios::binary) << bytes;
    }

    std::vector<std::string> paths() const {
        std::vector<std::string> paths;
        const auto files = Folder(root_).read();
        if (!files) return {files.error().sentence};
        for (const auto& file : *files) paths.push_back(file.path);
        return paths;
    }

    fs::path root_;
};

TEST_F(FolderOnDisk, gives_its_files_in_order_of_path_with_all_their_bytes) {
    write("b/c.md", std::string_view("x\0y\r\n", 5));
    write("a.md", "");
    write("b/a.md", "z");
    EXPECT_THAT(paths(), ElementsAre("a.md", "b/a.md", "b/c.md"));
    EXPECT_EQ(Folder(root_).read()->at(2).bytes, std::string("x\0y\r\n", 5));
}

TEST_F(FolderOnDisk, passes_over_what_is_no_content) {
    write("README.md", "");
    write("resources/README.md", "");
    write("notes.txt", "");
    write("rights.md~", "");
    write(".draft.md", "");
    write(".git/config.md", "");
    write("rights.md", "");
    EXPECT_THAT(paths(), ElementsAre("rights.md"));
}

TEST_F(FolderOnDisk, is_read_afresh_each_time) {
    const Folder folder(root_);
    EXPECT_TRUE(folder.read()->empty());
    write("rights.md", "new");
    EXPECT_EQ(folder.read()->at(0).bytes, "new");
}

TEST_F(FolderOnDisk, that_is_not_there_is_told_in_a_sentence) {
    const auto files = Folder(root_ / "missing").read();
    ASSERT_FALSE(files);
    EXPECT_THAT(files.error().sentence, HasSubstr((root_ / "missing").string()));
}

TEST_F(FolderOnDisk, that_is_a_file_is_told_in_a_sentence) {
    write("file", "");
    EXPECT_THAT(Folder(root_ / "file").read().error().sentence, HasSubstr("not a folder"));
}

TEST_F(FolderOnDisk, reads_no_file_beyond_its_bound) {
    write("huge.md", "");
    fs::resize_file(root_ / "huge.md", 4 * 1024 * 1024 + 1);
    EXPECT_THAT(Folder(root_).read().error().sentence, HasSubstr("larger than 4 MiB"));
    fs::resize_file(root_ / "huge.md", 4 * 1024 * 1024);
    EXPECT_TRUE(Folder(root_).read());
}

TEST_F(FolderOnDisk, tells_of_a_link_that_leads_nowhere) {
    fs::create_symlink(root_ / "nowhere", root_ / "rights.md");
    EXPECT_THAT(Folder(root_).read().error().sentence, HasSubstr("rights.md"));
}

}  // namespace
}  // namespace toolkitd::content

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

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

    // The paths of what is refused, each with its rule.
    std::vector<std::string> refused() const {
        std::vector<std::string> all;
        const auto files = Folder(root_).read();
        if (!files) return {files.error().sentence};
        for (const auto& file : *files) {
            if (file.refusal) all.push_back(file.path + ": " + std::string(name(file.refusal->rule)));
        }
        return all;
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

TEST_F(FolderOnDisk, reads_each_real_folder_once_however_many_links_lead_to_it) {
    for (int i = 0; i < 25; ++i) write("d" + std::to_string(i) + "/x.md", "");
    for (int i = 0; i < 24; ++i) {
        for (const auto* link : {"a", "b"}) {
            fs::create_directory_symlink("../d" + std::to_string(i + 1), root_ / ("d" + std::to_string(i)) / link);
        }
    }
    fs::create_directory_symlink("..", root_ / "d24" / "up");
    EXPECT_EQ(paths().size(), 25U);
    EXPECT_THAT(refused(), ElementsAre());
}

TEST_F(FolderOnDisk, gives_a_folder_its_own_path_before_that_of_a_link) {
    write("toolkits/lereporting/toolkit.md", "");
    fs::create_directory_symlink("lereporting", root_ / "toolkits/a-link");
    EXPECT_THAT(paths(), ElementsAre("toolkits/lereporting/toolkit.md"));
}

TEST_F(FolderOnDisk, follows_links_as_a_volume_of_kubernetes_has_them) {
    write("..2026_11_29/rights.md", "first");
    write("..2026_11_29/notices/one.md", "");
    fs::create_directory_symlink("..2026_11_29", root_ / "..data");
    fs::create_symlink("..data/rights.md", root_ / "rights.md");
    fs::create_directory_symlink("..data/notices", root_ / "notices");
    EXPECT_THAT(paths(), ElementsAre("notices/one.md", "rights.md"));
    EXPECT_THAT(refused(), ElementsAre());
}

TEST_F(FolderOnDisk, may_itself_be_reached_by_a_link) {
    write("real/rights.md", "");
    write("real/notices/one.md", "");
    fs::create_directory_symlink("real", root_ / "link");
    const auto files = Folder(root_ / "link").read();
    ASSERT_TRUE(files);
    EXPECT_EQ(files->size(), 2U);
    EXPECT_EQ(files->at(0).path, "notices/one.md");
}

TEST_F(FolderOnDisk, refuses_links_that_leave_it_by_name) {
    std::string other = fs::temp_directory_path() / "toolkitd-outside-XXXXXX";
    ASSERT_NE(mkdtemp(other.data()), nullptr);
    std::ofstream(fs::path(other) / "x.md") << "text";
    fs::create_symlink(fs::path(other) / "x.md", root_ / "rights.md");
    fs::create_directory_symlink(other, root_ / "notices");
    fs::create_symlink("/dev/zero", root_ / "zero.md");
    fs::create_symlink(fs::path(other) / "x.md", root_ / "notes.txt");
    EXPECT_THAT(refused(), ElementsAre("notices: foreign-link", "rights.md: foreign-link", "zero.md: foreign-link"));
    fs::remove_all(other);
}

TEST_F(FolderOnDisk, tells_of_files_whose_name_has_a_wrong_ending) {
    for (const auto* name :
         {"notices/a.MD", "notices/b.md.txt", "notices/c.markdown", "notices/d.Md", "notices/e.mkd", "notices/f.txt",
          "notices/g.docx", "notices/h", "notices/i.md ", "notices/j.md.", "k.mdown"}) {
        write(name, "");
    }
    EXPECT_EQ(refused().size(), 11U);
}

TEST_F(FolderOnDisk, passes_over_what_stands_beside_content) {
    for (const auto* name :
         {"README.MD", "readme.txt", "LICENSE", "LICENSE.txt", "notes.txt", "picture.png", "notices/Thumbs.db",
          "notices/a.md~", "notices/a.md.bak", "notices/a.md.orig", "notices/a.md.filepart", "notices/#a.md#",
          "notices/Makefile", "resources/guide.pdf", "notices/desktop.ini"}) {
        write(name, "");
    }
    EXPECT_THAT(refused(), ElementsAre());
    EXPECT_THAT(paths(), ElementsAre());
}

TEST_F(FolderOnDisk, tells_of_names_that_are_no_text) {
    write("notices/a\xff.md", "");
    write("notices/b\nc.md", "");
    write("notices/d\x1b[2J.md", "");
    EXPECT_THAT(refused(), ElementsAre("notices/a\xff.md: bad-encoding", "notices/b\nc.md: control-character",
                                       "notices/d\x1b[2J.md: control-character"));
}

TEST_F(FolderOnDisk, tells_of_what_is_no_file) {
    ASSERT_EQ(mkfifo((root_ / "rights.md").c_str(), 0600), 0);
    EXPECT_THAT(Folder(root_).read().error().sentence, HasSubstr("rights.md: it is not a file"));
}

}  // namespace
}  // namespace toolkitd::content

// The rules of this folder, on the project's own sources.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "structure/arrows.h"
#include "structure/libraries.h"
#include "structure/limits.h"
#include "structure/source_file.h"

namespace toolkitd::structure {
namespace {

using ::testing::IsEmpty;

const std::vector<SourceFile>& service() {
    static const auto kFiles = read_tree(TOOLKITD_SOURCE_DIR, {"service"});
    return kFiles;
}

const std::vector<SourceFile>& everything() {
    static const auto kFiles = read_tree(TOOLKITD_SOURCE_DIR, {"api", "service", "tests"});
    return kFiles;
}

TEST(TheHouse, has_a_file_in_each_of_its_folders) {
    std::set<std::string> folders;
    for (const SourceFile& file : service()) folders.insert(folder_of(file.path));
    EXPECT_EQ(folders, reachable_from("main"));
}

TEST(TheHouse, is_passed_through_along_its_arrows_alone) { EXPECT_THAT(arrow_faults(service()), IsEmpty()); }

TEST(TheHouse, uses_each_library_in_its_folder_alone) { EXPECT_THAT(library_faults(service()), IsEmpty()); }

// Other versions of a library have other names there. In two pieces, so that this file does not name any.
TEST(TheHouse, NamesNothingThatALibraryKeepsForItself) {
    const std::string kept = std::string("detail") + "::";
    for (const SourceFile& file : everything()) EXPECT_EQ(file.text.find(kept), std::string::npos) << file.path;
}

TEST(TheHouse, shows_no_library_from_one_folder_to_another) { EXPECT_THAT(exposure_faults(service()), IsEmpty()); }

TEST(TheHouse, asks_for_the_time_in_one_place) { EXPECT_THAT(time_faults(service()), IsEmpty()); }

TEST(TheHouse, has_no_file_of_two_subjects) { EXPECT_THAT(length_faults(everything()), IsEmpty()); }

TEST(TheHouse, has_files_that_are_short_for_the_most_part) { EXPECT_LT(median_lines(everything()), kMedianLines); }

}  // namespace
}  // namespace toolkitd::structure

#include "content/folder_walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <deque>
#include <set>
#include <system_error>
#include <utility>
#include <variant>

#include "content/escaped.h"
#include "content/file_names.h"
#include "content/text_file.h"

namespace toolkitd::content {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFiles = 200'000;
constexpr std::size_t kMaxFolders = 100'000;
constexpr std::size_t kMaxEntries = 1'000'000;

using Nothing = base::Result<std::monostate>;

tl::unexpected<base::Failure> cannot_read(const fs::path& path, const std::string& why) {
    return base::fail("cannot read " + escaped(path.string()) + ": " + why);
}

bool is_within(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

// Links wait until all that has a path of its own was found: an id is never taken from a link to what has one.
class Walk {
public:
    explicit Walk(const fs::path& folder) : given_(folder) {}

    base::Result<std::vector<FoundFile>> all() {
        std::error_code error;
        if (!fs::is_directory(given_, error))
            return cannot_read(given_, error ? error.message() : "it is not a folder");
        real_ = fs::canonical(given_, error);
        if (error) return cannot_read(given_, error.message());
        enter(given_);
        for (;;) {
            if (auto done = list_folders(); !done) return tl::unexpected(std::move(done.error()));
            if (links_.empty()) return std::move(found_);
            std::sort(links_.begin(), links_.end());
            if (auto done = follow(std::exchange(links_, {})); !done) return tl::unexpected(std::move(done.error()));
        }
    }

private:
    void enter(const fs::path& folder) {
        struct stat entry{};
        if (stat(folder.c_str(), &entry) == 0 && entered_.emplace(entry.st_dev, entry.st_ino).second) {
            folders_.push_back(folder);
        }
    }

    Nothing list_folders() {
        for (; !folders_.empty(); folders_.pop_front()) {
            std::error_code error;
            fs::directory_iterator entry(folders_.front(), error);
            for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
                look_at(*entry);
                if (auto fits = check_bounds(); !fits) return fits;
            }
            if (error) return cannot_read(folders_.front(), error.message());
        }
        return {};
    }

    Nothing check_bounds() {
        constexpr const char* kRightOne = "; is it the right one?";
        if (++entries_ > kMaxEntries)
            return cannot_read(given_, std::string("it holds more than a million entries") + kRightOne);
        if (found_.size() > kMaxFiles)
            return cannot_read(given_, std::string("it holds more than 200,000 files") + kRightOne);
        if (entered_.size() > kMaxFolders) {
            return cannot_read(given_, std::string("it holds more than 100,000 folders") + kRightOne);
        }
        return {};
    }

    void look_at(const fs::directory_entry& entry) {
        const auto name = entry.path().filename().string();
        if (name.starts_with('.')) return;
        std::error_code error;
        if (entry.is_symlink(error)) {
            links_.push_back(entry.path());
        } else if (entry.is_directory(error)) {
            enter(entry.path());
        } else {
            note(entry.path(), name);
        }
    }

    void note(const fs::path& path, const std::string& name) {
        if (is_content_name(name)) {
            found_.push_back({path, fault_of_name(path)});
        } else if (const auto meant = intended_name(path.lexically_relative(given_).generic_string())) {
            found_.push_back(
                {path, Refusal{Rule::misplaced_file,
                               "this file is not read, for the name of a content file ends in `.md`; rename it to `" +
                                   *meant + "`"}});
        }
    }

    std::optional<Refusal> fault_of_name(const fs::path& path) const {
        const auto name = path.lexically_relative(given_).string();
        if (find_invalid_utf8(name))
            return Refusal{
                Rule::bad_encoding,
                "the file's name is not UTF-8; rename it, with lower-case letters, digits and single hyphens"};
        if (find_control_character(name) || name.find_first_of("\t\n") != std::string::npos) {
            return Refusal{Rule::control_character,
                           "there is an invisible control character in the file's name; rename it, with lower-case "
                           "letters, digits and single hyphens"};
        }
        return std::nullopt;
    }

    Nothing follow(const std::vector<fs::path>& links) {
        for (const auto& link : links) {
            std::error_code error;
            const auto target = fs::canonical(link, error);
            if (error) return cannot_read(link, error.message());
            const bool is_folder = fs::is_directory(target, error);
            const auto name = link.filename().string();
            if (!is_within(target, real_)) {
                if (is_folder || is_content_name(name)) {
                    found_.push_back({link, Refusal{Rule::foreign_link,
                                                    "this link leads out of the content folder, where nobody watches "
                                                    "for changes; put what it leads to in its place"}});
                }
            } else if (is_folder) {
                enter(link);
            } else {
                note(link, name);
            }
        }
        return {};
    }

    fs::path given_;
    fs::path real_;
    std::deque<fs::path> folders_;  // to be listed
    std::vector<fs::path> links_;   // to be followed
    std::set<std::pair<dev_t, ino_t>> entered_;
    std::vector<FoundFile> found_;
    std::size_t entries_ = 0;
};

}  // namespace

base::Result<std::vector<FoundFile>> walk(const fs::path& folder) { return Walk(folder).all(); }

}  // namespace toolkitd::content

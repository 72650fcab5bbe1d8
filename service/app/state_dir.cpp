#include "app/state_dir.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "http/descriptor.h"

namespace toolkitd::app {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 512U << 20U;

std::string reason() { return std::generic_category().message(errno); }

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return fsync(descriptor) == 0;
}

}  // namespace

fs::path StateDir::folder_of(const std::string& setting) {
    if (!setting.empty()) return setting;
    const char* given = std::getenv("STATE_DIRECTORY");
    const std::string_view folders = given == nullptr ? "" : given;
    return folders.substr(0, folders.find(':'));
}

base::Result<std::optional<content::Kept>> StateDir::read() const {
    std::error_code error;
    if (!is_on() || !fs::exists(file(), error)) return std::nullopt;
    const auto size = fs::file_size(file(), error);
    if (error || size > kMostBytes) return base::fail(error ? error.message() : "it is larger than anything kept");
    std::ifstream in(file(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) return base::fail("it cannot be read: " + reason());
    auto kept = content::read_kept(text);
    if (!kept) return tl::unexpected(std::move(kept.error()));
    return std::optional(std::move(*kept));
}

std::optional<std::string> StateDir::write(const content::Kept& kept) const {
    const auto text = content::kept_text(kept);
    if (!text) return text.error().sentence;
    const auto cannot = [this](const fs::path& path) {
        return "cannot write " + (folder_ / path.filename()).string() + ": " + reason();
    };
    std::error_code error;
    fs::create_directory(folder_, error);
    const fs::path next = folder_ / "last-good-content.json.new";
    const http::Descriptor out(open(next.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!out.open() || flock(out.number(), LOCK_EX | LOCK_NB) != 0) return cannot(next);
    if (ftruncate(out.number(), 0) != 0 || !write_all(out.number(), *text)) {
        auto fault = cannot(next);
        unlink(next.c_str());
        return fault;
    }
    if (rename(next.c_str(), file().c_str()) != 0) return cannot(file());
    const http::Descriptor folder(open(folder_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.open() || fsync(folder.number()) != 0) return cannot(file());
    return std::nullopt;
}

void Keeper::have_read(std::vector<content::File> files) {
    if (state_.is_on()) files_ = std::move(files);
}

void Keeper::keep(const site::Snapshot& passed) {
    const auto& revision = passed.catalogue().revision;
    if (!state_.is_on() || files_.empty()) return;
    if (revision == kept_) return unkept_.reset();
    unkept_ = content::Kept{std::chrono::floor<std::chrono::seconds>(clock_.now()), revision, std::move(files_)};
    files_.clear();
    try_again();
}

void Keeper::try_again() {
    if (!unkept_) return;
    const auto fault = state_.write(*unkept_);
    const auto now = std::chrono::floor<std::chrono::seconds>(clock_.now());
    loads_.change_upkeep([&](auto& upkeep) { upkeep.state = telemetry::Attempt{now, fault.value_or("")}; });
    if (!fault) {
        kept_ = std::exchange(unkept_, std::nullopt)->revision;
        told_.clear();
    } else if (std::exchange(told_, *fault) != *fault) {
        log_.warning(telemetry::Event::fault,
                     "content " + unkept_->revision + " is not kept for the next start: " + *fault);
    }
}

}  // namespace toolkitd::app

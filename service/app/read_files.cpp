#include <chrono>
#include <thread>
#include <utility>

#include "app/content_survey.h"
#include "app/load_site.h"
#include "base/clock.h"

namespace toolkitd::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kBetweenLooks{50};
constexpr milliseconds kUntilTold{1'000};

using Files = base::Result<std::vector<content::File>, LoadFailure>;

class Waiting {
public:
    explicit Waiting(const Patience& patience) : patience_(patience) {}

    Files read(const std::string& folder) {
        for (;;) {
            const auto before = survey(folder);
            if (!unfinished_in(before)) {
                auto files = read_files(folder);
                const auto after = survey(folder);
                if (!unfinished_in(after) && after.found_the_same_as(before)) return files;
            }
            const auto waited = steady_clock::now() - began_;
            if (waited >= patience_.longest) return given_up(folder);
            if (unfinished_ && waited >= kUntilTold && !std::exchange(told_, true)) patience_.tell(*unfinished_);
            std::this_thread::sleep_for(kBetweenLooks);
        }
    }

private:
    bool unfinished_in(const Survey& found) {
        unfinished_ = stillness_.unfinished(found, nullptr, steady_clock::now(), base::SystemClock().now());
        return unfinished_.has_value();
    }

    Files given_up(const std::string& folder) const {
        if (!unfinished_) return tl::unexpected(LoadFailure{folder + " changed each time that it was read", {}, true});
        return tl::unexpected(LoadFailure{
            "the content was not read, after waiting for " + unfinished_->sentence(), {}, true, unfinished_});
    }

    const Patience& patience_;
    const steady_clock::time_point began_ = steady_clock::now();
    Stillness stillness_;
    std::optional<Unfinished> unfinished_;
    bool told_ = false;
};

}  // namespace

Files read_files(const std::string& folder) {
    auto files = content::Folder(folder).read();
    if (!files) return tl::unexpected(LoadFailure{files.error().sentence, {}, true});
    return std::move(*files);
}

ReadFiles when_still(Patience patience) {
    return [patience = std::move(patience)](const std::string& folder) { return Waiting(patience).read(folder); };
}

}  // namespace toolkitd::app

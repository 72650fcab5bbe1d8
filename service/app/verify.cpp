#include <cstdlib>
#include <filesystem>
#include <future>
#include <ostream>

#include "app/commands.h"
#include "app/record_mirror.h"
#include "app/report.h"
#include "mirror/folder.h"
#include "mirror/remote.h"

namespace toolkitd::app {
namespace {

constexpr std::size_t kMostTold = 50;

int tell(const std::string& what, const std::string& compared, const std::vector<std::string>& differences,
         Output output) {
    for (std::size_t i = 0; i < differences.size() && i < kMostTold; ++i) output.out << differences[i] << '\n';
    if (differences.size() > kMostTold) output.out << "and " << differences.size() - kMostTold << " more\n";
    output.out << what << ": " << compared << ", "
               << (differences.empty() ? "no difference"
                                       : std::to_string(differences.size()) + " not as the content says")
               << '\n';
    return differences.empty() ? 0 : 1;
}

int verify_folder(const MirrorOfContent& content, const std::string& folder, Output output) {
    const auto tree = mirror::tree_of(content.recording, content.zone);
    const auto differences = mirror::folder_differences(tree, folder);
    if (!differences) return cannot(differences.error().sentence, output);
    return tell(folder, std::to_string(tree.size()) + " files", *differences, output);
}

int verify_url(const MirrorOfContent& content, const Verify& command, Output output) {
    const http::FetchLimits limits{.patience = command.patience};
    const base::SystemClock clock;
    auto comparing = std::async(std::launch::async,
                                [&] { return mirror::compare_remote(content.recording, command.what, limits, clock); });
    if (comparing.wait_for(command.max_time) == std::future_status::timeout) {
        const auto code = cannot(command.what + ": not finished after " + std::to_string(command.max_time.count()) +
                                     " s (--max-time): its answers come too slowly",
                                 output);
        std::quick_exit(
            code);  // a server that sends a byte at a time would hold up an orderly end for as long as it likes
    }
    const auto compared = comparing.get();
    if (!compared) return cannot(compared.error().sentence, output);
    return tell(command.what,
                std::to_string(compared->asked) + " answers of " +
                    (compared->every_edition ? "every edition" : "today's edition alone, for it takes no `as_of`"),
                compared->differences, output);
}

}  // namespace

int verify(const Settings& settings, const Verify& command, Output output) {
    const bool is_url = command.what.find("://") != std::string::npos;
    std::error_code error;
    if (!is_url && !std::filesystem::is_directory(command.what, error)) {
        return cannot("there is no folder " + command.what, output);
    }
    if (const auto asked = http::Fetcher::open(command.what, {}); is_url && !asked) {
        return cannot(command.what + ": " + asked.error().sentence, output);
    }
    const auto content = record_mirror(settings, base::SystemClock(), when_still(told_on(output.err)));
    if (!content) return cannot(content.error(), output);
    return is_url ? verify_url(*content, command, output) : verify_folder(*content, command.what, output);
}

}  // namespace toolkitd::app

#include "app/first_load.h"

#include <ostream>
#include <utility>

#include "app/progress_line.h"
#include "app/report.h"

namespace toolkitd::app {
namespace {

using std::chrono::steady_clock;
using telemetry::Event;

constexpr std::chrono::seconds kUntilKeptIsServed{2};
constexpr std::chrono::hours kForever{24 * 365};

Loaded present(const Settings& settings, bool rehearsal, base::Instant now, Patience patience, FirstLoad& first,
               const LoadOptions& how, Output output) {
    ProgressLine line(output.err, has_terminal());
    const auto read = [&, wait = when_still(std::move(patience))](const std::string& folder) {
        first.found = survey(folder);
        auto files = wait(folder);
        if (files) first.files = *files;
        return files;
    };
    const auto tell = [&](std::string_view what, std::size_t done, std::size_t of) {
        line.tell(what, done, of, steady_clock::now());
    };
    return load_site(settings, rehearsal, now, read, tell, how);
}

Loaded kept_site(const Settings& settings, bool rehearsal, base::Instant now, const content::Kept& kept,
                 const LoadOptions& how) {
    const auto read = [&kept](const std::string&) -> base::Result<std::vector<content::File>, LoadFailure> {
        return kept.files;
    };
    return load_site(settings, rehearsal, now, read, base::untold, how);
}

void tell_unusable(const StateDir& state, const std::string& why, Output output) {
    output.err << "toolkitd: what was kept in " << state.file().string() << " is not used: " << why << '\n';
}

}  // namespace

base::Result<FirstLoad, LoadFailure> first_load(const Settings& settings, bool rehearsal, base::Instant now,
                                                const StateDir& state, const std::string& listens_at, Output output) {
    const LoadOptions how{.listens_at = listens_at};
    FirstLoad first;
    const auto began = steady_clock::now();
    const auto kept = state.read();
    if (!kept) tell_unusable(state, kept.error().sentence, output);
    const bool is_kept = kept && kept->has_value();
    auto patience = told_on(output.err);
    patience.longest = is_kept ? std::chrono::milliseconds(kUntilKeptIsServed) : kForever;
    auto site = present(settings, rehearsal, now, patience, first, how, output);
    first.duration = steady_clock::now() - began;
    if (site) {
        first.snapshot = std::move(*site);
        return first;
    }
    if (!is_kept) return tl::unexpected(std::move(site.error()));
    auto old = kept_site(settings, rehearsal, now, **kept, how);
    if (!old) {
        const auto& fault = old.error();
        tell_unusable(state, fault.faults.empty() ? fault.sentence : "it has faults by the rules of this version",
                      output);
        return tl::unexpected(std::move(site.error()));
    }
    return FirstLoad{std::move(*old), {}, std::nullopt, std::move(site.error()), (*kept)->at, first.duration};
}

telemetry::LastLoad note_of(const FirstLoad& first) {
    telemetry::LastLoad note{first.snapshot->loaded_at(), !first.failure, {}, {}, first.duration};
    if (!first.failure) return note;
    note.sentence = first.failure->sentence;
    for (const auto& fault : first.failure->faults) note.faults.push_back(content::to_line(fault));
    return note;
}

void tell_of_first_load(const FirstLoad& first, const StateDir& state, const telemetry::Log& log) {
    if (!first.failure) return;
    const auto& revision = first.snapshot->catalogue().revision;
    log.error(Event::fault,
              "the content was not loaded, and " + revision + ", which passed before and was kept in " +
                  state.file().string() + " at " + base::rfc3339(*first.kept) +
                  ", is served: " + first.failure->sentence,
              {{"content_revision", revision}});
    for (const auto& fault : first.failure->faults) log.error(Event::fault, content::to_line(fault));
}

}  // namespace toolkitd::app

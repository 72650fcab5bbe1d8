#include "content/load.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "content/draft.h"
#include "content/escaped.h"
#include "content/fields.h"
#include "content/moments.h"
#include "content/notice_checks.h"
#include "content/references.h"
#include "content/translation_checks.h"

namespace toolkitd::content {
namespace {

constexpr std::size_t kRevisionLength = 16;
constexpr std::string_view kChecking = "checking what the files say of each other";

// The same for the same paths and bytes, different when anything differs.
std::string revision_of(const std::vector<File>& files) {
    std::string all;
    const auto add = [&all](const std::string& part) { all += std::to_string(part.size()) + ':' + part; };
    for (const auto& file : files) {
        add(file.path);
        add(file.bytes);
    }
    return base::fingerprint(all).substr(0, kRevisionLength);
}

// A day that is still to come where the publisher is.
void check_revisions(const std::vector<Item>& items, const Days& days, base::Instant now, Diagnostics& all) {
    for (const auto& item : items) {
        Diagnostics told_before;
        const Report report(item.file, all);
        for (const auto& entry : Fields(item.front_matter, Report(item.file, told_before)).entries("revisions")) {
            const auto day = entry.day("on");
            if (!day || days.start_of(*day) <= now) continue;
            report.add(
                Rule::future_revision, entry.scalar("on")->mark,
                "the day `" + entry.text("on") + "` is still to come; write the day on which you changed the file");
        }
    }
}

std::vector<File> in_order_of_path(std::vector<File> files) {
    std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.path < b.path; });
    return files;
}

template <typename T>
void sort_by_id(std::vector<T>& items) {
    std::sort(items.begin(), items.end(), [](const T& a, const T& b) { return a.id < b.id; });
}

using SectionPlaces = std::map<std::pair<std::string_view, std::string_view>, const domain::Section*>;

SectionPlaces places_of(const std::vector<Draft::Section>& sections) {
    SectionPlaces places;
    for (const auto& [toolkit, section] : sections)
        places.emplace(SectionPlaces::key_type(toolkit, section.id), &section);
    return places;
}

// Gives each toolkit its sections, in the order that its file gives.
void place_sections(Draft& draft, const std::vector<Item>& items) {
    const SectionPlaces places = places_of(draft.sections);
    std::map<std::string_view, const Item*> files;
    for (const auto& item : items) {
        if (item.location.kind == FileKind::toolkit) files.emplace(item.location.id, &item);
    }
    Diagnostics told_before;
    for (auto& toolkit : draft.toolkits) {
        const Item& item = *files.at(toolkit.id);
        const Report report(item.file, told_before);
        for (const auto& id : Fields(item.front_matter, report).texts("sections")) {
            toolkit.sections.push_back(*places.at({toolkit.id, id}));
        }
    }
}

void place_translations(Draft& draft) {
    std::map<std::string, domain::Notice*> notices;
    for (auto& notice : draft.notices) notices.emplace(notice.id, &notice);
    for (auto& [id, translation] : draft.translations) {
        const auto notice = notices.find(id);
        if (notice != notices.end()) notice->second->translations.push_back(std::move(translation));
    }
}

// Only from a draft without faults.
domain::Catalogue assemble(Draft draft, const std::vector<Item>& items, std::string revision) {
    place_sections(draft, items);
    place_translations(draft);
    sort_by_id(draft.regulations);
    sort_by_id(draft.toolkits);
    sort_by_id(draft.resources);
    sort_by_id(draft.notices);
    return {.revision = std::move(revision),
            .revised_at = draft.revised_at,
            .publisher = std::move(*draft.publisher),
            .rights = std::move(draft.rights),
            .audience = std::move(draft.audience),
            .regulations = std::move(draft.regulations),
            .toolkits = std::move(draft.toolkits),
            .resources = std::move(draft.resources),
            .notices = std::move(draft.notices)};
}

// Values and names are quoted as they are until here.
void make_presentable(Diagnostics& all) {
    constexpr std::size_t kLongest = 1'000;  // bytes
    if (all.size() > Report::kMostFaults) all.resize(Report::kMostFaults);
    for (auto& each : all) {
        each.file = escaped(each.file);
        each.message = shortened(escaped(each.message), kLongest);
    }
}

void sort(Diagnostics& all) {
    const auto key = [](const Diagnostic& each) {
        return std::tie(each.file, each.line, each.column, each.rule, each.message);
    };
    std::sort(all.begin(), all.end(), [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
}

}  // namespace

base::Result<domain::Catalogue, Diagnostics> load(const std::vector<File>& given, const base::Progress& progress,
                                                  std::optional<base::Instant> now) {
    const auto files = in_order_of_path(given);
    Diagnostics all;
    const auto items = read_items(files, all, progress);
    auto draft = build_draft(items, all, progress);
    progress(kChecking, 0, 3);
    check_references(items, all);
    progress(kChecking, 1, 3);
    check_notices(items, draft, all);
    progress(kChecking, 2, 3);
    check_translations(items, draft, all);
    if (now && draft.publisher) check_revisions(items, Days(draft.publisher->zone), *now, all);
    if (!all.empty()) {
        sort(all);
        make_presentable(all);
        return tl::unexpected(std::move(all));
    }
    return assemble(std::move(draft), items, revision_of(files));
}

}  // namespace toolkitd::content

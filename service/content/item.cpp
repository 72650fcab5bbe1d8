#include "content/item.h"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>
#include <optional>
#include <string>

#include "base/in_parallel.h"
#include "content/front_matter.h"
#include "content/schema.h"
#include "content/words.h"
#include "content/yaml.h"

namespace toolkitd::content {
namespace {

constexpr std::size_t kMaxBytes = 512 * std::size_t{1024};

// True when the file can be split and parsed.
bool check_text(const TextFile& file, const Report& report) {
    if (file.text().size() > kMaxBytes) {
        report.add(Rule::too_large, {}, "the file is larger than 512 KiB; part it, or take out what is no text");
        return false;
    }
    if (const auto offset = find_invalid_utf8(file.text())) {
        report.add(Rule::bad_encoding, file.mark_at(*offset),
                   "this is not UTF-8; save the file with the encoding UTF-8");
        return false;
    }
    if (const auto offset = find_control_character(file.text())) {
        report.add(Rule::control_character, file.mark_at(*offset),
                   "an invisible control character; delete it and type the text again");
        return false;
    }
    return true;
}

// What a version control system leaves where two people changed the same lines. Nothing else in the file means anything
// then.
bool check_conflicts(const TextFile& file, const Report& report) {
    constexpr std::array<std::string_view, 2> kMarkers{"<<<<<<< ", ">>>>>>> "};
    for (const auto marker : kMarkers) {
        for (auto at = file.text().find(marker); at != std::string_view::npos; at = file.text().find(marker, at + 1)) {
            if (at > 0 && file.text()[at - 1] != '\n') continue;
            report.add(Rule::merge_conflict, file.mark_at(at),
                       "two versions of these lines stand here, one below the other; keep one, and delete the lines "
                       "of `<<<<<<<`, `=======` and `>>>>>>>`");
            return false;
        }
    }
    return true;
}

// Of a section, the file's name; its folder's is told once, with toolkit.md.
void check_name(const Location& location, const Report& report) {
    if (is_id(location.id)) return;
    const auto what = location.kind == FileKind::toolkit ? "folder" : "file";
    report.add(Rule::bad_id, {},
               std::string("the name of the ") + what + ", `" + location.id +
                   "`, becomes part of an address; use lower-case letters and digits, with single hyphens between");
}

void read_content(Item& item, const Schemas& schemas, const Report& report) {
    if (!check_text(item.file, report) || !check_conflicts(item.file, report)) return;
    const auto parts = split(item.file, report);
    if (!parts) return;
    auto front_matter = read_yaml(*parts, report);
    if (!front_matter) return;
    item.readable = true;
    item.front_matter = std::move(*front_matter);
    item.body_offset = static_cast<std::size_t>(parts->body.data() - item.file.text().data());
    item.body_line = parts->body_line;
    schemas.check(word(item.location.kind), item.front_matter, report);
}

struct Reading {
    std::optional<Item> item;
    Diagnostics faults;
};

Reading read(const File& file, const Schemas& schemas) {
    Reading reading;
    TextFile text(file);
    const Report report(text, reading.faults);
    if (file.refusal) {
        report.add(file.refusal->rule, {}, file.refusal->message);
        return reading;
    }
    const auto location = locate(file.path);
    if (!location) {
        report.add(Rule::misplaced_file, {}, "no content file belongs here; see README.md for what goes where");
        return reading;
    }
    check_name(*location, report);
    Item& item = reading.item.emplace(Item{.file = std::move(text),
                                           .location = *location,
                                           .readable = false,
                                           .front_matter = {},
                                           .body_offset = 0,
                                           .body_line = 0});
    read_content(item, schemas, Report(item.file, reading.faults));
    return reading;
}

}  // namespace

std::vector<Item> read_items(const std::vector<File>& files, Diagnostics& all, const base::Progress& progress) {
    std::deque<Schemas> schemas(base::threads_for(files.size()));  // which may be read from one thread alone
    std::vector<Reading> readings(files.size());
    base::in_parallel(files.size(), [&](std::size_t i, std::size_t thread) {
        if (thread == 0) progress("reading the content files", i, files.size());
        readings[i] = read(files[i], schemas[thread]);
    });
    std::vector<Item> items;
    for (auto& [item, faults] : readings) {
        if (item) items.push_back(std::move(*item));
        if (all.size() < Report::kMostFaults) std::move(faults.begin(), faults.end(), std::back_inserter(all));
    }
    return items;
}

}  // namespace toolkitd::content

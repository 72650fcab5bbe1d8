#include "content/references.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "content/fields.h"
#include "content/nearest.h"
#include "content/words.h"

namespace toolkitd::content {
namespace {

std::vector<const Node*> scalars_of(const Node& mapping, std::string_view key) {
    std::vector<const Node*> found;
    const Node* node = mapping.find(key);
    if (node == nullptr) return found;
    if (node->is_scalar()) found.push_back(node);
    for (const auto& child : node->children) {
        if (child.is_scalar()) found.push_back(&child);
    }
    return found;
}

// Items that may not have each other's ids: "resource", "section of lereporting", ...
using Family = std::pair<FileKind, std::string>;

class Checker {
public:
    Checker(const std::vector<Item>& items, Diagnostics& all) : items_(items), all_(all) {
        for (const auto& item : items_) {
            ids_[family(item)].push_back(item.location.id);
            known_[family(item)].insert(item.location.id);
            if (item.location.kind == FileKind::toolkit) toolkits_.emplace(item.location.id, &item);
            if (item.location.kind != FileKind::audience) continue;
            for (const Node* node : scalars_of(item.front_matter, "intended")) audiences_.push_back(node->scalar);
        }
    }

    void check() {
        check_required_files();
        for (const auto& item : items_) check_item(item);
    }

private:
    static Family family(const Item& item) { return {item.location.kind, item.location.toolkit}; }

    void missing(const std::string& file, const std::string& message) {
        all_.push_back({file, 0, 0, std::string(name(Rule::missing_file)), message});
    }

    void check_required_files() {
        for (const auto kind : {FileKind::publisher, FileKind::rights, FileKind::audience}) {
            if (ids_.contains({kind, ""})) continue;
            const auto file = std::string(word(kind)) + ".md";
            missing(file, "the file " + file + " is missing; every content folder needs it");
        }
        std::set<std::string> toolkits;
        for (const auto& [family, ids] : ids_) {
            if (family.first == FileKind::section) toolkits.insert(family.second);
        }
        if (toolkits.empty() && !ids_.contains({FileKind::toolkit, ""})) {
            missing("toolkits", "there is no toolkit; make a folder for one, with its toolkit.md");
        }
        for (const auto& id : toolkits) {
            if (has(FileKind::toolkit, "", id)) continue;
            missing("toolkits/" + id + "/toolkit.md",
                    "this folder has no toolkit.md; add it, with the toolkit's title and the order of its sections");
        }
    }

    bool has(FileKind kind, const std::string& toolkit, const std::string& id) const {
        const auto found = known_.find({kind, toolkit});
        return found != known_.end() && found->second.contains(id);
    }

    void check_item(const Item& item) {
        const Report report(item.file, all_);
        check_former_ids(item, report);
        check_successor(item, report);
        switch (item.location.kind) {
            case FileKind::toolkit:
                expect(item, "regulation", FileKind::regulation, "", "regulations/", report);
                expect(item, "resources", FileKind::resource, "", "resources/", report);
                expect(item, "sections", FileKind::section, item.location.id, "this folder", report);
                return;
            case FileKind::section: return check_listed(item, report);
            case FileKind::resource:
                check_audiences(item, report);
                return expect(item, "regulation", FileKind::regulation, "", "regulations/", report);
            case FileKind::notice:
                expect(item, "regulation", FileKind::regulation, "", "regulations/", report);
                expect(item, "toolkits", FileKind::toolkit, "", "toolkits/", report);
                return;
            case FileKind::translation: return check_notice_of(item, report);
            case FileKind::publisher:
            case FileKind::rights:
            case FileKind::audience:
            case FileKind::regulation: return;
        }
    }

    void check_successor(const Item& item, const Report& report) const {
        const Node* withdrawn = item.front_matter.find("withdrawn");
        const Node* successor = withdrawn ? withdrawn->find("successor") : nullptr;
        if (successor == nullptr || !successor->is_scalar()) return;
        if (successor->scalar == item.location.id) {
            report.add(Rule::withdrawn_misused, successor->mark,
                       "nothing takes its own place; name what does, or write null");
            return;
        }
        expect(*withdrawn, "successor", item.location.kind, item.location.toolkit, "the same folder", report);
    }

    void check_notice_of(const Item& item, const Report& report) const {
        const auto& id = item.location.id;
        if (has(FileKind::notice, "", id)) return;
        report.add(Rule::unknown_reference, {},
                   "there is no notice `" + id + "` in notices/ of which this could be the translation; add " + id +
                       ".md, or rename this file after the notice that it translates");
    }

    // To look for what was meant takes a look at every name, so it is done for the first faults alone.
    std::optional<std::string> suggestion(const std::string& id, const std::vector<std::string>& known) const {
        constexpr std::size_t kMostSuggestions = 100;
        if (suggestions_ == kMostSuggestions) return std::nullopt;
        ++suggestions_;
        return nearest(id, known);
    }

    void check_audiences(const Item& item, const Report& report) const {
        if (audiences_.empty()) return;
        for (const Node* node : scalars_of(item.front_matter, "audiences")) {
            if (!is_word(node->scalar) ||
                std::find(audiences_.begin(), audiences_.end(), node->scalar) != audiences_.end())
                continue;
            const auto near = suggestion(node->scalar, audiences_);
            report.add(Rule::unknown_reference, node->mark,
                       "there is no audience `" + node->scalar + "` under `intended` in audience.md; " +
                           (near ? "did you mean `" + *near + "`?" : "add it there, or take it away here"));
        }
    }

    // Every id under `key` must be that of an item.
    void expect(const Item& item, std::string_view key, FileKind kind, const std::string& toolkit,
                const std::string& where, const Report& report) const {
        expect(item.front_matter, key, kind, toolkit, where, report);
    }

    void expect(const Node& mapping, std::string_view key, FileKind kind, const std::string& toolkit,
                const std::string& where, const Report& report) const {
        for (const Node* node : scalars_of(mapping, key)) {
            if (has(kind, toolkit, node->scalar)) continue;
            const auto found = ids_.find({kind, toolkit});
            const auto near = found == ids_.end() ? std::nullopt : suggestion(node->scalar, found->second);
            report.add(Rule::unknown_reference, node->mark,
                       "there is no " + std::string(word(kind)) + " `" + node->scalar + "` in " + where + "; " +
                           (near ? "did you mean `" + *near + "`?" : "add its file, or take the name away"));
        }
    }

    void check_listed(const Item& item, const Report& report) const {
        const auto toolkit = toolkits_.find(item.location.toolkit);
        if (toolkit == toolkits_.end()) return;
        const auto listed = scalars_of(toolkit->second->front_matter, "sections");
        const auto is_this = [&item](const Node* node) { return node->scalar == item.location.id; };
        if (listed.empty() || std::any_of(listed.begin(), listed.end(), is_this)) return;
        report.add(Rule::unlisted_section, {},
                   "no place is given to this section; add `" + item.location.id +
                       "` under `sections` in toolkit.md, or delete the file");
    }

    void check_former_ids(const Item& item, const Report& report) {
        for (const Node* node : scalars_of(item.front_matter, "former_ids")) {
            const bool taken = has(item.location.kind, item.location.toolkit, node->scalar);
            if (taken) {
                report.add(Rule::id_clash, node->mark,
                           "`" + node->scalar +
                               "` is the name of something that is there; a former name must be free, so "
                               "take it away here, or rename the other");
            } else if (!claimed_[family(item)].insert(node->scalar).second) {
                report.add(Rule::id_clash, node->mark,
                           "`" + node->scalar +
                               "` is given as a former name twice; keep it where the old address should "
                               "lead to");
            }
        }
    }

    const std::vector<Item>& items_;
    Diagnostics& all_;
    std::map<Family, std::vector<std::string>> ids_;  // in their order, for those who are looked for in vain
    std::map<Family, std::unordered_set<std::string>> known_;
    std::unordered_map<std::string_view, const Item*> toolkits_;
    std::map<Family, std::set<std::string>> claimed_;
    std::vector<std::string> audiences_;
    mutable std::size_t suggestions_ = 0;
};

}  // namespace

void check_references(const std::vector<Item>& items, Diagnostics& all) { Checker(items, all).check(); }

}  // namespace toolkitd::content

#include "content/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>

#include "content/hash_checks.h"
#include "content/quote_checks.h"
#include "content/yaml_errors.h"
#include "content/yaml_spaces.h"

namespace toolkitd::content {
namespace {

constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kMaxEntries = 1'000;
constexpr std::string_view kTooLong = "more than 1,000 entries stand here; part the list, or the file";
constexpr std::string_view kTooDeep =
    "lists and keys are nested here more than 16 deep; see docs/content.md for how the file is laid out";
constexpr std::string_view kNoFeature =
    "a value that begins with `&`, `*` or `!` has a special meaning in YAML, which is not used here; put the value in "
    "double quotes";

// Builds the tree from the parser's events, which come in the order of the file and properly nested. A fault that makes
// the rest meaningless stops the building, not the parser: throwing from within its events would lead through its
// frames.
class TreeBuilder final : public YAML::EventHandler {
public:
    TreeBuilder(int first_line, const Report& report) : first_line_(first_line), report_(report) {}

    bool stopped() const { return stopped_; }
    Node take_root() { return std::move(root_); }
    Mark place(const YAML::Mark& mark) const { return {mark.line + first_line_, mark.column + 1}; }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (seen_document_) stop(Rule::multiple_documents, mark, "a second YAML document begins here; one is enough");
        seen_document_ = true;
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add(Node::Kind::null, mark, "", anchor); }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { stop(Rule::yaml_feature, mark, kNoFeature); }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        if (!stopped_ && find_control_character(value)) {
            report_.add(Rule::control_character, place(mark),
                        "an escape that stands for a control character; take it away");
        }
        if (key_expected()) {
            if (accepts(mark, tag, anchor)) take_key(mark, value);
        } else if (Node* node = add(Node::Kind::scalar, mark, tag, anchor)) {
            node->scalar = value;
            node->is_plain = tag == "?";
        }
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(Node::Kind::sequence, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(Node::Kind::mapping, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

private:
    // A list or a mapping that has begun and not ended.
    struct Level {
        Node* node;  // stable: only the innermost level grows
        std::map<std::string, int> lines_of_keys;
    };

    void stop(Rule rule, const YAML::Mark& mark, std::string_view message) {
        if (!stopped_) report_.add(rule, place(mark), std::string(message));
        stopped_ = true;
    }

    bool accepts(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        const bool plain_tag = tag.empty() || tag == "?" || tag == "!";
        if (anchor != YAML::NullAnchor || !plain_tag) stop(Rule::yaml_feature, mark, kNoFeature);
        return !stopped_;
    }

    // A mapping's events alternate between keys, which only scalars may be, and values.
    bool key_expected() const { return !open_.empty() && open_.back().node->kind == Node::Kind::mapping && !pending_; }

    void take_key(const YAML::Mark& mark, const std::string& key) {
        const auto [first, fresh] = open_.back().lines_of_keys.emplace(key, place(mark).line);
        if (!fresh) {
            report_.add(Rule::duplicate_key, place(mark),
                        "`" + key + "` stands here a second time; the first is in line " +
                            std::to_string(first->second) + "; keep one of them");
        }
        pending_ = true;
        key_ = key;
        key_mark_ = place(mark);
    }

    // The new value; null when the building has stopped.
    Node* add(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        if (key_expected()) stop(Rule::yaml_syntax, mark, "a key is missing here; write `key: value`");
        if (!accepts(mark, tag, anchor)) return nullptr;
        if (!open_.empty() && open_.back().node->children.size() == kMaxEntries) stop(Rule::too_long, mark, kTooLong);
        if (stopped_) return nullptr;
        Node& node = open_.empty() ? root_ : open_.back().node->children.emplace_back();
        node.kind = kind;
        node.mark = place(mark);
        if (pending_) {
            node.key = key_;
            node.key_mark = key_mark_;
            pending_ = false;
        }
        return &node;
    }

    void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        if (open_.size() == kMaxDepth) return stop(Rule::too_deep, mark, kTooDeep);
        if (Node* node = add(kind, mark, tag, anchor)) open_.push_back({node, {}});
    }

    void close() {
        if (!stopped_) open_.pop_back();
    }

    int first_line_;
    const Report& report_;
    Node root_;
    std::vector<Level> open_;
    bool seen_document_ = false;
    bool stopped_ = false;
    bool pending_ = false;  // a key that has no value yet
    std::string key_;
    Mark key_mark_;
};

// Without the last line's end: at one, yaml-cpp overlooks that a quotation mark is not closed.
std::string text_of(const Parts& parts) {
    std::string text(parts.front_matter);
    while (text.ends_with('\n')) text.pop_back();
    return text;
}

}  // namespace

std::optional<Node> read_yaml(const Parts& parts, const Report& report) {
    if (!check_spaces(parts, report)) return std::nullopt;
    std::istringstream text(text_of(parts));
    TreeBuilder builder(parts.front_matter_line, report);
    try {
        YAML::Parser parser(text);
        while (!builder.stopped() && parser.HandleNextDocument(builder)) {
        }
    } catch (const YAML::Exception& error) {
        if (builder.stopped()) return std::nullopt;
        const bool alias = error.msg.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR);
        if (!alias && check_quotes(parts, builder.place(error.mark).line, report)) return std::nullopt;
        report.add(alias ? Rule::yaml_feature : Rule::yaml_syntax, builder.place(error.mark),
                   alias ? std::string(kNoFeature) : explain_yaml_error(error.msg));
        return std::nullopt;
    }
    if (builder.stopped()) return std::nullopt;
    auto root = builder.take_root();
    check_hashes(parts, root, report);
    return root;
}

}  // namespace toolkitd::content

#include "content/yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

#include "content/yaml_errors.h"
#include "content/yaml_spaces.h"

namespace toolkitd::content {
namespace {

constexpr std::size_t kMaxDepth = 16;
constexpr std::string_view kNoFeature =
    "a value that begins with `&`, `*` or `!` has a special meaning in YAML, which is not used here; put the value in "
    "double quotes";

// Stops the parser from within an event; the fault is in the report already.
struct Refused {};

// Builds the tree from the parser's events, which come in the order of the file and properly nested.
class TreeBuilder final : public YAML::EventHandler {
public:
    TreeBuilder(int first_line, const Report& report) : first_line_(first_line), report_(report) {}

    Node take_root() { return std::move(root_); }
    Mark place(const YAML::Mark& mark) const { return {mark.line + first_line_, mark.column + 1}; }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (seen_document_) refuse(Rule::multiple_documents, mark, "a second YAML document begins here; one is enough");
        seen_document_ = true;
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse_as_key(mark);
        add(Node::Kind::null, mark, "", anchor);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse_feature(mark); }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        if (find_control_character(value)) {
            report_.add(Rule::control_character, place(mark),
                        "an escape that stands for a control character; take it away");
        }
        if (key_expected()) {
            refuse_anchor_or_tag(mark, tag, anchor);
            take_key(mark, value);
        } else {
            add(Node::Kind::scalar, mark, tag, anchor).scalar = value;
        }
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(Node::Kind::sequence, mark, tag, anchor);
    }
    void OnSequenceEnd() override { open_.pop_back(); }

    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(Node::Kind::mapping, mark, tag, anchor);
    }
    void OnMapEnd() override { open_.pop_back(); }

private:
    [[noreturn]] void refuse(Rule rule, const YAML::Mark& mark, std::string message) const {
        report_.add(rule, place(mark), std::move(message));
        throw Refused{};
    }

    [[noreturn]] void refuse_feature(const YAML::Mark& mark) const {
        refuse(Rule::yaml_feature, mark, std::string(kNoFeature));
    }

    void refuse_anchor_or_tag(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
        const bool plain_tag = tag.empty() || tag == "?" || tag == "!";
        if (anchor != YAML::NullAnchor || !plain_tag) refuse_feature(mark);
    }

    // A mapping's events alternate between keys, which only scalars may be, and values.
    bool key_expected() const { return !open_.empty() && open_.back()->kind == Node::Kind::mapping && !pending_key_; }

    void refuse_as_key(const YAML::Mark& mark) const {
        if (key_expected()) refuse(Rule::yaml_syntax, mark, "a key is missing here; write `key: value`");
    }

    void take_key(const YAML::Mark& mark, const std::string& key) {
        if (const Node* first = open_.back()->find(key)) {
            report_.add(Rule::duplicate_key, place(mark),
                        "`" + key + "` stands here a second time; the first is in line " +
                            std::to_string(first->key_mark.line) + "; keep one of them");
        }
        pending_key_ = true;
        key_ = key;
        key_mark_ = place(mark);
    }

    Node& add(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        refuse_anchor_or_tag(mark, tag, anchor);
        Node& node = open_.empty() ? root_ : open_.back()->children.emplace_back();
        node.kind = kind;
        node.mark = place(mark);
        if (pending_key_) {
            node.key = key_;
            node.key_mark = key_mark_;
            pending_key_ = false;
        }
        return node;
    }

    void open(Node::Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        refuse_as_key(mark);
        if (open_.size() == kMaxDepth) {
            refuse(Rule::too_deep, mark,
                   "lists and keys are nested here more than " + std::to_string(kMaxDepth) +
                       " deep; see docs/content.md "
                       "for how the file is laid out");
        }
        open_.push_back(&add(kind, mark, tag, anchor));
    }

    int first_line_;
    const Report& report_;
    Node root_;
    std::vector<Node*> open_;  // stable: only the innermost one grows
    bool seen_document_ = false;
    bool pending_key_ = false;
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
        while (parser.HandleNextDocument(builder)) {
        }
        return builder.take_root();
    } catch (const Refused&) {
        return std::nullopt;
    } catch (const YAML::Exception& error) {
        const bool alias = error.msg.starts_with(YAML::ErrorMsg::UNKNOWN_ANCHOR);
        report.add(alias ? Rule::yaml_feature : Rule::yaml_syntax, builder.place(error.mark),
                   alias ? std::string(kNoFeature) : explain_yaml_error(error.msg));
        return std::nullopt;
    }
}

}  // namespace toolkitd::content

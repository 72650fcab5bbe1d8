#include "content/plain_text.h"

#include "content/markdown_tree.h"

namespace toolkitd::content {
namespace {

void add_literal(std::string& out, cmark_node* node) {
    const char* literal = cmark_node_get_literal(node);
    if (literal != nullptr) out += literal;
}

void add_inline(std::string& out, cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) add_literal(out, node);
    if (type == CMARK_NODE_SOFTBREAK) out += ' ';
    if (type == CMARK_NODE_LINEBREAK) out += '\n';
}

bool is_prose_block(cmark_node* node) {
    const auto type = cmark_node_get_type(node);
    const bool has_words = cmark_node_first_child(node) != nullptr;  // a heading may have none
    return has_words && (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING);
}

int position_in_list(cmark_node* item) {
    int position = cmark_node_get_list_start(cmark_node_parent(item));
    while ((item = cmark_node_previous(item)) != nullptr) ++position;
    return position;
}

std::string bullet(cmark_node* item) {
    const bool ordered = cmark_node_get_list_type(cmark_node_parent(item)) == CMARK_ORDERED_LIST;
    return ordered ? std::to_string(position_in_list(item)) + ". " : "• ";
}

// Writes blocks one after another, with what stands between and before them.
class Writer {
public:
    void begin(cmark_node* block) {
        cmark_node* parent = cmark_node_parent(block);
        const bool in_item = cmark_node_get_type(parent) == CMARK_NODE_ITEM;
        const bool opens_item = in_item && cmark_node_previous(block) == nullptr;
        end_line();
        if (!out_.empty()) out_ += opens_item && follows_closely(parent) ? "\n" : "\n\n";
        if (opens_item) out_ += bullet(parent);
    }

    void add(cmark_node* node) { add_inline(out_, node); }
    std::string take() {
        end_line();
        return std::move(out_);
    }

private:
    // A line break that nothing follows, as where a link without an address ends in one, breaks no line.
    void end_line() {
        while (out_.ends_with('\n')) out_.pop_back();
    }

    static bool follows_closely(cmark_node* item) {
        cmark_node* list = cmark_node_parent(item);
        const bool first = cmark_node_previous(item) == nullptr;
        const bool nested = cmark_node_get_type(cmark_node_parent(list)) == CMARK_NODE_ITEM;
        return cmark_node_get_list_tight(list) != 0 && (!first || nested);
    }

    std::string out_;
};

}  // namespace

std::string plain_text(cmark_node* document) {
    Writer writer;
    for_each_node(document, [&writer](cmark_node* node) {
        if (is_prose_block(node)) writer.begin(node);
        writer.add(node);
    });
    return writer.take();
}

std::string plain_words(cmark_node* inline_node) {
    std::string words;
    for_each_node(inline_node, [&words](cmark_node* node) { add_inline(words, node); });
    return words;
}

}  // namespace toolkitd::content

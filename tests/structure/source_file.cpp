#include "structure/source_file.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace toolkitd::structure {
namespace {

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    std::ostringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

// Walks over a text token by token, keeping what is asked for.
class Stripper {
public:
    Stripper(std::string_view text, bool keeps_literals) : text_(text), keeps_literals_(keeps_literals) {}

    std::string run() {
        while (at_ < text_.size()) step();
        return std::move(out_);
    }

private:
    void step() {
        if (sees("//")) return drop_until(find("\n"));
        if (sees("/*")) return drop_until(after("*/", at_ + 2));
        if (sees("R\"")) return literal(raw_end());
        if (sees("\"")) return literal(quoted_end('"'));
        if (sees("'") && !follows_a_digit()) return literal(quoted_end('\''));
        out_ += text_[at_++];
    }

    bool sees(std::string_view word) const { return text_.substr(at_).starts_with(word); }
    bool follows_a_digit() const { return at_ > 0 && std::isxdigit(static_cast<unsigned char>(text_[at_ - 1])) != 0; }
    std::size_t find(std::string_view word) const { return std::min(text_.find(word, at_), text_.size()); }

    std::size_t after(std::string_view word, std::size_t from) const {
        const auto found = text_.find(word, from);
        return found == std::string_view::npos ? text_.size() : found + word.size();
    }

    std::size_t raw_end() const {
        const auto open = text_.find('(', at_);
        if (open == std::string_view::npos) return text_.size();
        return after(")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"", open);
    }

    std::size_t quoted_end(char quote) const {
        auto end = at_ + 1;
        while (end < text_.size() && text_[end] != quote && text_[end] != '\n') end += text_[end] == '\\' ? 2U : 1U;
        return std::min(end + 1, text_.size());
    }

    void literal(std::size_t end) {
        if (keeps_literals_) {
            out_ += text_.substr(at_, end - at_);
            at_ = end;
        } else {
            drop_until(end);
        }
    }

    void drop_until(std::size_t end) {
        out_.append(static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(at_),
                                                        text_.begin() + static_cast<std::ptrdiff_t>(end), '\n')),
                    '\n');
        at_ = end;
    }

    std::string_view text_;
    bool keeps_literals_;
    std::size_t at_ = 0;
    std::string out_;
};

bool skip(std::string_view& line, std::string_view word) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.starts_with(word)) return false;
    line.remove_prefix(word.size());
    return true;
}

std::string included_by(std::string_view line) {
    if (!skip(line, "#") || !skip(line, "include")) return "";
    const bool quoted = skip(line, "\"");
    if (!quoted && !skip(line, "<")) return "";
    return std::string(line.substr(0, line.find(quoted ? '"' : '>')));
}

}  // namespace

std::vector<SourceFile> read_tree(const std::filesystem::path& root, const std::vector<std::string>& folders) {
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        for (auto each = std::filesystem::recursive_directory_iterator(root / folder); each != end(each); ++each) {
            if (each->path().filename() == "node_modules") each.disable_recursion_pending();
            const auto extension = each->path().extension();
            if (extension != ".h" && extension != ".cpp") continue;
            files.push_back({each->path().lexically_relative(root).generic_string(), read(each->path())});
        }
    }
    std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

std::string folder_of(std::string_view path) {
    constexpr std::string_view kService = "service/";
    if (!path.starts_with(kService)) return "";
    path.remove_prefix(kService.size());
    const auto slash = path.find('/');
    if (slash == std::string_view::npos) return path == "main.cpp" ? "main" : "";
    return std::string(path.substr(0, slash));
}

bool is_header(std::string_view path) { return path.ends_with(".h"); }

std::vector<std::string> includes_of(const SourceFile& file) {
    std::vector<std::string> found;
    std::istringstream lines(Stripper(file.text, true).run());
    for (std::string line; std::getline(lines, line);) {
        if (auto include = included_by(line); !include.empty()) found.push_back(std::move(include));
    }
    return found;
}

std::string code_of(std::string_view text) { return Stripper(text, false).run(); }

}  // namespace toolkitd::structure

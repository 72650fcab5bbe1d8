// A content file as text: valid UTF-8 in lines, with the places in it counted as people count them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content/source.h"

namespace toolkitd::content {

// A place in a file. Both count from 1; columns in bytes. 0 and 0: the file as a whole.
struct Mark {
    int line = 0;
    int column = 0;
};

// Immutable, and safe to read from any thread.
class TextFile {
public:
    // Takes the bytes as they are on disk: drops a byte order mark, and makes all line ends `\n`.
    explicit TextFile(const File& file);

    const std::string& path() const { return path_; }
    std::string_view text() const { return text_; }

    // The place of a byte of `text()`; its size gives the end.
    Mark mark_at(std::size_t offset) const;

    // The column of a place in characters, from 1; 0 for the file as a whole.
    int column_in_characters(Mark mark) const;

private:
    std::string path_;
    std::string text_;
    std::vector<std::size_t> line_starts_;
};

// A character, and how many bytes it takes: 0 where no valid UTF-8 begins.
struct Character {
    char32_t code = 0;
    std::size_t length = 0;
};

Character first_character(std::string_view text);

// The offset of the first byte that is not part of valid UTF-8 (RFC 3629); nothing when all are.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// The offset of the first control character (C0 or C1) other than tab and line feed, or of U+FFFE or U+FFFF, which
// stand for no character and which cmark writes as bytes that are no UTF-8; nothing when there is none.
std::optional<std::size_t> find_control_character(std::string_view text);

}  // namespace toolkitd::content

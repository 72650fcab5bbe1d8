#include "content/prose_lookalikes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "content/text_file.h"

namespace toolkitd::content {
namespace {

constexpr std::string_view kBullet =
    "this bullet is no Markdown, and the lines would run together; begin each line with `- `";
constexpr std::string_view kNumber =
    "this numbering is no Markdown, and the lines would run together; begin each line with `1. `, `2. ` and so on";
constexpr std::string_view kNoSpace = "a space is missing behind the sign at the beginning of the line; add it";
constexpr std::string_view kTable =
    "a table cannot be shown here, and its lines would run together; write a list, or sentences";
constexpr std::string_view kBadSpace =
    "a no-break space, or one of another kind, where only an ordinary space can stand; delete it and press the space "
    "bar";

// Word processors write these, and private ones of their symbol fonts, at the beginning of a list's line.
constexpr auto kBullets = std::to_array<char32_t>({0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0, 0x25A1,
                                                   0x25AA, 0x25AB, 0x25CB, 0x25CF, 0x25E6, 0x2B1D, 0x30FB, 0xB7});
constexpr auto kPerhapsBullets =
    std::to_array<char32_t>({0x2013, 0x2014, 0x2012, 0x2212, 0x2192, 0x25B6, 0x25BA, 0x2713, 0x2714, 0x2605, 0x2606,
                             0x2756, 0x2794, 0x27A2, 0x27A4});

bool is_one_of(char32_t c, const auto& all) { return std::find(all.begin(), all.end(), c) != all.end(); }

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A space that Markdown does not take for one.
bool is_false_space(char32_t c) {
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 ||
           c == 0xFEFF;
}

// What a line begins with, where it could have been meant for a sign of Markdown's.
enum class Sign { none, bullet, perhaps_bullet, number, tight_bullet, row };

struct Line {
    int number = 0;
    std::string_view text;  // without the spaces in front
    std::size_t indent = 0;
    Sign sign = Sign::none;
    std::string label{};  // the number's, without what stands around it
};

std::string_view without_spaces(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

// "a" of "a. Report" and of "a) Report".
std::optional<std::string> letter_label(std::string_view text) {
    const auto end = text.find_first_of(".)");
    if (end == 0 || end == std::string_view::npos || end > 4 || end + 1 >= text.size() || text[end + 1] != ' ')
        return std::nullopt;
    const auto label = text.substr(0, end);
    const bool letters = std::all_of(label.begin(), label.end(), is_letter);
    return letters ? std::optional(std::string(label)) : std::nullopt;
}

// "3" of "3.Report": a number as Markdown's, but for the space.
std::optional<std::string> tight_number(std::string_view text) {
    const auto digits = text.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos || digits > 3 || digits + 1 >= text.size()) return std::nullopt;
    const bool sign = text[digits] == '.' || text[digits] == ')';
    return sign && is_letter(text[digits + 1]) ? std::optional(std::string(text.substr(0, digits))) : std::nullopt;
}

bool is_row(std::string_view text) {
    const auto last = text.find_last_not_of(" \t");
    return text.starts_with('|') && last != 0 && text[last] == '|' && text.find('|', 1) != std::string_view::npos;
}

// The line of dashes below a table's head.
bool is_table_rule(std::string_view text) {
    const bool fits = text.find_first_not_of(" \t|:-") == std::string_view::npos;
    return fits && text.find('|') != std::string_view::npos && text.find("--") != std::string_view::npos;
}

Line read_line(std::string_view text, int number) {
    Line line{number, without_spaces(text), 0};
    line.indent = text.size() - line.text.size();
    const auto [first, length] = first_character(line.text);
    if (length == 0) return line;
    const auto rest = line.text.substr(length);
    const bool spaced = rest.starts_with(' ') || rest.starts_with('\t') || is_false_space(first_character(rest).code);
    if (is_one_of(first, kBullets) || (first >= 0xF000 && first <= 0xF0FF)) {
        line.sign = Sign::bullet;
    } else if (is_one_of(first, kPerhapsBullets) && spaced) {
        line.sign = Sign::perhaps_bullet;
    } else if (const auto label = letter_label(line.text)) {
        line.sign = Sign::number;
        line.label = *label;
    } else if (const auto digits = tight_number(line.text)) {
        line.sign = Sign::number;
        line.label = *digits;
    } else if ((first == '-' || first == '*' || first == '+') && !rest.empty() && is_letter(rest.front()) &&
               std::count(line.text.begin(), line.text.end(), static_cast<char>(first)) == 1) {
        line.sign = Sign::tight_bullet;
    } else if (is_row(line.text)) {
        line.sign = Sign::row;
    }
    return line;
}

// Whether the second label comes after the first: "a" and "b", "i" and "ii", "3" and "4".
bool follows(const std::string& first, const std::string& second) {
    if (first.empty() || second.empty()) return false;
    if (is_digit(first.front()) && is_digit(second.front())) return std::stoi(second) == std::stoi(first) + 1;
    if (first.size() == 1 && second.size() == 1) return second[0] == first[0] + 1;
    constexpr auto kRoman =
        std::to_array<std::string_view>({"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"});
    constexpr auto kCapital =
        std::to_array<std::string_view>({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"});
    for (const auto* all : {&kRoman, &kCapital}) {
        const auto at = std::find(all->begin(), all->end(), first);
        if (at != all->end() && at + 1 != all->end() && *(at + 1) == second) return true;
    }
    return false;
}

// What the line says alone: nothing, or what is wrong with it.
struct Fault {
    Rule rule;
    std::size_t at;
    std::string_view message;
};

// A sign of Markdown's, or of a word processor's, with a space behind it that is none.
std::optional<Fault> false_space(std::string_view text) {
    const auto leading = first_character(text);
    const bool begins_falsely = leading.length > 1 && is_false_space(leading.code);
    auto rest = begins_falsely ? without_spaces(text.substr(leading.length)) : text;
    const std::size_t skipped = text.size() - rest.size();
    const auto hashes = std::min(rest.find_first_not_of('#'), rest.size());
    const auto digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    std::size_t sign = 0;
    if (hashes >= 1 && hashes <= 6) sign = hashes;
    if (digits >= 1 && digits <= 9 && digits < rest.size() && (rest[digits] == '.' || rest[digits] == ')'))
        sign = digits + 1;
    if (rest.starts_with('-') || rest.starts_with('+') || rest.starts_with('*')) sign = 1;
    if (sign == 0) return std::nullopt;
    const auto behind = first_character(rest.substr(sign));
    if (behind.length > 1 && is_false_space(behind.code)) return Fault{Rule::bad_space, skipped + sign, kBadSpace};
    const bool is_sign = rest.size() > sign && (rest[sign] == ' ' || rest[sign] == '\t');
    return begins_falsely && is_sign ? std::optional(Fault{Rule::bad_space, 0, kBadSpace}) : std::nullopt;
}

// Word's numbers and its second bullet, which is the letter o, come with a tab.
bool is_pasted(std::string_view text) {
    const auto tab = text.find('\t');
    if (tab == std::string_view::npos || tab == 0 || tab > 6) return false;
    auto label = text.substr(0, tab);
    if (label == "o" || label == "\xC2\xA7") return true;
    if (label.starts_with('(')) label.remove_prefix(1);
    if (!label.ends_with('.') && !label.ends_with(')')) return false;
    label.remove_suffix(1);
    const bool plain = !label.empty() && std::all_of(label.begin(), label.end(),
                                                     [](char c) { return is_letter(c) || is_digit(c) || c == '.'; });
    const bool markdowns = !text.starts_with('(') && std::all_of(label.begin(), label.end(), is_digit);
    return plain && !markdowns;
}

std::optional<Fault> fault_of(const Line& line) {
    if (auto fault = false_space(line.text)) return fault;
    const auto hashes = std::min(line.text.find_first_not_of('#'), line.text.size());
    const bool heading = hashes >= 2 && hashes <= 6 && hashes < line.text.size() && line.text[hashes] != ' ' &&
                         line.text[hashes] != '\t';
    if (heading) return Fault{Rule::lookalike, 0, kNoSpace};
    if (line.sign == Sign::bullet) return Fault{Rule::lookalike, 0, kBullet};
    if (is_pasted(line.text))
        return Fault{Rule::lookalike, 0,
                     line.text.starts_with('o') || line.text.starts_with('\xC2') ? kBullet : kNumber};
    return std::nullopt;
}

// What two lines, one below the other, say together.
std::optional<Fault> fault_of(const Line& line, const Line& next) {
    if (next.text.find('|') != std::string_view::npos && is_table_rule(next.text) &&
        line.text.find('|') != std::string_view::npos) {
        return Fault{Rule::lookalike, 0, kTable};
    }
    if (line.sign == Sign::none || line.sign != next.sign) return std::nullopt;
    switch (line.sign) {
        case Sign::perhaps_bullet: return Fault{Rule::lookalike, 0, kBullet};
        case Sign::tight_bullet: return Fault{Rule::lookalike, 0, kNoSpace};
        case Sign::row: return Fault{Rule::lookalike, 0, kTable};
        case Sign::number:
            if (!follows(line.label, next.label)) return std::nullopt;
            return Fault{Rule::lookalike, 0, is_digit(line.label.front()) ? kNoSpace : kNumber};
        case Sign::none:
        case Sign::bullet: break;
    }
    return std::nullopt;
}

std::vector<Line> lines_of(const Prose& prose) {
    std::vector<Line> lines;
    auto rest = prose.body;
    for (int number = prose.first_line; !rest.empty(); ++number) {
        const auto text = rest.substr(0, rest.find('\n'));
        lines.push_back(read_line(text, number));
        rest.remove_prefix(std::min(text.size() + 1, rest.size()));
    }
    return lines;
}

}  // namespace

// One fault for lines that belong together: the first of them is enough to see what is meant.
void check_lookalikes(const Prose& prose, const Report& report) {
    const auto lines = lines_of(prose);
    bool goes_on = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        auto fault = fault_of(lines[i]);
        if (!fault && i + 1 < lines.size()) fault = fault_of(lines[i], lines[i + 1]);
        if (fault && (!goes_on || fault->rule == Rule::bad_space)) {
            report.add(fault->rule, {lines[i].number, static_cast<int>(lines[i].indent + fault->at) + 1},
                       std::string(fault->message));
        }
        goes_on = fault.has_value();
    }
}

void check_bare_addresses(std::string_view text, Mark place, const Report& report) {
    constexpr auto kBeginnings = std::to_array<std::string_view>({"https://", "http://", "mailto:", "www."});
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = text.substr(at);
        const bool within =
            at > 0 && (is_letter(text[at - 1]) || is_digit(text[at - 1]) || text[at - 1] == '/' || text[at - 1] == '.');
        const auto found =
            std::find_if(kBeginnings.begin(), kBeginnings.end(), [rest](auto each) { return rest.starts_with(each); });
        const auto before = text.substr(0, at);
        const bool told = before.ends_with("](") || before.ends_with("] (");  // as a link that is broken
        if (within || told || found == kBeginnings.end()) continue;
        const auto behind = rest.substr(found->size());
        const auto address = rest.substr(0, rest.find_first_of(" \t\n<>\""));
        const bool has_dot = address.find('.', found->size() + 1) != std::string_view::npos || *found == "http://" ||
                             *found == "https://";
        if (behind.empty() || !(is_letter(behind.front()) || is_digit(behind.front()) || behind.front() == '[') ||
            !has_dot)
            continue;
        report.add(
            Rule::bare_address, {place.line, place.column + static_cast<int>(at)},
            "this address is no link; write [the words][name] in its place, and the address under `links` above");
        at += address.size();
    }
}

}  // namespace toolkitd::content

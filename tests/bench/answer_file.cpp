#include "bench/answer_file.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace toolkitd::bench {
namespace {

bool is_written_by_servers(const std::string& name) {
    static constexpr auto kNames = std::to_array<std::string_view>({"Connection", "Content-Length", "Date"});
    return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

std::string read(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) throw std::runtime_error("cannot read " + file);
    return bytes.str();
}

}  // namespace

std::string Answer::field(const std::string& name) const {
    for (const auto& [each, value] : fields) {
        if (each == name) return value;
    }
    return {};
}

std::vector<std::pair<std::string, std::string>> Answer::own_fields() const {
    auto own = fields;
    std::erase_if(own, [](const auto& field) { return is_written_by_servers(field.first); });
    return own;
}

Answer read_answer(const std::string& file) {
    Answer answer{read(file), {}, {}};
    const auto end = answer.bytes.find("\r\n\r\n");
    if (end == std::string::npos) throw std::runtime_error(file + " holds no answer");
    answer.content = answer.bytes.substr(end + 4);
    std::istringstream lines(answer.bytes.substr(0, end + 2));
    std::string line;
    std::getline(lines, line);  // the status line
    while (std::getline(lines, line)) {
        const auto colon = line.find(": ");
        answer.fields.emplace_back(line.substr(0, colon), line.substr(colon + 2, line.size() - colon - 3));
    }
    return answer;
}

}  // namespace toolkitd::bench

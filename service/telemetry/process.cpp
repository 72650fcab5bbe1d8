#include "telemetry/process.h"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace toolkitd::telemetry {
namespace {

// proc(5): the fields of /proc/self/stat from the third on, for the second is a name that may hold spaces.
std::vector<std::string> fields_of_stat() {
    std::ifstream file("/proc/self/stat");
    std::string text;
    std::getline(file, text);
    std::istringstream rest(text.substr(std::min(text.size(), text.rfind(')') + 1)));
    std::vector<std::string> fields;
    for (std::string field; rest >> field;) fields.push_back(field);
    return fields;
}

double seconds_of_boot() {
    std::ifstream file("/proc/stat");
    for (std::string name; file >> name; file.ignore(1'000'000, '\n')) {
        double seconds = 0;
        if (name == "btime" && file >> seconds) return seconds;
    }
    return 0;
}

// Looking at the folder takes a descriptor, too.
std::uint64_t open_descriptors() {
    std::error_code error;
    std::uint64_t count = 0;
    for (std::filesystem::directory_iterator each("/proc/self/fd", error), end; !error && each != end;
         each.increment(error)) {
        ++count;
    }
    return count > 0 ? count - 1 : 0;
}

std::uint64_t most_descriptors() {
    rlimit limit{};
    return getrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : 0;
}

}  // namespace

ProcessMeasures measure_process() {
    // By their numbers in proc(5), of which the first here is 3.
    const auto fields = fields_of_stat();
    const auto field = [&](std::size_t number) {
        return fields.size() > number - 3 ? std::stod(fields[number - 3]) : 0;
    };
    const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
    ProcessMeasures process;
    process.cpu_seconds = (field(14) + field(15)) / ticks;
    process.threads = static_cast<std::uint64_t>(field(20));
    process.start_time = seconds_of_boot() + field(22) / ticks;
    process.virtual_bytes = static_cast<std::uint64_t>(field(23));
    process.resident_bytes = static_cast<std::uint64_t>(field(24)) * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    process.open_descriptors = open_descriptors();
    process.most_descriptors = most_descriptors();
    return process;
}

}  // namespace toolkitd::telemetry

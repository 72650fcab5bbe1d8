// How a command says what went wrong.
#pragma once

#include <ostream>
#include <string_view>

#include "app/commands.h"
#include "app/load_site.h"

namespace toolkitd::app {

// "toolkitd: SENTENCE"; gives back the exit code of a command that could not be carried out.
inline int cannot(std::string_view sentence, Output output) {
    output.err << "toolkitd: " << sentence << '\n';
    return 2;
}

// Has whoever started a command know what it waits for.
inline Patience told_on(std::ostream& out) {
    return {.tell = [&out](const Unfinished& unfinished) {
        out << "toolkitd: waiting for " << unfinished.sentence() << '\n' << std::flush;
    }};
}

// The same, after each of the content's faults; 1 where it is the content that is at fault.
inline int cannot(const LoadFailure& failure, Output output) {
    for (const auto& fault : failure.faults) output.err << content::to_line(fault) << '\n';
    const int code = cannot(failure.sentence, output);
    return failure.faults.empty() ? code : 1;
}

}  // namespace toolkitd::app

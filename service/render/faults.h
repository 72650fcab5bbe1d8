// Faults in the content as JSON, for editors and CI.
//
// Plain values and pure functions, safe to call from any thread.
#pragma once

#include <string>
#include <vector>

namespace toolkitd::render {

struct Fault {
    std::string file;
    int line = 0;    // from 1; 0 where the fault is the file's as a whole
    int column = 0;  // likewise
    std::string rule;
    std::string message;
};

// An array, in the order given.
std::string faults_json(const std::vector<Fault>& faults);

}  // namespace toolkitd::render

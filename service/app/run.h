// The program: from its arguments to its exit code.
#pragma once

namespace toolkitd::app {

// Runs the command that the arguments name. 0: done; 1: the content is at fault, or the check did not pass; 2: the
// command could not be carried out. Writes what a person reads to standard output, and one sentence for each failure to
// standard error. Call it once, from the main thread.
int run(int argc, char** argv);

}  // namespace toolkitd::app

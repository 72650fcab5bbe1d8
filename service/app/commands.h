// What each command does. Each gives the program's exit code and writes what a person, or a program, reads.
#pragma once

#include <functional>
#include <iosfwd>

#include "app/command_line.h"

namespace toolkitd::app {

// Where a command writes: what was asked for, and what went wrong. The streams must outlive the command.
struct Output {
    std::ostream& out;
    std::ostream& err;
};

// Reads once more what the program was told when it started.
using ReadAgain = std::function<base::Result<Invocation, Answered>()>;

// Serves until the process is told to end (SIGTERM or SIGINT). Nothing listens unless the content is right. On SIGHUP
// the settings are read again, and the content.
int serve(const Invocation& invocation, const Serve& command, const ReadAgain& read_again, Output output);

// Tells every fault in a content folder.
int check(const Settings& settings, const Check& command, Output output);

// Prints what the service would answer, or every path that it has.
int show(const Settings& settings, const Show& command, Output output);

// Prints every instant at which something changes.
int timeline(const Settings& settings, Output output);

// Writes a mirror: a folder of files that says what the service says, also at instants that are still to come.
int export_mirror(const Settings& settings, const Export& command, Output output);

// Says whether a mirror's folder, or what is served at an address, says what the content says: 0 when it does, else 1;
// 2 where that could not be found out.
int verify(const Settings& settings, const Verify& command, Output output);

// Asks a running server for its health: 0 when it is well, else 1.
int probe(const Settings& settings, Output output);

}  // namespace toolkitd::app

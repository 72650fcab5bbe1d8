#include "app/run.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>

#include "app/command_line.h"
#include "app/commands.h"

namespace toolkitd::app {
namespace {

template <typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

int carry_out(const Invocation& invocation, const ReadAgain& read_again, Output output) {
    const Settings& settings = invocation.settings;
    return std::visit(Overloaded{[&](const Serve& command) { return serve(invocation, command, read_again, output); },
                                 [&](const Check& command) { return check(settings, command, output); },
                                 [&](const Show& command) { return show(settings, command, output); },
                                 [&](const Timeline&) { return timeline(settings, output); },
                                 [&](const Export& command) { return export_mirror(settings, command, output); },
                                 [&](const Verify& command) { return verify(settings, command, output); },
                                 [&](const Probe&) { return probe(settings, output); }},
                      invocation.command);
}

// Where one is closed, its number would go to the next file or client that is opened, and the log into that.
void open_standard_streams() {
    int number = 0;
    do number = open("/dev/null", O_RDWR);
    while (number >= 0 && number <= STDERR_FILENO);
    if (number > STDERR_FILENO) close(number);
}

}  // namespace

int run(int argc, char** argv) {
    open_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);
    try {
        const auto invocation = read_command_line(argc, argv);
        if (invocation) {
            return carry_out(*invocation, [argc, argv] { return read_command_line(argc, argv); },
                             {std::cout, std::cerr});
        }
        const Answered& answered = invocation.error();
        (answered.exit_code == 0 ? std::cout : std::cerr) << answered.text << std::flush;
        return answered.exit_code;
    } catch (const std::exception& error) {
        std::cerr << "toolkitd: cannot go on: " << error.what() << '\n';
        return 2;
    }
}

}  // namespace toolkitd::app

// The real program, started as a person or a supervisor starts it. Waits for what it prints and for its end, and for
// nothing else; a wait that takes too long throws std::runtime_error, which fails the test.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace toolkitd::testing {

// How to start it. The environment is the test's own without any variable of toolkitd's, and with these.
struct Start {
    std::vector<std::string> environment;      // "TOOLKITD_PORT=0"
    std::string folder = TOOLKITD_SOURCE_DIR;  // to start it in
};

struct Ended {
    int exit_code = 0;  // minus the signal's number where one ended it
    std::string out;
    std::string err;
};

class Program {
public:
    explicit Program(const std::vector<std::string>& arguments, const Start& start = {});
    ~Program();
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    // The next line that it prints, without its end.
    std::string line();

    void signal(int number) const;

    // Waits until it ends. What was read by `line` is not told again.
    Ended end();

    pid_t process() const { return process_; }

private:
    bool fill();

    pid_t process_ = -1;
    int out_ = -1;
    int err_ = -1;
    std::string out_text_;
    std::string err_text_;
};

// Starts it and waits for its end.
Ended run(const std::vector<std::string>& arguments, const Start& start = {});

}  // namespace toolkitd::testing

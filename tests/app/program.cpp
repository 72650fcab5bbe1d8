#include "app/program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace toolkitd::testing {
namespace {

constexpr int kPatience = 60'000;  // milliseconds; sanitizers on a busy machine are slow

std::vector<std::string> environment_with(const std::vector<std::string>& own) {
    std::vector<std::string> all = own;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        if (!std::string_view(*entry).starts_with("TOOLKITD_")) all.emplace_back(*entry);
    }
    return all;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (auto& text : texts) list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

struct Pipe {
    int read = -1;
    int write = -1;
};

Pipe make_pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("cannot make a pipe");
    return {ends[0], ends[1]};
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments, const Start& start) {
    const Pipe out = make_pipe();
    const Pipe err = make_pipe();
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, out.write, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, err.write, STDERR_FILENO);
    posix_spawn_file_actions_addchdir_np(&actions, start.folder.c_str());
    std::vector<std::string> words{TOOLKITD_BINARY};
    words.insert(words.end(), arguments.begin(), arguments.end());
    auto variables = environment_with(start.environment);
    const int error =
        posix_spawn(&process_, TOOLKITD_BINARY, &actions, nullptr, pointers(words).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    close(out.write);
    close(err.write);
    out_ = out.read;
    err_ = err.read;
    if (error != 0) throw std::runtime_error("cannot start " TOOLKITD_BINARY);
}

Program::~Program() {
    if (process_ > 0) {
        kill(process_, SIGKILL);
        waitpid(process_, nullptr, 0);
    }
    close(out_);
    close(err_);
}

// Reads some more of either stream; false when both have ended.
bool Program::fill() {
    std::array<pollfd, 2> waiting{{{out_, POLLIN, 0}, {err_, POLLIN, 0}}};
    if (out_ < 0 && err_ < 0) return false;
    if (poll(waiting.data(), waiting.size(), kPatience) <= 0)
        throw std::runtime_error("nothing more after " + out_text_);
    const auto read_from = [](const pollfd& ready, int& stream, std::string& text) {
        if (ready.revents == 0) return;
        std::array<char, 65'536> buffer;
        const auto count = read(stream, buffer.data(), buffer.size());
        if (count > 0) {
            text.append(buffer.data(), static_cast<std::size_t>(count));
        } else {
            close(std::exchange(stream, -1));
        }
    };
    read_from(waiting[0], out_, out_text_);
    read_from(waiting[1], err_, err_text_);
    return true;
}

std::string Program::line() {
    std::size_t end = 0;
    while ((end = out_text_.find('\n')) == std::string::npos) {
        if (!fill()) throw std::runtime_error("it ended after " + out_text_ + err_text_);
    }
    std::string text = out_text_.substr(0, end);
    out_text_.erase(0, end + 1);
    return text;
}

void Program::signal(int number) const { kill(process_, number); }

Ended Program::end() {
    while (fill()) {
    }
    int status = 0;
    waitpid(std::exchange(process_, -1), &status, 0);
    return {WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status), out_text_, err_text_};
}

Ended run(const std::vector<std::string>& arguments, const Start& start) { return Program(arguments, start).end(); }

}  // namespace toolkitd::testing

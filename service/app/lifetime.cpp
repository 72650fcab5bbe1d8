#include "app/lifetime.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string>
#include <system_error>
#include <utility>

namespace toolkitd::app {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;
using telemetry::Event;

// So often within the service manager's patience.
constexpr int kProofs = 4;

int blocked_signals() {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGHUP, SIGTERM, SIGINT}) sigaddset(&signals, signal);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    return signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
}

http::Descriptor opened(int number, const char* what) {
    if (number < 0) throw std::system_error(errno, std::generic_category(), what);
    return http::Descriptor(number);
}

std::string in_seconds(std::chrono::seconds time) { return std::to_string(time.count()) + " s"; }

}  // namespace

void end_at_once_until_there_are_signals() {
    sigset_t later;
    sigemptyset(&later);
    sigaddset(&later, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &later, nullptr);
    for (const int signal : {SIGTERM, SIGINT}) std::signal(signal, [](int) { _exit(0); });
}

Signals::Signals() : descriptor_(opened(blocked_signals(), "cannot wait for signals")) {}

int Signals::take() const {
    signalfd_siginfo information{};
    const auto count = read(descriptor(), &information, sizeof information);
    return count == sizeof information ? static_cast<int>(information.ssi_signo) : 0;
}

Lifetime::Lifetime(const Draining& draining, const Parts& parts)
    : draining_(draining),
      parts_(parts),
      over_(opened(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK), "cannot wait for the end")) {
    if (const auto patience = parts_.manager.patience()) watch_step_ = std::max(milliseconds{1}, *patience / kProofs);
}

void Lifetime::run() {
    std::array<pollfd, 2> waited{{{over_.number(), POLLIN, 0}, {parts_.signals.descriptor(), POLLIN, 0}}};
    for (;;) {
        poll(waited.data(), waited.size(), wait_until_next());
        if (waited[0].revents != 0) return;
        while (const int signal = parts_.signals.take()) obey(signal);
        if (next_stage_ && steady_clock::now() >= *next_stage_) go_on();
        if (watch_step_ && steady_clock::now() >= next_watch_) watch();
    }
}

void Lifetime::over() noexcept {
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = write(over_.number(), &one, sizeof one);
}

void Lifetime::obey(int signal) {
    if (signal == SIGHUP) {
        if (stage_ == Stage::serving) parts_.reloader.ask();
    } else if (stage_ == Stage::serving) {
        begin_to_end();
    } else {
        parts_.log.warning(Event::stop, "told to end a second time: it ends at once");
        stage_ = Stage::draining;
        go_on();
    }
}

void Lifetime::begin_to_end() {
    parts_.service.end_readiness();
    parts_.transport.end_connections();
    parts_.manager.stopping("not ready any more");
    parts_.log.info(Event::stop, "told to end: not ready any more, listens for another " + in_seconds(draining_.delay) +
                                     ", then has " + in_seconds(draining_.time) + " to answer what was asked");
    stage_ = Stage::not_ready;
    next_stage_ = steady_clock::now() + draining_.delay;
}

void Lifetime::go_on() {
    if (stage_ == Stage::not_ready) {
        parts_.transport.drain();
        stage_ = Stage::draining;
        next_stage_ = steady_clock::now() + draining_.time;
    } else {
        parts_.transport.stop();
        stage_ = Stage::stopped;
        next_stage_.reset();
    }
}

// A loop that hangs does not turn, and then the service manager is told nothing.
void Lifetime::watch() {
    const bool turned = std::exchange(turns_, parts_.transport.turned());
    if (turns_) parts_.manager.alive();
    if (turned && !turns_)
        parts_.log.warning(Event::fault, "a loop hangs: the service manager is not told that all is well");
    if (!turned && turns_) parts_.log.info(Event::fault, "every loop turns again");
    parts_.transport.nudge();
    next_watch_ = steady_clock::now() + *watch_step_;
}

int Lifetime::wait_until_next() const {
    if (!next_stage_ && !watch_step_) return -1;
    auto next = next_stage_.value_or(Time::max());
    if (watch_step_) next = std::min(next, next_watch_);
    const auto left = std::chrono::ceil<milliseconds>(next - steady_clock::now());
    return static_cast<int>(std::clamp<milliseconds::rep>(left.count(), 0, 3'600'000));
}

}  // namespace toolkitd::app

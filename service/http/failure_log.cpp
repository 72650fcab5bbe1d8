#include "http/failure_log.h"

#include <cxxabi.h>

#include <cstdlib>
#include <memory>
#include <string>
#include <system_error>

#include "http/route_table.h"

namespace toolkitd::http {
namespace {

std::string demangled(const char* name) {
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> text(abi::__cxa_demangle(name, nullptr, nullptr, &status),
                                                           &std::free);
    return text ? text.get() : name;
}

void write(const telemetry::Log& log, const Failure& failure) {
    const std::string method(word(failure.method));
    const std::string route(failure.route ? failure.route->path : "none");
    const std::string id(failure.id.text());
    log.error(telemetry::Event::fault, "500 for " + method + " " + route + ": " + failure.exception + ", request " + id,
              {{"method", method},
               {"route", route},
               {"status", std::int64_t{500}},
               {"exception", failure.exception},
               {"request_id", id}});
}

}  // namespace

std::string current_exception_name() {
    const auto* type = abi::__cxa_current_exception_type();
    const std::string name = type ? demangled(type->name()) : "unknown";
    try {
        throw;
    } catch (const std::system_error& error) {  // the number says what no type does
        return name + " (" + error.code().category().name() + ":" + std::to_string(error.code().value()) + ")";
    } catch (...) {
        return name;
    }
}

void FailureLog::failed(const Failure& failure) noexcept {
    try {
        write(log_, failure);
    } catch (...) {  // a line less
    }
    if (next_) next_->failed(failure);
}

void FailureLog::saw(unsigned loop, const Exchange& exchange) noexcept {
    if (next_) next_->saw(loop, exchange);
}

void FailureLog::moved(unsigned loop, std::optional<ConnectionState> from, std::optional<ConnectionState> to) noexcept {
    if (next_) next_->moved(loop, from, to);
}

}  // namespace toolkitd::http

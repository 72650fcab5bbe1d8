// Outcomes as values: a Result<T> is either a T or the error that kept it from being made.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace toolkitd::base {

// A sentence for the operator: what happened, where, and what to do about it.
struct Failure {
    std::string sentence;
};

template <typename T, typename E = Failure>
using Result = tl::expected<T, E>;

inline tl::unexpected<Failure> fail(std::string sentence) {
    return tl::unexpected<Failure>(Failure{std::move(sentence)});
}

}  // namespace toolkitd::base

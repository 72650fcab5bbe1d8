// What every target asserts with.
#pragma once

#include <stdexcept>
#include <string_view>

namespace toolkitd::fuzz {

// A property that an input has broken. libFuzzer takes it for a crash and keeps the input; GoogleTest fails the test.
class BrokenProperty : public std::logic_error {
public:
    using std::logic_error::logic_error;
};

// Throws BrokenProperty with the sentence, which says what should have held, unless it holds.
void require(bool holds, std::string_view sentence);

}  // namespace toolkitd::fuzz

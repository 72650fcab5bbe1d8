// The examples and the rules of W3C Trace Context, Level 1, section 3.2.
#include "http/trace.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace toolkitd::http {
namespace {

constexpr std::string_view kTrace = "4bf92f3577b34da6a3ce929d0e0e4736";

std::string id_in(std::string_view value) {
    const auto id = read_traceparent(value);
    return id ? std::string(id->text()) : "none";
}

TEST(Trace, is_named_by_the_second_part) {
    EXPECT_EQ(id_in("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), kTrace);
    EXPECT_EQ(id_in("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"), kTrace);
}

TEST(Trace, is_named_so_in_later_versions_that_add_to_it) {
    EXPECT_EQ(id_in("cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), kTrace);
    EXPECT_EQ(id_in("cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes-later"), kTrace);
}

TEST(Trace, is_none_where_a_rule_is_broken) {
    for (const std::string_view value : {
             "",
             "00",
             "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0",
             "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-",
             "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
             "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.more",
             "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
             "0g-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
             "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
             "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
             "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
             "00-4bf92f3577b34da6a3ce929d0e0e473x-00f067aa0ba902b7-01",
             "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902bx-01",
             "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x",
             "00_4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
             "00-4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7-01",
             "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7_01",
         }) {
        EXPECT_EQ(id_in(value), "none") << value;
    }
}

TEST(Trace, is_none_where_a_request_has_two) {
    const std::string value = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    const std::vector<Field> two(2, {FieldName::traceparent, value});
    EXPECT_TRUE(trace_of({Method::get, "/", {}, std::span(two).first(1)}));
    EXPECT_FALSE(trace_of({Method::get, "/", {}, two}));
    EXPECT_FALSE(trace_of({Method::get, "/", {}, {}}));
}

}  // namespace
}  // namespace toolkitd::http

// A handler that throws: what is left in the log, and what is not.
#include "http/failure_log.h"

#include <gtest/gtest.h>

#include <new>
#include <stdexcept>
#include <string>
#include <system_error>

#include "http/answering.h"
#include "http/head.h"
#include "http/responder.h"
#include "http/traffic.h"
#include "support/fake_clock.h"
#include "support/times.h"

namespace toolkitd::http {
namespace {

constexpr std::string_view kTrace = "0af7651916cd43dd8448eb211c80319c";

// The lines that are written for a request to a handler that throws.
template <typename Throw>
std::string logged(Throw thrown, std::string_view target, std::string_view fields = {},
                   telemetry::Format format = telemetry::Format::text) {
    ::testing::internal::CaptureStdout();
    {
        const telemetry::Log log(telemetry::Level::error, format);
        FailureLog failures(log);
        Traffic traffic(1, &failures);
        const testing::Answering handler([&](const Request&) -> Response { throw thrown; });
        const testing::FakeClock clock(testing::at("2024-08-28T04:00:00Z"));
        Responder responder(handler, clock, &traffic);
        const std::string bytes =
            "GET " + std::string(target) + " HTTP/1.1\r\nHost: x\r\n" + std::string(fields) + "\r\n";
        EXPECT_EQ(responder.answer(*check_head(bytes, {}))->response.status, 500);
    }
    return ::testing::internal::GetCapturedStdout();
}

std::string with_trace() { return "Traceparent: 00-" + std::string(kTrace) + "-b7ad6b7169203331-01\r\n"; }

TEST(FailureLog, NamesRouteExceptionAndRequest) {
    const auto line = logged(std::out_of_range("secret"), "/v1/toolkits/lereporting?as_of=2024-08-28", with_trace());
    EXPECT_NE(line.find("500 for GET /v1/toolkits/{toolkit}: std::out_of_range, request " + std::string(kTrace)),
              std::string::npos)
        << line;
    EXPECT_NE(logged(std::bad_alloc(), "/v1").find("500 for GET /v1: std::bad_alloc, request "), std::string::npos);
    EXPECT_NE(logged(1, "/nothing").find("500 for GET none: int, request "), std::string::npos);
}

TEST(FailureLog, TellsTheNumberOfAnErrorOfTheSystem) {
    const auto line = logged(std::system_error(ENOMEM, std::generic_category(), "secret"), "/v1");
    EXPECT_NE(line.find("std::system_error (generic:12)"), std::string::npos) << line;
    EXPECT_EQ(line.find("secret"), std::string::npos);
}

TEST(FailureLog, HoldsNothingThatAReaderSent) {
    for (const auto format : {telemetry::Format::text, telemetry::Format::json}) {
        const auto line = logged(std::runtime_error("secret"), "/v1/toolkits/secret?secret=secret",
                                 "User-Agent: secret\r\nReferer: secret\r\nTraceparent: secret\r\n", format);
        EXPECT_EQ(line.find("secret"), std::string::npos) << line;
        EXPECT_NE(line.find("/v1/toolkits/{toolkit}"), std::string::npos) << line;
    }
}

TEST(FailureLog, MakesAnIdWhereTheRequestHasNone) {
    const auto line = logged(std::runtime_error(""), "/v1");
    const auto at = line.find(", request ");
    ASSERT_NE(at, std::string::npos) << line;
    const auto id = line.substr(at + 10, 32);
    EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos) << line;
    EXPECT_EQ(logged(std::runtime_error(""), "/v1").find(id), std::string::npos);
}

TEST(FailureLog, HasFieldsAsJson) {
    const auto line = logged(std::runtime_error(""), "/v1", with_trace(), telemetry::Format::json);
    for (const std::string part : {R"("route":"/v1")", R"("exception":"std::runtime_error")", R"("status":500)",
                                   R"("level":"error")", R"("request_id":"0af7651916cd43dd8448eb211c80319c")"})
        EXPECT_NE(line.find(part), std::string::npos) << part << " in " << line;
}

}  // namespace
}  // namespace toolkitd::http

// A handler that answers with a function of the test's, for what no real content does; refuses as the service does.
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "http/common_fields.h"
#include "http/message.h"

namespace toolkitd::testing {

class Answering final : public http::Handler {
public:
    using Function = std::function<http::Response(const http::Request&)>;
    explicit Answering(Function function) : function_(std::move(function)) {}

    http::Response answer(const http::Request& request) const override { return function_(request); }
    http::Response refuse(const http::Refusal& refusal) const override {
        return http::problem_response({refusal.kind, refusal.sentence, {}}, "");
    }

private:
    Function function_;
};

inline http::Response text_response(std::string text, int status = 200) {
    http::Response response;
    response.status = status;
    response.text = std::move(text);
    return response;
}

// Answers with the path that was asked for.
inline Answering echoing_paths() {
    return Answering([](const http::Request& request) { return text_response(std::string(request.path)); });
}

}  // namespace toolkitd::testing

// cpp-httplib as it comes, with its thread pool: a thread waits for each client that is served.
//
//   bare_httplib PORT PATH=ANSWER...
#include <httplib.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <string>

#include "bench/answer_file.h"

namespace {

void add(httplib::Server& server, const std::string& path, const toolkitd::bench::Answer& answer) {
    server.Get(path, [answer](const httplib::Request&, httplib::Response& response) {
        for (const auto& [name, value] : answer.own_fields()) {
            if (name != "Content-Type") response.set_header(name, value);
        }
        response.set_header("Date", answer.field("Date"));
        response.set_content(answer.content, answer.field("Content-Type"));
    });
}

}  // namespace

int main(int count, char** arguments) try {
    if (count < 3) throw std::runtime_error("usage: bare_httplib PORT PATH=ANSWER...");
    httplib::Server server;
    server.set_tcp_nodelay(true);
    for (int i = 2; i < count; ++i) {
        const std::string argument = arguments[i];
        const auto equals = argument.find('=');
        add(server, argument.substr(0, equals), toolkitd::bench::read_answer(argument.substr(equals + 1)));
    }
    if (!server.listen("127.0.0.1", std::atoi(arguments[1]))) throw std::runtime_error("cannot listen");
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
}

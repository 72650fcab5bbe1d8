// GNU libmicrohttpd, a C library for HTTP servers, with an epoll loop a thread.
//
//   microhttpd PORT THREADS PATH=ANSWER...
#include <microhttpd.h>
#include <netinet/in.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <iostream>
#include <map>
#include <string>

#include "bench/answer_file.h"

namespace {

// A response is made once, and sent as often as it is asked for.
using Responses = std::map<std::string, MHD_Response*, std::less<>>;

MHD_Response* response_of(const toolkitd::bench::Answer& answer) {
    // libmicrohttpd copies the bytes and does not change them.
    auto* content = const_cast<char*>(answer.content.data());
    auto* response = MHD_create_response_from_buffer(answer.content.size(), content, MHD_RESPMEM_MUST_COPY);
    for (const auto& [name, value] : answer.own_fields()) {
        MHD_add_response_header(response, name.c_str(), value.c_str());
    }
    return response;
}

MHD_Result answer(void* responses, MHD_Connection* connection, const char* path, const char*, const char*, const char*,
                  std::size_t*, void**) {
    const auto& all = *static_cast<const Responses*>(responses);
    const auto found = all.find(path);
    return found == all.end() ? MHD_NO : MHD_queue_response(connection, MHD_HTTP_OK, found->second);
}

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

}  // namespace

int main(int count, char** arguments) try {
    if (count < 4) throw std::runtime_error("usage: microhttpd PORT THREADS PATH=ANSWER...");
    Responses responses;
    for (int i = 3; i < count; ++i) {
        const std::string argument = arguments[i];
        const auto equals = argument.find('=');
        responses[argument.substr(0, equals)] = response_of(toolkitd::bench::read_answer(argument.substr(equals + 1)));
    }
    const auto address = loopback(std::atoi(arguments[1]));
    const auto threads = static_cast<unsigned>(std::atoi(arguments[2]));
    auto* daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, nullptr, nullptr, &answer, &responses,
                                    MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_THREAD_POOL_SIZE, threads,
                                    MHD_OPTION_CONNECTION_LIMIT, 1024U, MHD_OPTION_END);
    if (!daemon) throw std::runtime_error("cannot listen");
    pause();
} catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
}

// Where a service that listens on the loopback interface is reached, known before its content is loaded: what names
// whole addresses works there without the setting public_url.
//
// Used on one thread.
#pragma once

#include <optional>
#include <string>

#include "http/descriptor.h"
#include "http/transport.h"

namespace toolkitd::app {

class OwnAddress {
public:
    // For the settings with which a transport will be opened; `handed_socket` is one that listens already. Where any
    // free port is asked for, chooses one, writes it into the settings, and keeps it from others until this goes.
    OwnAddress(http::TransportSettings& settings, std::optional<int> handed_socket);

    // "http://127.0.0.1:8080"; empty where others may reach the service, for they would reach themselves at it.
    const std::string& url() const { return url_; }

private:
    http::Descriptor reserved_;  // bound, and does not listen
    std::string url_;
};

}  // namespace toolkitd::app

#include "http/probe.h"

#include <httplib.h>

namespace toolkitd::http {

base::Result<int> probe(const Address& address, const std::string& path, std::chrono::seconds patience) {
    httplib::Client client(address.host, address.port);
    client.set_connection_timeout(patience);
    client.set_read_timeout(patience);
    const auto answer = client.Get(path);
    if (!answer) {
        return base::fail("no answer from " + url_of(address) + path + ": " + httplib::to_string(answer.error()));
    }
    return answer->status;
}

}  // namespace toolkitd::http

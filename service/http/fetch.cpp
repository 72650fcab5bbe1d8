#include "http/fetch.h"

#include <httplib.h>

#include <regex>

#include "http/field_name.h"

namespace toolkitd::http {
namespace {

class HttplibFetcher final : public Fetcher {
public:
    HttplibFetcher(const std::string& origin, std::string prefix, const FetchLimits& limits)
        : client_(origin), prefix_(std::move(prefix)), limits_(limits) {
        client_.set_connection_timeout(limits.patience);
        client_.set_read_timeout(limits.patience);
        client_.set_write_timeout(limits.patience);
        client_.set_keep_alive(true);
        client_.set_decompress(false);
        client_.set_follow_location(false);
    }

    base::Result<Fetched> get(const std::string& target,
                              const std::vector<std::pair<std::string, std::string>>& fields) override {
        Fetched fetched;
        bool too_long = false;
        const auto take = [&](const char* bytes, std::size_t count) {
            too_long = fetched.body.size() + count > limits_.body_bytes;
            if (!too_long) fetched.body.append(bytes, count);
            return !too_long;
        };
        const auto answer = client_.Get(prefix_ + target, httplib::Headers(fields.begin(), fields.end()), take);
        if (too_long) return base::fail("the answer is longer than " + std::to_string(limits_.body_bytes) + " bytes");
        if (!answer) return base::fail("no answer: " + httplib::to_string(answer.error()));
        fetched.status = answer->status;
        fetched.fields.assign(answer->headers.begin(), answer->headers.end());
        return fetched;
    }

private:
    httplib::Client client_;
    std::string prefix_;
    FetchLimits limits_;
};

}  // namespace

std::optional<std::string> Fetched::field(const std::string& name) const {
    for (const auto& [each, value] : fields) {
        if (equal_names(each, name)) return value;
    }
    return std::nullopt;
}

bool Fetched::says(const std::string& name, const std::string& value) const {
    const auto seen = field(name);
    return seen && (*seen == value || *seen == httplib::detail::decode_url(value, false));
}

base::Result<std::unique_ptr<Fetcher>> Fetcher::open(const std::string& url, const FetchLimits& limits) {
    static const std::regex kAddress(
        R"((https?)://((?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?)(/[^?#\s]*)?)");
    std::smatch parts;
    if (!std::regex_match(url, parts, kAddress)) {
        return base::fail("an address such as http://127.0.0.1:8080 is needed, without a query");
    }
#ifndef CPPHTTPLIB_OPENSSL_SUPPORT
    if (parts[1] == "https") {
        return base::fail("this program was built without TLS: ask over http://, where the machine itself serves that");
    }
#endif
    std::string prefix = parts[3].str();
    while (prefix.ends_with('/')) prefix.pop_back();
    return std::make_unique<HttplibFetcher>(parts[1].str() + "://" + parts[2].str(), prefix, limits);
}

}  // namespace toolkitd::http

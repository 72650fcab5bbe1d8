// What the module `toolkitd-fetch.so` gives to the program that loads it: the client, with TLS. It is a file of its own
// so that a process that serves carries no TLS library (docs/adr/0015).
#pragma once

#include <memory>
#include <string>

#include "http/fetch.h"

namespace toolkitd::http {

struct Origin {
    std::string address;  // scheme, host and port, as in the URL
    std::string host;     // a name or an IP address, without brackets
    std::string prefix;   // stands before every target
};

// Program and module hand each other C++ objects, and must therefore be of one build: `build` is compared before `open`
// is called, and is the first thing here for as long as there are modules.
struct FetchModule {
    const char* build;
    base::Result<std::unique_ptr<Fetcher>> (*open)(const Origin& origin, const FetchLimits& limits);
};

// The name of the one thing that the module shows: the same as in fetch_module.map.
constexpr const char* kFetchModuleName = "kToolkitdFetchModule";

// Of which build the binary is that this is called in.
const char* fetch_build();

}  // namespace toolkitd::http

extern "C" const toolkitd::http::FetchModule kToolkitdFetchModule;

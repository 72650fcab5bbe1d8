#include "http/load_fetch_module.h"

#include <dlfcn.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace toolkitd::http {
namespace {

// Beside the program; of a program that is installed into a folder `bin`, in `lib/toolkitd` beside that one. One place
// for each program, and none that the environment names.
std::filesystem::path module_path() {
    std::error_code error;
    const auto folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    const auto home = folder.filename() == "bin" ? folder.parent_path() / "lib/toolkitd" : folder;
    return home / "toolkitd-fetch.so";
}

// Stays loaded: OpenSSL does not bear being unloaded.
base::Result<const FetchModule*> load() {
    const auto path = module_path().string();
    void* loaded = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    const void* found = loaded ? dlsym(loaded, kFetchModuleName) : nullptr;
    if (!found) {
        const char* said = dlerror();
        return base::fail("what asks other servers, " + path + ", cannot be loaded: install it with the program (" +
                          (said ? said : "no reason is known") + ")");
    }
    const auto* module = static_cast<const FetchModule*>(found);
    if (std::string_view(module->build) != fetch_build()) {
        return base::fail(path + " is of another build, " + module->build + ", than this program, " + fetch_build() +
                          ": install the two together");
    }
    return module;
}

}  // namespace

const base::Result<const FetchModule*>& load_fetch_module() {
    static const auto kModule = load();
    return kModule;
}

}  // namespace toolkitd::http

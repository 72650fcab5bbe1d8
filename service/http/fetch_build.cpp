#include "http/fetch_module.h"

namespace toolkitd::http {

const char* fetch_build() { return TOOLKITD_VERSION " (" TOOLKITD_COMMIT ")"; }

}  // namespace toolkitd::http

// Loads the client, which is a module, where somebody else is to be asked.
#pragma once

#include "base/result.h"
#include "http/fetch_module.h"

namespace toolkitd::http {

// The module, loaded once and kept until the process ends. Fails with a sentence where it is not there, cannot be
// loaded, or is of another build than the program. Safe to call from any thread.
const base::Result<const FetchModule*>& load_fetch_module();

}  // namespace toolkitd::http

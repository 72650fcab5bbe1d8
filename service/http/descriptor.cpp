#include "http/descriptor.h"

#include <unistd.h>

namespace toolkitd::http {

Descriptor::~Descriptor() { close(); }

void Descriptor::close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
}

}  // namespace toolkitd::http

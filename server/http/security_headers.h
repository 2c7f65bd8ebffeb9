// The headers that every answer carries, whatever it is.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace cm {

// `secure`: everything is served over TLS; adds the header that keeps browsers on it.
std::vector<std::pair<std::string, std::string>> security_headers(bool secure);

}  // namespace cm

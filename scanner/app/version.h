#pragma once

#include <string>

namespace leaksieve {

/// What --version prints: leaksieve's own version and those of the libraries in use.
std::string version_text();

}  // namespace leaksieve

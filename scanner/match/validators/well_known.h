#pragma once

#include <string_view>

namespace leaksieve {

/// Whether `secret` is a sample from a provider's own documentation, which thousands of
/// repositories quote. Known by its SHA-256 only, so that no token stands in our files.
bool is_well_known(std::string_view secret);

}  // namespace leaksieve

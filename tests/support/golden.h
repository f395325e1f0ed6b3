#pragma once

#include <string>
#include <string_view>

namespace leaksieve::test {

/// Compares `actual` with the golden file fixtures/expected/<name>.
///
/// \return empty if they are the same bytes, else both between rulers. With
/// UPDATE_GOLDEN=1 in the environment the file is rewritten, and they are the same.
std::string golden_mismatch(std::string_view name, std::string_view actual);

}  // namespace leaksieve::test

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"

namespace leaksieve {

/// Reads the serialised EWAH bitmap that `data` starts with and takes it off `data`.
///
/// \return the numbers of its set bits, ascending, all below `limit`. A bit that is
/// not, or data that end too early, are an Error. Takes time and memory proportional to
/// `data` and `limit`, whatever lengths the runs claim.
/// Source: https://git-scm.com/docs/bitmap-format, "Appendix A: Serialization format
/// for an EWAH bitmap".
Result<std::vector<std::uint32_t>> take_ewah_bits(std::string_view& data,
                                                  std::uint32_t limit);

}  // namespace leaksieve

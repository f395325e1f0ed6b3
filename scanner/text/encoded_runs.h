#pragma once

#include <cstdint>
#include <string_view>

#include "scanner/text/decoded_text.h"

namespace leaksieve {

/// The most that is decoded of one run, in encoded bytes.
inline constexpr std::uint64_t kLongestRun = std::uint64_t{16} << 20;

/// Visits what runs of base64 and hexadecimal digits that touch `near` stand for, if
/// that begins as text does: 12 printable bytes or more, in ASCII or UTF-16. A run is
/// read from its own start, also where that is before `near`; it has 20 digits or more
/// (hexadecimal 32), begins no word but after an escape, and goes on over line ends
/// where its lines are equally long, 40 digits or more. What a run stands for depends
/// on nothing but its bytes and those beside it. Linear.
///
/// Gives the end of the last run it looked at or `near.end`, whichever is more; 0 if
/// the visitor wanted no more.
std::uint64_t visit_encoded_runs(std::string_view text, ByteSpan near,
                                 const DecodedVisitor& visit);

}  // namespace leaksieve

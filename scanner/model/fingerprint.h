#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace leaksieve {

/// The location fingerprint of a finding: 64 hexadecimal digits, no secret bytes in it,
/// so that it may stand in any report. It survives lines that move, since it counts the
/// findings of a rule in a path instead of its lines.
///
/// SHA-256 of "leaksieve/location/1", `where`, `rule`, `path`, and `ordinal` in
/// decimal, each followed by a NUL byte. `ordinal` is the number, from 0, of the
/// finding among those of the same rule, path and place in the report's order.
std::string location_fingerprint(std::string_view where, std::string_view rule,
                                 std::string_view path, std::uint64_t ordinal);

}  // namespace leaksieve

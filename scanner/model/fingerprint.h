#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scanner/model/finding.h"

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

/// A key of fingerprints. Whoever has it and a fingerprint can try guesses.
struct Salt {
  std::string name;  ///< that entries give; may be empty
  std::string key;   ///< as it is written in the file, hexadecimal or not
};

/// What policy knows a finding by, "name:" of the salt, unless that is empty, and 64
/// hexadecimal digits: HMAC-SHA256 with the salt's key over parts that are followed by
/// a NUL byte each, but for the last:
///
///     a secret          "leaksieve/secret/1", rule, secret
///     a whole file      "leaksieve/file/1", rule, path
///     a log statement   "leaksieve/log/1", rule, path, call, expression that leaks;
///     the
///                       call's first 4,096 bytes, runs of blanks as one blank
///
/// So a secret keeps its fingerprint wherever it goes. `path` is the finding's as
/// policy knows it: from the root of the repository.
std::string keyed_fingerprint(const Salt& salt, const Finding& finding,
                              std::string_view path);

/// The name of the salt of a keyed fingerprint; empty for the one without a name.
constexpr std::string_view salt_name(std::string_view fingerprint) {
  const std::size_t colon = fingerprint.find(':');
  return colon == std::string_view::npos ? "" : fingerprint.substr(0, colon);
}

}  // namespace leaksieve

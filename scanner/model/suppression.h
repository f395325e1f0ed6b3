#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace leaksieve {

/// What lets a finding pass, in the order in which it is asked; the first that does is
/// the one that is named. The names are the keys of "suppressed" in the JSON report.
enum class SuppressedBy { path, inline_comment, allowlist, ignore, baseline };

inline constexpr std::array<std::string_view, 5> kSuppressionNames = {
    "path", "inline", "allowlist", "ignore", "baseline"};

constexpr std::string_view name_of(SuppressedBy by) {
  return kSuppressionNames[static_cast<std::size_t>(by)];
}

/// Why a finding is not shown.
struct Suppression {
  SuppressedBy by = SuppressedBy::ignore;
  std::string source;  ///< "gitleaks:allow on line 3", ".leaksieve.toml:12"
  std::string reason;  ///< what its author gave, bytes as they stand; may be empty
};

/// How many findings each kind of suppression took, by SuppressedBy.
using SuppressionCounts = std::array<std::uint64_t, kSuppressionNames.size()>;

}  // namespace leaksieve

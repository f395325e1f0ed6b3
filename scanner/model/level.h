#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace leaksieve {

/// The damage if the finding is real. Ordered: a later one is worse.
enum class Severity { low, medium, high, critical };

/// How sure we are that it is a real secret. Ordered; `proven` means that the text's
/// own structure says so (a checksum that holds), never that a provider was asked.
enum class Confidence { low, medium, high, proven };

inline constexpr std::array<std::string_view, 4> kSeverityNames = {"low", "medium",
                                                                   "high", "critical"};
inline constexpr std::array<std::string_view, 4> kConfidenceNames = {"low", "medium",
                                                                     "high", "proven"};

constexpr std::string_view name_of(Severity severity) {
  return kSeverityNames[static_cast<std::size_t>(severity)];
}
constexpr std::string_view name_of(Confidence confidence) {
  return kConfidenceNames[static_cast<std::size_t>(confidence)];
}

/// Nothing if `name` is none of the four.
constexpr std::optional<Severity> severity_named(std::string_view name) {
  for (std::size_t i = 0; i < kSeverityNames.size(); ++i) {
    if (kSeverityNames[i] == name) return static_cast<Severity>(i);
  }
  return std::nullopt;
}
constexpr std::optional<Confidence> confidence_named(std::string_view name) {
  for (std::size_t i = 0; i < kConfidenceNames.size(); ++i) {
    if (kConfidenceNames[i] == name) return static_cast<Confidence>(i);
  }
  return std::nullopt;
}

}  // namespace leaksieve

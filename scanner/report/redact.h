#pragma once

#include <cstddef>
#include <string>

#include "scanner/model/finding.h"

namespace leaksieve {

/// Whether a report shows secrets whole (--show-secrets) or redacted.
enum class Secrets { redacted, shown };

/// A long prefix and the last four bytes together must not give a short token away.
inline constexpr std::size_t kMinHiddenBytes = 8;

/// The secret as a report may show it, the same in every format:
/// - shown: as it is; bytes are not changed, the format escapes them;
/// - an identifier (rule.identifier): as it is;
/// - the expression that a log statement prints: as it is, unless a string literal
///   stands in it;
/// - a token of 20 bytes or more whose rule has a public prefix that it starts with:
/// the
///   longest such prefix, "…" (U+2026), and the last four bytes if they are printable
///   ASCII, provided that at least kMinHiddenBytes stay out;
/// - anything else: "[N characters]" with the length in bytes;
/// - empty if the finding has no secret (a whole file).
std::string secret_for_report(const Finding& finding, Secrets secrets);

/// What names the secret on its line: the name, the operator and the quotes that stand
/// right before it ("key = \""), "…" before them where something is left out. Nothing
/// else of the line is shown, because it may hold another secret; neither is a name
/// that may be one: long and with several digits, or without an operator after it. With
/// shown secrets the whole lead. Not escaped.
std::string lead_for_report(const Finding& finding, Secrets secrets);

}  // namespace leaksieve

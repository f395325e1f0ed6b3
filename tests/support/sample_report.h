#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/model/report.h"

namespace leaksieve::test {

/// A made-up secret: `prefix`, then `length` letters and digits that depend on `seed`
/// only. Made at run time, so that no file of ours holds what looks like a token.
std::string made_up(std::string_view prefix, std::size_t length, unsigned seed);

/// A secret of a sample report, and what of it no redacted report may hold.
struct Planted {
  std::string secret;
  std::string hidden;  ///< empty for an identifier, which is printed whole
  std::string line;    ///< another secret on its line, which nobody found
};

/// A report, and what was planted in it.
struct SampleReport {
  Report report;
  std::vector<Planted> planted;
};

/// A finding of each kind, reach, place and way of redaction, with ordinary texts; the
/// rules live as long as the program.
SampleReport sample_report();

/// Findings whose path, author, evidence, secret and diagnostics are what an attacker
/// would write: escape sequences, line feeds, bidirectional controls, invalid UTF-8,
/// markup and links.
SampleReport hostile_report();

/// A report of a clean scan in this mode.
Report clean_report(std::string_view mode);

}  // namespace leaksieve::test

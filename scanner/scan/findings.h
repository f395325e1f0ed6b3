#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/detect/detector.h"
#include "scanner/model/diagnostic.h"
#include "scanner/model/finding.h"
#include "scanner/policy/inline_allow.h"
#include "scanner/scan/tally.h"
#include "scanner/source/source.h"

namespace leaksieve {

/// What reading all items of a source gave.
struct Found {
  std::vector<Finding> findings;  ///< in no order; without authors and dates
  Diagnostics diagnostics;        ///< in no order
  std::uint64_t blobs = 0;        ///< distinct blobs or files that were read
  std::uint64_t bytes = 0;        ///< their size
};

/// Reads every item once and keeps what the detector accepts and, for an item that
/// replaces something, what it introduces. Workers share nothing that changes. An item
/// that cannot be read becomes a diagnostic. What a comment lets pass is found, and
/// says so. `tally` may be null.
Found find_secrets(const Source& source, const Detector& detector, unsigned workers,
                   const InlinePolicy& comments = {}, Tally* tally = nullptr);

/// The detector's candidates in a text with its log statements, and what comments in it
/// say of them. False if Hyperscan failed.
bool look_at(const Detector& detector, const InlinePolicy& comments,
             std::string_view text, const std::string& path, Matcher::Scratch& scratch,
             std::vector<Candidate>& out);

}  // namespace leaksieve

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/model/byte_span.h"
#include "scanner/model/inline_comment.h"

namespace leaksieve {

/// The comments of a text that ask for a finding not to be reported.
///
///     leaksieve:allow [RULE,...] [until=YYYY-MM-DD] [-- reason]
///
/// covers its line and, alone on a line (no letter or digit before it), the next one.
/// Of what other scanners read, each covers what it covers there:
///
///     gitleaks:allow, betterleaks:allow, trufflehog:ignore, ggignore: their line
///     kingfisher:ignore: its line; alone, the next line, or the one before if it ends
///       a finding of several lines
///     pragma: allowlist secret: its line (also whitelist, and "-" for the blank)
///     pragma: allowlist nextline secret, alone: the next line
///     secretlint-disable-line, secretlint-disable-next-line, and secretlint-disable up
///       to secretlint-enable or the end, each with names of rules
///
/// Sources, 2026-11: what gitleaks, betterleaks, detect-secrets, secretlint (its
/// rule-filter-comments) and kingfisher (docs/USAGE.md) write about them; for
/// trufflehog:ignore and ggignore how public code uses them.
///
/// Lines are looked at only when they are asked for, each once. Borrows the text.
class InlineComments {
 public:
  explicit InlineComments(std::string_view text) : text_(text) {}

  /// Those that cover the line on which `span` begins or the one on which it ends, but
  /// none that stands inside of it. Cheap where spans rise.
  std::vector<InlineComment> covering(ByteSpan span);

 private:
  struct Found {
    InlineComment comment;
    std::uint64_t offset = 0;
    bool here = false;    ///< covers its own line
    bool below = false;   ///< covers the next line
    bool before = false;  ///< covers what ended on the line before
  };
  struct Line {
    ByteSpan span;  ///< without its '\n'
    std::vector<Found> found;
  };
  /// What a secretlint-disable covers.
  struct Block {
    ByteSpan span;
    InlineComment comment;
  };

  const Line& line_of(std::uint64_t offset);
  std::uint64_t number_of(std::uint64_t offset);
  void read_blocks();
  void add_blocks(ByteSpan span, std::vector<InlineComment>& out);

  std::string_view text_;
  std::map<std::uint64_t, Line> lines_;  // by their beginning
  std::uint64_t counted_to_ = 0;         // how far lines are counted
  std::uint64_t counted_ = 1;
  bool blocks_read_ = false;
  std::vector<Block> blocks_;  // in order of their beginning
};

}  // namespace leaksieve

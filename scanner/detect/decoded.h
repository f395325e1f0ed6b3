#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/match/matcher.h"
#include "scanner/model/candidate.h"

namespace leaksieve {

/// Finds what stands in a text in an encoding (text/decoded_text.h), or in an encoding
/// inside another, three deep. What is decoded out of one run is at most twice its size
/// and 64 KiB, all together; where that is not enough something may be there.
class DecodedFinder {
 public:
  /// Finds what stands in a text in clear. False if Hyperscan failed.
  using FindClear =
      std::function<bool(std::string_view text, bool same_syntax,
                         Matcher::Scratch& scratch, std::vector<Candidate>& out)>;

  explicit DecodedFinder(FindClear find) : find_(std::move(find)) {}

  /// Appends what stands encoded in `text`: `match` and `secret` lie on the encoded
  /// bytes, `value` is the secret, the evidence names the encodings from the outside
  /// inwards. A match of which no byte was decoded, nor one beside it, is left
  /// out. False if Hyperscan failed. Overwrites scratch.known.
  bool find(std::string_view text, Matcher::Scratch& scratch,
            std::vector<Candidate>& out) const;

  /// Whether a text that is decoded out of a run which touches one of `spans`, which
  /// rise, holds a candidate or the head of one. May say so without need, never the
  /// other way round, if the spans reach kReachAfter bytes beyond what is new.
  bool finds_in(std::string_view text, std::span<const ByteSpan> spans,
                Matcher::Scratch& scratch) const;

 private:
  FindClear find_;
};

}  // namespace leaksieve

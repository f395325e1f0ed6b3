#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/detect/detector.h"

namespace leaksieve::test {

/// The built-in rules, ready to look at texts.
class Detection {
 public:
  Detection();

  const Matcher& matcher() const { return matcher_; }
  const Detector& detector() const { return detector_; }

  /// What the detector reports in `text`.
  std::vector<Candidate> candidates(std::string_view text, std::string_view path = "");

  /// The same as "rule-id secret" each, in order.
  std::vector<std::string> found(std::string_view text, std::string_view path = "");

 private:
  Matcher matcher_;
  Detector detector_;
  Matcher::Scratch scratch_;
};

/// Expands a shape (rules/shape.h); a bad one fails the test.
std::string made_up(std::string_view shape, std::uint64_t seed = 1);

}  // namespace leaksieve::test

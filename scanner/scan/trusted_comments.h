#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

#include "scanner/detect/detector.h"
#include "scanner/model/finding.h"
#include "scanner/policy/inline_allow.h"

namespace leaksieve {

/// Which findings the comments of a trusted version let pass: those of the same rule
/// and secret (or call) that a comment covers in that version of the same file. So the
/// author of a change cannot let his own secret pass. Borrows what it is made of.
class TrustedComments {
 public:
  /// Gives a file of the trusted version by its path; nothing if it has none.
  using ReadFile = std::function<std::optional<std::string>(const std::string& path)>;

  TrustedComments(const Detector& detector, const InlinePolicy& comments, ReadFile read)
      : detector_(detector), comments_(comments), read_(std::move(read)) {}

  bool let_pass(const Finding& finding);

 private:
  using Key = std::tuple<const Rule*, SecretText, std::string>;

  const Detector& detector_;
  const InlinePolicy& comments_;
  ReadFile read_;
  std::optional<Matcher::Scratch> scratch_;
  std::map<std::string, std::set<Key>> files_;  // by path
};

}  // namespace leaksieve

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "scanner/model/level.h"

namespace leaksieve {

/// What kind of leak a rule or a finding is about; the words of the JSON report.
enum class Kind { token, assignment, env_file, key_file, log_statement, policy_change };

constexpr std::string_view name_of(Kind kind) {
  constexpr std::string_view kNames[] = {"token",    "assignment",    "env-file",
                                         "key-file", "log-statement", "policy-change"};
  return kNames[static_cast<std::size_t>(kind)];
}

/// The most bytes that a rule's regex may match. Rules for longer things (a private
/// key) match their beginning, and their validator finds the end.
inline constexpr std::uint32_t kMaxMatchWidth = 4096;

/// A rule whose regex can match more bytes needs a head.
inline constexpr std::uint32_t kMaxHeadlessWidth = 400;

/// One row of the rule table. Everything borrows: the built-in rows from the program's
/// read-only data, rows from a file from the RuleFile that was read. Cheap to copy.
struct Rule {
  std::string_view id;           ///< provider and thing: "clerk-secret-key"
  std::string_view description;  ///< one sentence for the reader of a finding
  Kind kind = Kind::token;

  /// RE2 and Hyperscan syntax, ASCII, matched over bytes. Empty: no content rule (the
  /// detector of this id looks at something else, for example the name of the file).
  std::string_view regex;
  /// The most bytes that `regex` can match; computed from it, never given by hand.
  std::uint32_t width = kMaxMatchWidth;
  /// A short regex; every match of `regex` begins with a match of it. Where there is
  /// one, Hyperscan looks for it alone, and a text that holds it is looked at whole.
  std::string_view head;
  /// The most bytes that `head` can match, or `regex` where there is no head; computed.
  std::uint32_t head_width = kMaxMatchWidth;
  /// The group that is the secret. 0: the first group that matched, else the match.
  std::uint32_t secret_group = 0;
  /// Shannon entropy, bits per byte, that the secret must exceed; 0 asks for none.
  double entropy = 0;
  /// Lower case; a text that the regex matches holds at least one of them.
  std::span<const std::string_view> keywords;
  /// The bytes around the secret must not continue a word (`tokens.md` 0). False for
  /// rules whose regex already names its neighbours.
  bool boundary = true;
  /// Lower case; if not empty, one of them must stand on the line of the match, at most
  /// 80 bytes before it or as part of it. For shapes that are common.
  std::span<const std::string_view> context;
  /// Name of a check in match/validator.cc; empty for none.
  std::string_view validator;

  Severity severity = Severity::high;
  Confidence confidence = Confidence::high;
  /// Where two rules match the same bytes the higher one wins; the generic have less.
  int specificity = 100;

  /// Public beginnings of the secret ("sk_live_"): a redacted secret keeps the longest
  /// that it starts with.
  std::span<const std::string_view> prefixes;
  /// The secret is an identifier and is printed whole (an AWS access key id).
  bool identifier = false;

  std::span<const std::string_view> env;      ///< variable names it usually stands in
  std::span<const std::string_view> aliases;  ///< ids that rival scanners give it
  std::span<const std::string_view> tags;
  std::span<const std::string_view> examples;         ///< shapes (rules/shape.h)
  std::span<const std::string_view> counterexamples;  ///< shapes that must not match
  std::span<const std::string_view> rotate_steps;     ///< one imperative sentence each
  std::string_view rotate_url;                        ///< the provider's own page
  /// A shell line by which the secret's owner can ask the provider whether it is still
  /// live, with $TOKEN in the secret's place. Printed, never run.
  std::string_view check;
};

/// Position of a rule in its RuleSet. A type of its own, so that it is not an offset.
enum class RuleIndex : std::uint32_t {};

constexpr std::size_t to_size(RuleIndex index) {
  return static_cast<std::size_t>(index);
}

}  // namespace leaksieve

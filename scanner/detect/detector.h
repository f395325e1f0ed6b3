#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/detect/decoded.h"
#include "scanner/detect/user_checks.h"
#include "scanner/match/matcher.h"
#include "scanner/model/candidate.h"

namespace leaksieve {

/// Says what leaks in one text: the matcher's candidates, joined, graded and cleared of
/// overlaps by what the whole text and its path tell. Built once, then never changes.
/// Borrows the matcher.
class Detector {
 public:
  /// `user`, what a user's rules and allowlists ask for, is borrowed; null for none.
  explicit Detector(const Matcher& matcher, const UserChecks* user = nullptr);

  /// Replaces `out` by the candidates in `text`: what the matcher finds in it and in
  /// what it encodes, judged. False if Hyperscan failed.
  bool detect(std::string_view text, std::string_view path, Matcher::Scratch& scratch,
              std::vector<Candidate>& out) const;

  /// Makes of what the matcher found in `text` the candidates, ordered by position; no
  /// two of them have overlapping secrets. `path` is as git writes it, or empty. A
  /// candidate about the whole file has an empty match at 0. `decoded` is what
  /// find_encoded() found.
  void judge(std::string_view text, std::string_view path,
             std::vector<Candidate> decoded, std::vector<Candidate>& out) const;

  /// Appends what stands in `text` in an encoding: see DecodedFinder::find(). False if
  /// Hyperscan failed.
  bool find_encoded(std::string_view text, std::string_view path,
                    Matcher::Scratch& scratch, std::vector<Candidate>& out) const;

  /// Whether there may be something of it that touches one of `spans`, which rise.
  /// Overwrites scratch.known, as find_encoded() does.
  bool has_encoded(std::string_view text, std::span<const ByteSpan> spans,
                   Matcher::Scratch& scratch) const;

  /// Appends what the code in `text` writes of secrets into logs and error messages;
  /// `out` holds what detect() found in it, or nothing if it holds no secret. They are
  /// about code, so a match may hold a secret of its own; an expression that is one is
  /// left out.
  void add_log_statements(std::string_view text, std::string_view path,
                          std::vector<Candidate>& out) const;

  const Rule& rule(RuleIndex index) const { return matcher_.rules()[to_size(index)]; }
  const Matcher& matcher() const { return matcher_; }

  /// Whether a file of this name is told apart by its path even if its content is
  /// known.
  static bool names_matter(std::string_view name);

 private:
  /// Joins candidates that belong together.
  void join(std::string_view text, std::vector<Candidate>& out) const;
  /// Borrows `path`.
  DecodedFinder decoded_finder(std::string_view path) const;

  std::optional<RuleIndex> find_rule(std::string_view id) const;
  std::optional<RuleIndex> find_reported(std::string_view id) const;

  const Matcher& matcher_;
  const UserChecks* user_;
  std::optional<RuleIndex> aws_id_;
  std::optional<RuleIndex> aws_secret_;
  std::optional<RuleIndex> clerk_;
  std::optional<RuleIndex> stripe_;
  std::optional<RuleIndex> django_fallback_;
  std::optional<RuleIndex> env_file_;
  std::optional<RuleIndex> kubernetes_;
  std::optional<RuleIndex> referenced_file_;
  std::optional<RuleIndex> password_;
  std::optional<RuleIndex> secret_;
  std::optional<RuleIndex> secret_in_log_;
  std::optional<RuleIndex> secret_in_error_;
};

}  // namespace leaksieve

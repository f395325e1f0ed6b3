#pragma once

#include <deque>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/match/prefilter.h"
#include "scanner/match/regex.h"
#include "scanner/match/text_change.h"
#include "scanner/match/validator.h"
#include "scanner/model/candidate.h"

namespace leaksieve {

/// Finds candidates: Hyperscan says where a rule may match, RE2 confirms in a window
/// around it, the rule's local checks (boundary, context, entropy, validator) decide.
/// Built once, then never changes: one Matcher serves every thread.
///
/// A candidate is an *anchored* match: at every start position there is at most one,
/// and after a rejection the search goes on at the next byte. Of two candidates of one
/// rule of which one contains the other the inner one is dropped. So what is found
/// depends on the bytes around a match only, never on where a search began.
class Matcher {
 public:
  /// What is known of a text, from which that of a text made of it follows.
  struct Known {
    std::vector<Candidate> candidates;  ///< of rules without a head; rising by start
    std::vector<Hit> heads;             ///< of rules with one; rising by end

    /// An encoded run in it holds a candidate or a head. Set by who decodes, not here.
    bool encoded = false;

    bool empty() const { return candidates.empty() && heads.empty() && !encoded; }
  };

  /// Working memory of one thread.
  struct Scratch {
    Prefilter::Scratch prefilter;
    std::vector<Hit> hits;
    Known known;  ///< set by find(): of the text that it looked at last
  };

  /// `rules` is borrowed; `prefilter` was made for these rules in this order. `enabled`
  /// has one entry a rule; the others never match. Fails on an unknown validator.
  ///
  /// A rule whose regex can match more than kMaxMatchWidth bytes is a user's. RE2 reads
  /// every text for it, or every text that holds its head, which then may stand
  /// anywhere; a match begins where the one before it ended, has at most 64 KiB, and a
  /// text has at most 10,000.
  static Result<Matcher> create(std::span<const Rule> rules, std::vector<bool> enabled,
                                Prefilter prefilter);

  Result<Scratch> make_scratch() const;

  /// Appends the candidates in `text` to `out`, ordered by rule, then by start. False
  /// if Hyperscan failed, and then nothing was appended.
  bool find(std::string_view text, Scratch& scratch, std::vector<Candidate>& out) const;

  /// The same answer for a text that differs by `change` from another one, of which
  /// `base` is known; looks only at what is new. Not to be given scratch.known.
  bool find(std::string_view text, const Known& base, const TextChange& change,
            Scratch& scratch, std::vector<Candidate>& out) const;

  /// The same answer without Hyperscan, by RE2 over the whole text: the oracle of
  /// tests.
  void find_by_regex_alone(std::string_view text, std::vector<Candidate>& out) const;

  std::span<const Rule> rules() const { return rules_; }
  bool enabled(RuleIndex rule) const { return enabled_[to_size(rule)]; }

  /// Keeps all other rules silent: they match, so that what they own stays theirs, and
  /// the detector reports nothing of it. One entry a rule.
  void report_only(std::vector<bool> reported) { reported_ = std::move(reported); }
  bool reported(RuleIndex rule) const {
    return enabled(rule) && (reported_.empty() || reported_[to_size(rule)]);
  }

 private:
  Matcher(std::span<const Rule> rules, std::vector<bool> enabled, Prefilter prefilter);

  bool has_head(RuleIndex rule) const { return !rules_[to_size(rule)].head.empty(); }
  bool scan(std::string_view text, std::span<const ByteSpan> windows,
            Scratch& scratch) const;
  void confirm_all(std::string_view text, std::span<const Hit> hits,
                   std::vector<Candidate>& out) const;
  void confirm(RuleIndex index, std::string_view text, ByteSpan window,
               std::vector<Candidate>& out) const;
  void confirm_wide(RuleIndex index, std::string_view text,
                    std::vector<Candidate>& out) const;
  void accept(RuleIndex index, const Regex::Match& match, std::string_view text,
              std::vector<Candidate>& out) const;
  void finish(std::string_view text, Scratch& scratch,
              std::vector<Candidate>& out) const;

  std::span<const Rule> rules_;
  std::vector<bool> enabled_;
  std::vector<bool> reported_;  // empty: all that are enabled
  Prefilter prefilter_;
  std::deque<Regex> regexes_;  // one a rule; Regex neither copies nor moves
  std::vector<Validator> validators_;
  std::vector<RuleIndex> wide_;  // without a head: RE2 reads every text for them
};

}  // namespace leaksieve

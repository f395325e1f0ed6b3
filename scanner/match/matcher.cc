#include "scanner/match/matcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "scanner/match/local_checks.h"

namespace leaksieve {
namespace {

void sort_by_rule(std::vector<Hit>& hits) {
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) {
    return std::pair(a.rule, a.end) < std::pair(b.rule, b.end);
  });
}

// Of the candidates of one rule every one that another contains goes.
void drop_contained(std::vector<Candidate>& candidates) {
  std::stable_sort(
      candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
        if (a.rule != b.rule) return a.rule < b.rule;
        return a.match.begin != b.match.begin ? a.match.begin < b.match.begin
                                              : a.match.end > b.match.end;
      });
  std::optional<RuleIndex> rule;
  std::uint64_t furthest = 0;
  const auto contained = [&](const Candidate& candidate) {
    if (candidate.rule == rule && candidate.match.end <= furthest) return true;
    rule = candidate.rule;
    furthest = candidate.match.end;
    return false;
  };
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(), contained),
                   candidates.end());
}

// Rising spans that do not touch: whether one of them has the position, ends included.
bool covers(const std::vector<ByteSpan>& spans, std::uint64_t at) {
  const auto after = std::upper_bound(
      spans.begin(), spans.end(), at,
      [](std::uint64_t position, ByteSpan span) { return position < span.begin; });
  return after != spans.begin() && at <= std::prev(after)->end;
}

void move_by(std::uint64_t distance, Candidate& candidate) {
  const auto move = [&](ByteSpan& span) {
    span.begin += distance;
    span.end += distance;
  };
  move(candidate.match);
  move(candidate.secret);
  for (RelatedSpan& related : candidate.related) move(related.span);
}

// The candidates of the base that stand in the text too: those that do not start where
// what is new may reach.
void keep(const std::vector<Candidate>& base, const TextChange& change,
          const std::vector<ByteSpan>& looked_at, std::vector<Candidate>& out) {
  if (base.empty()) return;
  for (const CopiedRun& run : change.kept) {
    auto candidate = std::lower_bound(
        base.begin(), base.end(), run.from,
        [](const Candidate& c, std::uint64_t at) { return c.match.begin < at; });
    for (; candidate != base.end() && candidate->match.begin < run.from + run.size;
         ++candidate) {
      // Modulo 2^64, so that a run that moved towards the start is no special case.
      const std::uint64_t distance = run.to - run.from;
      if (covers(looked_at, candidate->match.begin + distance)) continue;
      out.push_back(*candidate);
      move_by(distance, out.back());
    }
  }
}

void keep(const std::vector<Hit>& base, const TextChange& change,
          const std::vector<ByteSpan>& looked_at, std::vector<Hit>& out) {
  if (base.empty()) return;
  for (const CopiedRun& run : change.kept) {
    // A hit belongs to the byte before its end.
    auto hit =
        std::upper_bound(base.begin(), base.end(), run.from,
                         [](std::uint64_t at, const Hit& h) { return at < h.end; });
    for (; hit != base.end() && hit->end <= run.from + run.size; ++hit) {
      const std::uint64_t end = hit->end + (run.to - run.from);
      if (!covers(looked_at, end)) out.push_back({hit->rule, end});
    }
  }
}

}  // namespace

Matcher::Matcher(std::span<const Rule> rules, std::vector<bool> enabled,
                 Prefilter prefilter)
    : rules_(rules), enabled_(std::move(enabled)), prefilter_(std::move(prefilter)) {
  for (const Rule& rule : rules_) regexes_.emplace_back(rule.regex);
}

Result<Matcher> Matcher::create(std::span<const Rule> rules, std::vector<bool> enabled,
                                Prefilter prefilter) {
  Matcher matcher(rules, std::move(enabled), std::move(prefilter));
  for (const Rule& rule : rules) {
    Validator validator =
        rule.validator.empty() ? nullptr : find_validator(rule.validator);
    if (validator == nullptr && !rule.validator.empty()) {
      return Error{fmt::format("rule {}: there is no validator \"{}\"", rule.id,
                               rule.validator)};
    }
    matcher.validators_.push_back(validator);
    const auto index = static_cast<RuleIndex>(matcher.validators_.size() - 1);
    if (!rule.regex.empty() && rule.head.empty() && rule.width > kMaxMatchWidth &&
        matcher.enabled(index)) {
      matcher.wide_.push_back(index);
    }
  }
  return matcher;
}

Result<Matcher::Scratch> Matcher::make_scratch() const {
  SCANNER_TRY(Prefilter::Scratch scratch, prefilter_.make_scratch());
  return Scratch{std::move(scratch), {}};
}

bool Matcher::find(std::string_view text, Scratch& scratch,
                   std::vector<Candidate>& out) const {
  scratch.known = {};
  const ByteSpan whole{0, text.size()};
  if (!scan(text, {&whole, 1}, scratch)) return false;
  if (scratch.hits.empty() && wide_.empty()) return true;
  for (const Hit& hit : scratch.hits) {
    if (has_head(hit.rule)) scratch.known.heads.push_back(hit);
  }
  std::erase_if(scratch.hits, [&](const Hit& hit) { return has_head(hit.rule); });
  sort_by_rule(scratch.hits);
  confirm_all(text, scratch.hits, scratch.known.candidates);
  finish(text, scratch, out);
  return true;
}

bool Matcher::find(std::string_view text, const Known& base, const TextChange& change,
                   Scratch& scratch, std::vector<Candidate>& out) const {
  scratch.known = {};
  Known& known = scratch.known;
  // A candidate depends on kReachBefore bytes before its start and kReachAfter behind
  // it, a hit on the bytes of its head and one at either side: what is new decides
  // about starts and about ends in its neighbourhood, and about no others.
  const std::vector<ByteSpan> starts =
      widened(change.fresh, kReachAfter, kReachBefore, text.size());
  const std::vector<ByteSpan> ends =
      widened(change.fresh, 0, kMaxHeadlessWidth + 1, text.size());
  const std::vector<ByteSpan> windows =
      widened(change.fresh, kReachAfter, kReachAfter, text.size());
  if (!scan(text, windows, scratch)) return false;
  if (scratch.hits.empty() && base.empty() && wide_.empty()) return true;

  for (const Hit& hit : scratch.hits) {
    if (has_head(hit.rule) && covers(ends, hit.end)) known.heads.push_back(hit);
  }
  keep(base.heads, change, ends, known.heads);
  std::erase_if(scratch.hits, [&](const Hit& hit) { return has_head(hit.rule); });
  sort_by_rule(scratch.hits);
  confirm_all(text, scratch.hits, known.candidates);
  std::erase_if(known.candidates, [&](const Candidate& candidate) {
    return !covers(starts, candidate.match.begin);
  });
  keep(base.candidates, change, starts, known.candidates);
  finish(text, scratch, out);
  return true;
}

bool Matcher::scan(std::string_view text, std::span<const ByteSpan> windows,
                   Scratch& scratch) const {
  std::vector<Hit>& hits = scratch.hits;
  hits.clear();
  for (const ByteSpan window : windows) {
    const std::size_t first = hits.size();
    if (!prefilter_.scan(bytes_of(text, window), scratch.prefilter, hits)) return false;
    for (std::size_t i = first; i < hits.size(); ++i) hits[i].end += window.begin;
  }
  std::erase_if(hits, [&](const Hit& hit) { return !enabled(hit.rule); });
  return true;
}

// A window reaches as far as a match that ends at the hit can begin, and as far as one
// that begins inside it can end. Windows that touch are one, so no match is cut.
void Matcher::confirm_all(std::string_view text, std::span<const Hit> hits,
                          std::vector<Candidate>& out) const {
  for (std::size_t i = 0; i < hits.size();) {
    const RuleIndex rule = hits[i].rule;
    const std::uint64_t width = rules_[to_size(rule)].width;
    const std::uint64_t back = rules_[to_size(rule)].head_width;
    while (i < hits.size() && hits[i].rule == rule) {
      ByteSpan window{hits[i].end - std::min(hits[i].end, back), hits[i].end + width};
      for (++i; i < hits.size() && hits[i].rule == rule; ++i) {
        if (hits[i].end > window.end + back) break;
        window.end = hits[i].end + width;
      }
      window.end = std::min<std::uint64_t>(window.end, text.size());
      confirm(rule, text, window, out);
    }
  }
}

// What is known of the text becomes its candidates; what the heads say is confirmed.
void Matcher::finish(std::string_view text, Scratch& scratch,
                     std::vector<Candidate>& out) const {
  Known& known = scratch.known;
  if (known.empty() && wide_.empty()) return;
  std::sort(known.candidates.begin(), known.candidates.end(),
            [](const Candidate& a, const Candidate& b) {
              return std::pair(a.match.begin, a.rule) <
                     std::pair(b.match.begin, b.rule);
            });
  std::sort(known.heads.begin(), known.heads.end(), [](const Hit& a, const Hit& b) {
    return std::pair(a.end, a.rule) < std::pair(b.end, b.rule);
  });
  std::vector<Candidate> found = known.candidates;
  if (!known.heads.empty()) {
    scratch.hits = known.heads;
    sort_by_rule(scratch.hits);
    confirm_all(text, scratch.hits, found);
  }
  for (const RuleIndex rule : wide_) confirm_wide(rule, text, found);
  drop_contained(found);
  out.insert(out.end(), std::make_move_iterator(found.begin()),
             std::make_move_iterator(found.end()));
}

void Matcher::find_by_regex_alone(std::string_view text,
                                  std::vector<Candidate>& out) const {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const auto rule = static_cast<RuleIndex>(i);
    if (rules_[i].regex.empty() || !enabled(rule)) continue;
    confirm(rule, text, {0, text.size()}, out);
  }
  drop_contained(out);
}

void Matcher::accept(RuleIndex index, const Regex::Match& match, std::string_view text,
                     std::vector<Candidate>& out) const {
  const Rule& rule = rules_[to_size(index)];
  Candidate candidate{
      index, match.span, secret_of(rule, match), rule.severity, rule.confidence,
      {},    {}};
  if (passes_local_checks(rule, validators_[to_size(index)], text, candidate)) {
    out.push_back(std::move(candidate));
  }
}

void Matcher::confirm_wide(RuleIndex index, std::string_view text,
                           std::vector<Candidate>& out) const {
  constexpr std::uint64_t kReach = 64 << 10;
  constexpr int kMost = 10000;
  const Regex& regex = regexes_[to_size(index)];
  int count = 0;
  for (std::uint64_t begin = 0; begin < text.size() && count < kMost;) {
    const ByteSpan window{begin,
                          std::min<std::uint64_t>(begin + 2 * kReach, text.size())};
    const std::optional<Regex::Match> match = regex.find(text, window);
    if (!match) {
      if (window.end == text.size()) return;
      begin += kReach;
      continue;
    }
    // One that begins late in the window may have been cut.
    if (window.end < text.size() && match->span.begin >= begin + kReach) {
      begin = match->span.begin;
      continue;
    }
    begin = std::max(match->span.end, match->span.begin + 1);
    if (match->span.size() == 0) continue;
    ++count;
    accept(index, *match, text, out);
  }
}

void Matcher::confirm(RuleIndex index, std::string_view text, ByteSpan window,
                      std::vector<Candidate>& out) const {
  const Rule& rule = rules_[to_size(index)];
  if (rule.width > kMaxMatchWidth) return confirm_wide(index, text, out);
  const Regex& regex = regexes_[to_size(index)];
  while (window.begin < window.end) {
    const std::optional<Regex::Match> match = regex.find(text, window);
    if (!match) return;
    const bool at_start = secret_of(rule, *match).begin == match->span.begin;
    accept(index, *match, text, out);
    window.begin = match->span.begin + 1;
    // Inside a word no other start can pass, if the secret begins the match.
    if (rule.boundary && at_start) {
      while (window.begin < window.end && !begins_word(text, window.begin))
        ++window.begin;
    }
  }
}

}  // namespace leaksieve

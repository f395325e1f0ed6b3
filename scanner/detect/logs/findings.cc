#include "scanner/detect/logs/findings.h"

#include <algorithm>

#include "scanner/base/ascii.h"

namespace leaksieve::logs {
namespace {

constexpr std::size_t kMaxLinksShown = 6;
constexpr std::size_t kMaxNameBytes = 60;

// An expression for the evidence: one line, no literal text, not too long.
std::string shown(std::string_view expression) {
  std::string out = normal_blanks(expression);
  if (out.find_first_of("\"'`") != std::string::npos) {
    // The text of a subscript is a name; anything longer may be a secret.
    std::string kept;
    char quote = '\0';
    std::string inside;
    for (const char c : out) {
      if (quote == '\0') {
        if (c == '"' || c == '\'' || c == '`') {
          quote = c;
          inside.clear();
        } else {
          kept += c;
        }
      } else if (c == quote) {
        const bool name = inside.size() <= 40 &&
                          std::all_of(inside.begin(), inside.end(), [](char d) {
                            return (d >= 'A' && d <= 'Z') || (d >= 'a' && d <= 'z') ||
                                   d == '_' || d == '-';
                          });
        kept += name ? inside : "...";
        quote = '\0';
      } else {
        inside += c;
      }
    }
    if (quote != '\0') kept += "...";
    out = kept;
  }
  if (out.size() > kMaxNameBytes) out = out.substr(0, kMaxNameBytes) + "...";
  return out;
}

Severity one_lower(Severity severity) {
  return severity == Severity::low
             ? severity
             : static_cast<Severity>(static_cast<int>(severity) - 1);
}

}  // namespace

std::uint64_t Lines::of(std::uint64_t offset) {
  if (!counted_) {
    for (std::size_t at = text_.find('\n'); at != std::string_view::npos;
         at = text_.find('\n', at + 1)) {
      ends_.push_back(at);
    }
    counted_ = true;
  }
  return static_cast<std::uint64_t>(
             std::lower_bound(ends_.begin(), ends_.end(), offset) - ends_.begin()) +
         1;
}

std::string normal_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
    if (!blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

bool is_test_path(std::string_view path) {
  static constexpr std::string_view kFolders[] = {
      "test",       "tests",     "spec",     "specs",   "__tests__", "fixtures",
      "mocks",      "__mocks__", "examples", "example", "docs",      "samples",
      "sample",     "testdata",  "e2e",      "cypress", "stories",   "benchmark",
      "benchmarks", "testing",   "demo",     "demos",   "tutorial"};
  const std::string lower = to_lower(path);
  for (std::size_t begin = 0; begin < lower.size();) {
    const std::size_t end = std::min(lower.find('/', begin), lower.size());
    const std::string_view part = std::string_view(lower).substr(begin, end - begin);
    if (end < lower.size()) {
      if (std::find(std::begin(kFolders), std::end(kFolders), part) !=
          std::end(kFolders)) {
        return true;
      }
    } else {
      return part.starts_with("test_") || part.find("_test.") != part.npos ||
             part.find(".test.") != part.npos || part.find(".spec.") != part.npos ||
             part.find("_spec.") != part.npos;
    }
    begin = end + 1;
  }
  return false;
}

Candidate leak_candidate(std::string_view text, const Leak& leak,
                         const LeakPlace& place, const std::vector<Link>& links,
                         const LogRules& rules, Lines& lines) {
  Candidate candidate;
  const bool error =
      place.kind == Sink::Kind::error || place.kind == Sink::Kind::response;
  candidate.rule = error ? rules.error : rules.log;
  candidate.match = place.call;
  candidate.secret = leak.span;
  candidate.match.begin = std::min(candidate.match.begin, leak.span.begin);
  candidate.match.end = std::max(candidate.match.end, leak.span.end);
  switch (leak.level) {
    case Level::high:
      candidate.severity = Severity::high;
      candidate.confidence = Confidence::high;
      break;
    case Level::medium:
      candidate.severity = leak.link != kNoLink ? Severity::high : Severity::medium;
      candidate.confidence = Confidence::medium;
      break;
    default:
      candidate.severity = Severity::medium;
      candidate.confidence = Confidence::low;
      break;
  }
  if (place.in_tests) candidate.severity = one_lower(candidate.severity);
  if (place.shows_on_purpose) {
    candidate.severity = Severity::low;
    candidate.evidence.emplace_back(
        "the function's name says that it shows it on purpose");
  }
  if (!place.sure_language) {
    candidate.confidence = std::min(candidate.confidence, Confidence::low);
  }

  // Links lead back; the report tells them in the order of the flow.
  std::vector<Link> chain;
  for (std::uint32_t at = leak.link; at != kNoLink && chain.size() < kMaxLinksShown;
       at = links[at].before) {
    chain.push_back(links[at]);
  }
  std::reverse(chain.begin(), chain.end());
  std::string words;
  std::string identity = normal_blanks(bytes_of(text, place.call).substr(0, 4096));
  const auto step = [&](std::string_view name, std::uint64_t offset) {
    words += words.empty() ? "" : " -> ";
    words += std::string(name) + " (line " + std::to_string(lines.of(offset)) + ")";
  };
  for (const Link& link : chain) {
    step(shown(bytes_of(text, link.span)), link.span.begin);
    candidate.related.push_back({"source", link.span});
    identity += '\n' + normal_blanks(bytes_of(text, link.span));
  }
  if (chain.empty()) step(shown(bytes_of(text, leak.span)), leak.span.begin);
  step(place.callee.size() > kMaxNameBytes ? place.callee.substr(0, kMaxNameBytes)
                                           : place.callee,
       place.call.begin);
  candidate.evidence.insert(candidate.evidence.begin(), words);
  if (leak.dump)
    candidate.evidence.emplace_back("it is all of them, secrets among them");
  // Two leaks of one call are two.
  candidate.identity = identity + '\n' + normal_blanks(bytes_of(text, leak.span));
  return candidate;
}

}  // namespace leaksieve::logs

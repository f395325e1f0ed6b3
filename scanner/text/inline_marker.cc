#include "scanner/text/inline_marker.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

// How the words behind a marker are read.
enum class Words { none, ours, secretlint };

struct Known {
  std::string_view marker;
  Marker::Kind kind;
  Words words = Words::none;
  bool any_case = false;
};

// A comment is copied to each finding that it covers.
constexpr std::size_t kMaxNames = 32;
constexpr std::size_t kMaxReason = 500;  // bytes

// A longer marker before one that it begins with.
constexpr Known kKnown[] = {
    {"leaksieve:allow", Marker::Kind::line_or_next, Words::ours},
    {"gitleaks:allow", Marker::Kind::line},
    {"betterleaks:allow", Marker::Kind::line},
    {"kingfisher:ignore", Marker::Kind::around, Words::none, true},
    {"trufflehog:ignore", Marker::Kind::line},
    {"ggignore", Marker::Kind::line},
    {"secretlint-disable-next-line", Marker::Kind::next_line, Words::secretlint},
    {"secretlint-disable-line", Marker::Kind::line, Words::secretlint},
    {"secretlint-disable", Marker::Kind::block, Words::secretlint},
    {"secretlint-enable", Marker::Kind::end, Words::secretlint},
};

// What a line with a marker holds, so that others are left after one look.
constexpr std::string_view kHints[] = {":allow", ":ignore", "ggignore", "secretlint-",
                                       "pragma:"};

// A marker is a word: "aggIgnore" and "gitleaks:allowed" are none.
bool is_part_of_word(char c) { return is_word(c) || c == '-' || c == ':'; }

bool stands_alone(std::string_view line, std::size_t begin, std::size_t end) {
  return (begin == 0 || !is_part_of_word(line[begin - 1])) &&
         (end == line.size() || !(is_word(line[end]) || line[end] == '-'));
}

bool matches(std::string_view text, std::string_view lower, bool any_case) {
  if (text.size() < lower.size()) return false;
  for (std::size_t i = 0; i < lower.size(); ++i) {
    const char c =
        any_case && is_upper(text[i]) ? static_cast<char>(text[i] | 0x20) : text[i];
    if (c != lower[i]) return false;
  }
  return true;
}

std::string_view next_word(std::string_view& rest) {
  const std::size_t begin = std::min(rest.find_first_not_of(" \t\r,"), rest.size());
  rest.remove_prefix(begin);
  const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r,"));
  rest.remove_prefix(word.size());
  return word;
}

// The end of a comment is no part of what it says.
std::string_view without_comment_end(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r");
  text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
  for (const std::string_view end : {"*/", "-->", "#}", "%>", "*)", "}}"}) {
    if (text.ends_with(end)) text.remove_suffix(end.size());
  }
  const std::size_t blank = text.find_last_not_of(" \t\r");
  return text.substr(0, blank == std::string_view::npos ? 0 : blank + 1);
}

bool is_name(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return is_word(c) || c == '-' || c == '.'; });
}

void read_our_words(std::string_view rest, InlineComment& comment) {
  for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest)) {
    if (word == "--") {
      const std::size_t begin = std::min(rest.find_first_not_of(" \t"), rest.size());
      comment.reason = rest.substr(begin, kMaxReason);
      return;
    }
    if (word.starts_with("until=")) {
      comment.until = word.substr(6, kMaxReason);
      // An empty date must not mean "for ever".
      if (comment.until.empty()) comment.until = "nothing";
    } else if (is_name(word) && comment.rules.size() < kMaxNames) {
      comment.rules.emplace_back(word);
    } else {
      return;
    }
  }
}

// "@secretlint/secretlint-rule-slack" is about every rule of Slack.
void read_secretlint_words(std::string_view rest, InlineComment& comment) {
  constexpr std::string_view kScope = "@secretlint/";
  constexpr std::string_view kRule = "secretlint-rule-";
  for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest)) {
    if (word == "--") return;
    if (word.starts_with(kScope)) word.remove_prefix(kScope.size());
    if (!is_name(word) || comment.rules.size() == kMaxNames) return;
    if (word.starts_with("secretlint-rule-preset")) {
      comment.rules.emplace_back("*");
    } else if (word.starts_with(kRule)) {
      comment.rules.push_back(std::string(word.substr(kRule.size())) + "-*");
    } else {
      comment.rules.emplace_back(word);
    }
  }
}

// pragma: ?(allow|white)list[ -](nextline[ -])?secret, in any case.
bool read_pragma(std::string_view line, std::size_t begin, Marker& marker) {
  std::string_view rest = line.substr(begin + std::string_view("pragma:").size());
  if (rest.starts_with(' ')) rest.remove_prefix(1);
  const auto take = [&](std::string_view word) {
    if (!matches(rest, word, true)) return false;
    rest.remove_prefix(word.size());
    return true;
  };
  const auto gap = [&] { return take(" ") || take("-"); };
  if (!(take("allowlist") || take("whitelist")) || !gap()) return false;
  marker.kind = Marker::Kind::line;
  if (take("nextline")) {
    if (!gap()) return false;
    marker.kind = Marker::Kind::next_line;
  }
  if (!take("secret") || (!rest.empty() && is_word(rest[0]))) return false;
  marker.comment.marker = marker.kind == Marker::Kind::next_line
                              ? "pragma: allowlist nextline secret"
                              : "pragma: allowlist secret";
  return true;
}

bool read_known(std::string_view line, std::size_t begin, Marker& marker) {
  for (const Known& known : kKnown) {
    const std::size_t end = begin + known.marker.size();
    if (!matches(line.substr(begin), known.marker, known.any_case) ||
        !stands_alone(line, begin, end)) {
      continue;
    }
    marker.kind = known.kind;
    marker.comment.marker = known.marker;
    const std::string_view rest = without_comment_end(line.substr(end));
    if (known.words == Words::ours) read_our_words(rest, marker.comment);
    if (known.words == Words::secretlint) read_secretlint_words(rest, marker.comment);
    return true;
  }
  return false;
}

// The marker whose hint stands at `hint`, if there is one.
bool read_marker(std::string_view line, std::size_t hint, Marker& marker) {
  // Back to the beginning of the word, which is short.
  constexpr std::size_t kLongest = 16;
  std::size_t begin = hint;
  while (begin > 0 && hint - begin < kLongest && is_letter(line[begin - 1])) --begin;
  marker.offset = begin;
  if (matches(line.substr(begin), "pragma:", true)) {
    return read_pragma(line, begin, marker);
  }
  return read_known(line, begin, marker);
}

}  // namespace

std::vector<Marker> markers_in(std::string_view line) {
  // A directive has words of its own, so another one must not be among them for ever.
  constexpr std::size_t kMaxMarkers = 16;
  std::vector<Marker> found;
  for (const std::string_view hint : kHints) {
    if (!contains_ignoring_case(line, hint)) continue;
    for (std::size_t at = 0; at + hint.size() <= line.size(); ++at) {
      if (!matches(line.substr(at), hint, true)) continue;
      Marker marker;
      if (read_marker(line, at, marker)) found.push_back(std::move(marker));
      if (found.size() == kMaxMarkers) break;
    }
  }
  std::sort(found.begin(), found.end(),
            [](const Marker& a, const Marker& b) { return a.offset < b.offset; });
  return found;
}

}  // namespace leaksieve

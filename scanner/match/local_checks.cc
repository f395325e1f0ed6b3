#include "scanner/match/local_checks.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/match/validators/entropy.h"

namespace leaksieve {
namespace {

// How far before a match a context word may stand.
constexpr std::uint64_t kContextBytes = 80;

bool is_hex(char c) { return hex_value(c) >= 0; }

// Whether text[at - 1 - digits .. at) is `intro` and then `digits` hexadecimal digits.
bool ends_hex_escape(std::string_view text, std::uint64_t at, std::string_view intro,
                     std::uint64_t digits) {
  if (at < intro.size() + digits) return false;
  const std::string_view escape =
      text.substr(at - digits - intro.size(), intro.size() + digits);
  return escape.starts_with(intro) &&
         std::all_of(escape.begin() + static_cast<std::ptrdiff_t>(intro.size()),
                     escape.end(), is_hex);
}

// Whether an ANSI colour sequence ("[1;31m" after an escape) ends at `at`.
bool ends_colour(std::string_view text, std::uint64_t at) {
  if (text[at - 1] != 'm') return false;
  std::uint64_t i = at - 1;
  while (i > 0 && at - i < 12 &&
         (std::isdigit(static_cast<unsigned char>(text[i - 1])) != 0 ||
          text[i - 1] == ';')) {
    --i;
  }
  return i > 0 && i < at - 1 && text[i - 1] == '[';
}

// Whether a value at `value`, on the line that begins at `line`, has its name on the
// line above: nothing but blanks and quotes before it, and that line ends with what
// opens a value (`<name>` of XML, `name: |` of YAML, `name =`, `f(`).
bool stands_alone(std::string_view text, std::uint64_t line, std::uint64_t value) {
  if (line == 0 || text[line - 1] != '\n') return false;
  if (bytes_of(text, {line, value}).find_first_not_of(" \t\"'`") !=
      std::string_view::npos) {
    return false;
  }
  const std::uint64_t furthest = value - std::min(value, kReachBefore);
  if (furthest >= line) return false;
  const std::string_view above = bytes_of(text, {furthest, line});
  const std::size_t last = above.find_last_not_of(" \t\r\n");
  return last != std::string_view::npos &&
         std::string_view(">|=:(").find(above[last]) != std::string_view::npos;
}

bool has_context(const Rule& rule, std::string_view text, ByteSpan match) {
  if (rule.context.empty()) return true;
  const auto line_start = [&](std::uint64_t at) {
    while (at > 0 && match.begin - at < kContextBytes && text[at - 1] != '\n') --at;
    return at;
  };
  std::uint64_t begin = line_start(match.begin);
  if (stands_alone(text, begin, match.begin)) begin = line_start(begin - 1);
  const std::string_view near = bytes_of(text, {begin, match.end});
  return std::any_of(
      rule.context.begin(), rule.context.end(),
      [&](std::string_view word) { return contains_ignoring_case(near, word); });
}

// Whether a field of a template goes on where the secret ends: "key-{name}".
bool is_part_of_template(std::string_view text, ByteSpan secret) {
  return secret.end + 1 < text.size() && text[secret.end] == '{' &&
         is_letter(text[secret.end + 1]);
}

}  // namespace

ByteSpan secret_of(const Rule& rule, const Regex::Match& match) {
  if (rule.secret_group > 0 && rule.secret_group <= match.groups.size()) {
    const auto& group = match.groups[rule.secret_group - 1];
    return group ? *group : match.span;
  }
  for (const auto& group : match.groups) {
    if (group && group->size() > 0) return *group;
  }
  return match.span;
}

bool begins_word(std::string_view text, std::uint64_t at) {
  if (at == 0 || !is_word(text[at - 1])) return true;
  const bool short_escape =
      at >= 2 && text[at - 2] == '\\' &&
      std::string_view("nrt0abfv").find(text[at - 1]) != std::string_view::npos;
  return short_escape || ends_hex_escape(text, at, "%", 2) ||
         ends_hex_escape(text, at, "\\x", 2) || ends_hex_escape(text, at, "\\u", 4) ||
         ends_colour(text, at);
}

bool ends_word(std::string_view text, std::uint64_t at) {
  return at >= text.size() || !is_word(text[at]);
}

bool passes_local_checks(const Rule& rule, Validator validator, std::string_view text,
                         Candidate& candidate) {
  if (rule.boundary && (!begins_word(text, candidate.secret.begin) ||
                        !ends_word(text, candidate.secret.end))) {
    return false;
  }
  if (!has_context(rule, text, candidate.match)) return false;
  if (rule.entropy > 0 && entropy(bytes_of(text, candidate.secret)) <= rule.entropy) {
    return false;
  }
  if (validator == nullptr) return true;
  Verdict verdict = validator({text, candidate.match, candidate.secret});
  if (!verdict.accept) return false;
  candidate.match = verdict.match.value_or(candidate.match);
  candidate.secret = verdict.secret.value_or(candidate.secret);
  candidate.severity = verdict.severity.value_or(candidate.severity);
  candidate.confidence = verdict.confidence.value_or(candidate.confidence);
  candidate.evidence = std::move(verdict.evidence);
  candidate.value = std::move(verdict.value);
  return !is_part_of_template(text, candidate.secret);
}

}  // namespace leaksieve

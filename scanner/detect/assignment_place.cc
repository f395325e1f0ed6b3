#include "scanner/detect/assignment_place.h"

#include <algorithm>
#include <string>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/text/code_language.h"
#include "scanner/text/file_kind.h"
#include "scanner/text/region.h"

namespace leaksieve {
namespace {

bool is_generic(const Rule& rule) {
  return std::find(rule.tags.begin(), rule.tags.end(), "generic") != rule.tags.end();
}

bool is_quoted(std::string_view text, ByteSpan secret) {
  const char before = secret.begin > 0 ? text[secret.begin - 1] : '\n';
  return before == '"' || before == '\'' || before == '`' || before == '>';
}

// Counts, once over the text, how many of the quotes that span lines stand before a
// place: `...` and """...""", in languages that have them. In others a backtick is
// prose.
class OpenStrings {
 public:
  OpenStrings(std::string_view text, CodeLanguage language)
      : text_(text),
        has_backticks_(language == CodeLanguage::javascript ||
                       language == CodeLanguage::go) {}

  // `at` must not be before that of the last call.
  bool inside(std::uint64_t at) {
    for (; next_ < at && next_ < text_.size(); ++next_) {
      const char c = text_[next_];
      if (c == '`' && has_backticks_) ++backticks_;
      if ((c == '"' || c == '\'') && text_.substr(next_, 3) == std::string(3, c)) {
        ++triples_;
        next_ += 2;
      }
    }
    return backticks_ % 2 != 0 || triples_ % 2 != 0;
  }

 private:
  std::string_view text_;
  bool has_backticks_;
  std::uint64_t next_ = 0;
  std::uint64_t backticks_ = 0;
  std::uint64_t triples_ = 0;
};

// The line around `at`, as far as it is short: a hostile one has no end.
std::string_view near_line(std::string_view text, std::uint64_t at) {
  constexpr std::uint64_t kFurthest = 2000;
  return bytes_of(text, lines_around(text, {at, at}, 0, kFurthest));
}

// Whether the line holds the beginning of a comment or of a string before `at`.
bool in_comment_or_string(std::string_view text, std::uint64_t at) {
  const std::string_view line = near_line(text, at);
  const std::string_view before =
      line.substr(0, at - static_cast<std::uint64_t>(line.data() - text.data()));
  const std::size_t first = before.find_first_not_of(" \t");
  const std::string_view code = before.substr(std::min(first, before.size()));
  if (code.starts_with('*') || code.starts_with('#') || code.starts_with("//") ||
      code.starts_with("--") || code.starts_with("/*") || code.starts_with("<!--") ||
      code.starts_with(';') || code.starts_with('%') || code.starts_with('>') ||
      code.starts_with('$') || before.find(" //") != std::string_view::npos ||
      before.find(" # ") != std::string_view::npos) {
    // "$name = value" is PHP and Perl, "$ command" is a shell session.
    if (!code.starts_with('$') || code.starts_with("$ ")) return true;
  }
  return std::count(before.begin(), before.end(), '"') % 2 != 0 ||
         std::count(before.begin(), before.end(), '\'') % 2 != 0;
}

// A line that no person reads: long and almost without blanks.
bool is_minified(std::string_view text, std::uint64_t at, Syntax syntax) {
  constexpr std::size_t kLong = 2000;
  if (syntax != Syntax::code && syntax != Syntax::markup) return false;
  const std::string_view line = near_line(text, at);
  return line.size() > kLong &&
         static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) * 50 <
             line.size();
}

// Names and offsets that a compiler left for a debugger (stabs).
bool is_debug_information(std::string_view text, std::uint64_t at) {
  const std::string_view line = near_line(text, at);
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line.substr(first).starts_with(".stabs");
}

// "shared_secret": "88e0...": the input or the result of an algorithm.
bool is_test_vector(std::string_view text, const Candidate& candidate) {
  const std::string_view value = bytes_of(text, candidate.secret);
  const bool hex =
      value.size() >= 24 &&
      std::all_of(value.begin(), value.end(), [](char c) { return hex_value(c) >= 0; });
  if (!hex) return false;
  const std::string name =
      to_lower(bytes_of(text, {candidate.match.begin, candidate.secret.begin}));
  const std::string_view line = near_line(text, candidate.match.begin);
  for (const std::string_view word :
       {"shared", "exporter", "traffic", "master", "hex", "pkcs", "ikm", "okm", "prk",
        "nonce", "curve", "p256", "ed25519"}) {
    if (contains_ignoring_case(line, word)) return true;
  }
  return name.starts_with("key") || name.starts_with("privatekey") ||
         name.starts_with("secret\"") || name.starts_with("private_key");
}

bool says(const Candidate& candidate, std::string_view words) {
  return std::find(candidate.evidence.begin(), candidate.evidence.end(), words) !=
         candidate.evidence.end();
}

void lower(Candidate& candidate, const FileKind& kind) {
  const char* place = kind.test       ? "it stands in a test"
                      : kind.example  ? "it stands in an example"
                      : kind.document ? "it stands in a document"
                                      : nullptr;
  if (place == nullptr) return;
  const Severity most = kind.test ? Severity::low : Severity::medium;
  candidate.severity = std::min(candidate.severity, most);
  candidate.evidence.emplace_back(place);
}

// Where a service gets its settings a word is a password, and one that everybody tries
// is worth a word too.
void raise_in_settings(std::string_view text, const FileKind& kind,
                       Candidate& candidate) {
  constexpr std::size_t kShortest = 5;
  const bool settings =
      kind.syntax == Syntax::environment || kind.syntax == Syntax::configuration;
  if (!settings || kind.test || kind.example || kind.document || kind.foreign) return;
  const std::string_view line = near_line(text, candidate.secret.begin);
  const std::size_t first = line.find_first_not_of(" \t");
  if (first != std::string_view::npos && (line[first] == '#' || line[first] == ';')) {
    return;  // nobody uses it
  }
  const std::string_view after = text.substr(candidate.secret.end, 2);
  if (after.starts_with(' ') && after != " #") return;  // the first of several words
  if (says(candidate, "a word") && candidate.secret.size() >= kShortest) {
    candidate.confidence = Confidence::medium;
    candidate.severity = Severity::medium;
  }
  if (says(candidate, "a password that everybody tries")) {
    candidate.confidence = Confidence::medium;
    candidate.severity = Severity::low;
  }
}

}  // namespace

void grade_assignment_places(std::string_view text, std::string_view path,
                             std::span<const Rule> rules,
                             std::vector<Candidate>& candidates) {
  if (path.empty() ||
      std::none_of(candidates.begin(), candidates.end(),
                   [&](const auto& c) { return is_generic(rules[to_size(c.rule)]); })) {
    return;
  }
  const FileKind kind = file_kind_of(path);
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) {
              return a.secret != b.secret ? a.secret < b.secret : a.rule < b.rule;
            });
  OpenStrings strings(text, code_language_of(path, text));
  const auto stands_for_nothing = [&](const Candidate& candidate) {
    if (!is_generic(rules[to_size(candidate.rule)])) return false;
    if (kind.lock || kind.translation) return true;
    if (is_debug_information(text, candidate.secret.begin)) return true;
    if (kind.syntax != Syntax::code || is_quoted(text, candidate.secret)) return false;
    return !in_comment_or_string(text, candidate.secret.begin) &&
           !strings.inside(candidate.secret.begin);
  };
  std::vector<Candidate> kept;
  for (Candidate& candidate : candidates) {
    if (!stands_for_nothing(candidate)) kept.push_back(std::move(candidate));
  }
  candidates = std::move(kept);
  for (Candidate& candidate : candidates) {
    if (!is_generic(rules[to_size(candidate.rule)])) continue;
    lower(candidate, kind);
    if (kind.foreign || (!path.ends_with(".json") &&
                         is_minified(text, candidate.secret.begin, kind.syntax))) {
      candidate.confidence = candidate.confidence == Confidence::high
                                 ? Confidence::medium
                                 : Confidence::low;
      candidate.evidence.emplace_back("vendored or generated code");
    }
    if (kind.test && is_test_vector(text, candidate)) {
      candidate.confidence = Confidence::low;
      candidate.evidence.emplace_back("looks like a test vector");
    }
    raise_in_settings(text, kind, candidate);
  }
}

}  // namespace leaksieve

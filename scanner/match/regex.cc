#include "scanner/match/regex.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace leaksieve {
namespace {

RE2::Options options() {
  RE2::Options options(RE2::Latin1);
  options.set_log_errors(false);
  options.set_max_mem(
      64 << 20);  // {50,1000} over a class needs more than the 8 MiB default
  return options;
}

// More groups than any rule has; RE2 fills what it is given.
constexpr int kMaxGroups = 64;

}  // namespace

Regex::Regex(std::string_view pattern) : pattern_(pattern) {}
Regex::~Regex() = default;

Result<void> Regex::check(std::string_view pattern) {
  const RE2 regex(re2::StringPiece(pattern.data(), pattern.size()), options());
  if (!regex.ok()) return Error{"bad regex: " + regex.error()};
  if (regex.NumberOfCapturingGroups() >= kMaxGroups) {
    return Error{"a regex may have at most 63 groups"};
  }
  return {};
}

std::size_t Regex::count_groups(std::string_view pattern) {
  const RE2 regex(re2::StringPiece(pattern.data(), pattern.size()), options());
  return static_cast<std::size_t>(std::max(regex.NumberOfCapturingGroups(), 0));
}

// RE2's own filter says which literals a match must hold. If the regex could still
// match a text that has all of them but those with a keyword inside, no keyword is
// implied.
bool Regex::implies(std::string_view pattern,
                    std::span<const std::string_view> keywords) {
  if (keywords.empty()) return false;
  std::size_t shortest = SIZE_MAX;
  for (const std::string_view word : keywords) {
    shortest = std::min(shortest, word.size());
  }
  re2::FilteredRE2 filter(static_cast<int>(std::min<std::size_t>(shortest, 3)));
  int id = 0;
  if (filter.Add(re2::StringPiece(pattern.data(), pattern.size()), options(), &id) !=
      RE2::NoError) {
    return false;
  }
  std::vector<std::string> literals;
  filter.Compile(&literals);
  if (literals.empty()) return false;
  std::vector<int> without;
  for (std::size_t i = 0; i < literals.size(); ++i) {
    const bool holds =
        std::any_of(keywords.begin(), keywords.end(), [&](std::string_view word) {
          return literals[i].find(word) != std::string::npos;
        });
    if (!holds) without.push_back(static_cast<int>(i));
  }
  std::vector<int> possible;
  filter.AllPotentials(without, &possible);
  return possible.empty();
}

std::string Regex::from_go(std::string_view pattern) {
  std::string out;
  bool in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      out += c;
      out += pattern[++i];
      continue;
    }
    if (c == '[' && !in_class) {
      in_class = true;
    } else if (c == ']' && in_class) {
      in_class = false;
    } else if (!in_class && pattern.substr(i).starts_with("(?<") &&
               i + 3 < pattern.size() && pattern[i + 3] != '=' &&
               pattern[i + 3] != '!') {
      out += "(?P<";
      i += 2;
      continue;
    }
    out += c;
  }
  return out;
}

const re2::RE2& Regex::compiled() const {
  std::call_once(once_, [this] {
    regex_ = std::make_unique<RE2>(re2::StringPiece(pattern_.data(), pattern_.size()),
                                   options());
  });
  return *regex_;
}

std::optional<Regex::Match> Regex::find(std::string_view text, ByteSpan window) const {
  const RE2& regex = compiled();
  std::array<re2::StringPiece, kMaxGroups> parts;
  const int groups = std::min(regex.NumberOfCapturingGroups() + 1, kMaxGroups);
  if (!regex.ok() ||
      !regex.Match(re2::StringPiece(text.data(), text.size()), window.begin, window.end,
                   RE2::UNANCHORED, parts.data(), groups)) {
    return std::nullopt;
  }
  const auto span_of = [&](const re2::StringPiece& part) {
    const auto begin = static_cast<std::uint64_t>(part.data() - text.data());
    return ByteSpan{begin, begin + part.size()};
  };
  Match match{span_of(parts[0]), {}};
  for (int i = 1; i < groups; ++i) {
    const re2::StringPiece& part = parts[static_cast<std::size_t>(i)];
    match.groups.push_back(part.data() != nullptr ? std::optional(span_of(part))
                                                  : std::nullopt);
  }
  return match;
}

std::string_view regex_version() { return LEAKSIEVE_RE2_VERSION; }

}  // namespace leaksieve

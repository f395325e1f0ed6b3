#include "scanner/match/regex.h"

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
constexpr int kMaxGroups = 16;

}  // namespace

Regex::Regex(std::string_view pattern) : pattern_(pattern) {}
Regex::~Regex() = default;

Result<void> Regex::check(std::string_view pattern) {
  const RE2 regex(re2::StringPiece(pattern.data(), pattern.size()), options());
  if (!regex.ok()) return Error{"bad regex: " + regex.error()};
  if (regex.NumberOfCapturingGroups() >= kMaxGroups) {
    return Error{"a regex may have at most 15 groups"};
  }
  return {};
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

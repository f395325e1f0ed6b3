#include "scanner/app/user_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "scanner/base/ascii.h"
#include "scanner/match/prefilter.h"
#include "scanner/match/regex.h"
#include "scanner/match/validator.h"

namespace leaksieve {
namespace {

constexpr std::uint32_t kAnyWidth = std::numeric_limits<std::uint32_t>::max();

// A regex for one of the keywords, in any case of letters.
std::string any_of_keywords(std::span<const std::string_view> keywords) {
  std::string regex;
  for (const std::string_view keyword : keywords) {
    regex += regex.empty() ? "(?i:" : "|";
    for (const char c : keyword) {
      if (is_alnum(c)) {
        regex += c;
      } else {
        regex += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
      }
    }
  }
  return regex + ")";
}

void look_by_keywords(RuleTexts& texts, Rule& rule) {
  rule.head = texts.keep(any_of_keywords(rule.keywords));
  rule.width = kAnyWidth;
  rule.head_width = kAnyWidth;
}

class Preparation {
 public:
  Preparation(const UserRule& from, RuleTexts& texts, Rule& rule)
      : from_(from), texts_(texts), rule_(rule) {}

  Result<Search> prepare() {
    SCANNER_CHECK(check());
    if (rule_.regex.empty()) return Search::path;
    const auto width = max_match_width(rule_.regex);
    const bool narrow = width && *width <= kMaxHeadlessWidth;
    if (!rule_.head.empty()) return look_by_head(width ? *width : SIZE_MAX);
    if (narrow &&
        (rule_.keywords.empty() || Regex::implies(rule_.regex, rule_.keywords))) {
      rule_.width = static_cast<std::uint32_t>(*width);
      rule_.head_width = rule_.width;
      return Search::hyperscan;
    }
    return without_hyperscan(texts_, rule_);
  }

 private:
  Error mistake(std::string_view what) const {
    return Error{fmt::format("{}: rule {}: {}", printable(from_.place.text()), rule_.id,
                             printable(what))};
  }

  Result<void> check() {
    rule_.regex = texts_.keep(Regex::from_go(rule_.regex));
    for (const std::string_view regex :
         {rule_.regex, rule_.head, std::string_view(from_.path)}) {
      if (regex.find('\0') != std::string_view::npos) {
        return mistake("a regex has no zero bytes; write \\x00");
      }
      if (const auto ok = Regex::check(regex); !ok) return mistake(ok.error().message);
    }
    const std::size_t groups = Regex::count_groups(rule_.regex);
    if (rule_.secret_group > groups) {
      return mistake(fmt::format("secretGroup is {}, but its regex has {} groups",
                                 rule_.secret_group, groups));
    }
    if (!rule_.validator.empty() && find_validator(rule_.validator) == nullptr) {
      return mistake(fmt::format("there is no validator \"{}\"", rule_.validator));
    }
    return {};
  }

  Result<Search> look_by_head(std::size_t width) {
    const auto head_width = max_match_width(rule_.head);
    if (!head_width || *head_width > kMaxHeadlessWidth) {
      return mistake(
          fmt::format("its head can match more than {} bytes", kMaxHeadlessWidth));
    }
    const bool wide = width > kMaxMatchWidth;
    rule_.width = wide ? kAnyWidth : static_cast<std::uint32_t>(width);
    rule_.head_width = wide ? kAnyWidth : static_cast<std::uint32_t>(*head_width);
    return Search::hyperscan;
  }

  const UserRule& from_;
  RuleTexts& texts_;
  Rule& rule_;
};

}  // namespace

Search without_hyperscan(RuleTexts& texts, Rule& rule) {
  // Keywords that Hyperscan cannot take as a head are too long to be keywords.
  const bool short_enough =
      std::all_of(rule.keywords.begin(), rule.keywords.end(),
                  [](std::string_view word) { return word.size() <= 200; });
  if (!rule.keywords.empty() && rule.head.empty() && short_enough) {
    look_by_keywords(texts, rule);
    return Search::keywords;
  }
  rule.head = "";
  rule.width = kAnyWidth;
  rule.head_width = kAnyWidth;
  return Search::whole;
}

Result<Search> prepare_rule(const UserRule& from, RuleTexts& texts, Rule& rule) {
  return Preparation(from, texts, rule).prepare();
}

}  // namespace leaksieve

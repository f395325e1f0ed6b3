#include "scanner/app/rules_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "scanner/app/exit_code.h"
#include "scanner/app/output.h"
#include "scanner/app/rule_set.h"
#include "scanner/base/ascii.h"
#include "scanner/base/file.h"
#include "scanner/match/regex.h"
#include "scanner/rules/builtin_rules.h"
#include "scanner/rules/shape.h"

namespace leaksieve {
namespace {

// Each shape is tried with so many made-up texts.
constexpr std::uint64_t kSeeds = 3;

class Check {
 public:
  Check(const Detector& detector, Matcher::Scratch scratch)
      : detector_(detector), scratch_(std::move(scratch)) {}

  std::vector<std::string> problems(std::size_t first) {
    const auto rules = detector_.matcher().rules();
    for (std::size_t i = first; i < rules.size(); ++i) {
      rule_ = static_cast<RuleIndex>(i);
      if (detector_.matcher().enabled(rule_) && !rules[i].regex.empty())
        check(rules[i]);
    }
    return std::move(problems_);
  }

 private:
  void add(const Rule& rule, std::string_view what) {
    problems_.push_back(fmt::format("rule {}: {}", rule.id, what));
  }

  void check(const Rule& rule) {
    check_shapes(rule, rule.examples, true);
    check_shapes(rule, rule.counterexamples, false);
    if (rule.head.empty() && rule.width > kMaxMatchWidth) {
      add(rule,
          "it can match without a bound and has neither a head nor keywords, so every "
          "text is read for it; bound its repeats, or give keywords");
    }
    if (!rule.keywords.empty() && rule.head.empty() &&
        !Regex::implies(rule.regex, rule.keywords) && !examples_hold_keyword(rule)) {
      add(rule, "what it matches need not hold any of its keywords");
    }
    if (begins_unbounded(rule.regex)) {
      add(rule,
          "its regex begins with a repeat without a bound, which takes time in the "
          "square of the length; begin with what is certain");
    }
  }

  bool examples_hold_keyword(const Rule& rule) const {
    return std::all_of(
        rule.examples.begin(), rule.examples.end(), [&](std::string_view shape) {
          const auto text = expand_shape(shape, 1);
          return text && std::any_of(rule.keywords.begin(), rule.keywords.end(),
                                     [&](std::string_view word) {
                                       return contains_ignoring_case(*text, word);
                                     });
        });
  }

  void check_shapes(const Rule& rule, std::span<const std::string_view> shapes,
                    bool wanted) {
    for (std::size_t number = 0; number < shapes.size(); ++number) {
      for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        const auto text = expand_shape(shapes[number], seed);
        if (!text) {
          add(rule, fmt::format("{} {}: {}", wanted ? "example" : "counterexample",
                                number + 1, text.error().message));
          break;
        }
        if (finds(*text) == wanted) continue;
        add(rule, fmt::format("{} {} is {}", wanted ? "example" : "counterexample",
                              number + 1, wanted ? "not found" : "found"));
        break;
      }
    }
  }

  bool finds(std::string_view text) {
    std::vector<Candidate> found;
    if (!detector_.detect(text, "", scratch_, found)) return false;
    return std::any_of(found.begin(), found.end(), [&](const Candidate& candidate) {
      return candidate.rule == rule_;
    });
  }

  // ".*", "[^x]+", "(?:\s{2,}": an atom at the start that repeats without an end.
  static bool begins_unbounded(std::string_view regex) {
    std::size_t i = 0;
    while (i < regex.size() && regex[i] == '(') {
      const bool special = regex.substr(i).starts_with("(?");
      const std::size_t end = special ? regex.find_first_of(":)>", i) : i;
      if (end == std::string_view::npos) return false;
      i = end + 1;
    }
    if (i >= regex.size()) return false;
    if (regex[i] == '[') {
      i = regex.find(']', i + (regex.substr(i + 1).starts_with("^") ? 3 : 2));
      if (i == std::string_view::npos) return false;
    } else if (regex[i] == '\\') {
      ++i;
    } else if (regex[i] != '.') {
      return false;
    }
    const std::string_view repeat = regex.substr(std::min(i + 1, regex.size()));
    if (repeat.starts_with("*") || repeat.starts_with("+")) return true;
    const std::size_t close = repeat.find('}');
    return repeat.starts_with("{") && close != std::string_view::npos &&
           repeat[close - 1] == ',';
  }

  const Detector& detector_;
  Matcher::Scratch scratch_;
  RuleIndex rule_{};
  std::vector<std::string> problems_;
};

struct Tally {
  std::string text;
  std::size_t rules = 0;
  std::size_t problems = 0;
  std::size_t without_example = 0;
};

Result<void> check_file(const std::string& path, Tally& tally) {
  SCANNER_TRY(const std::string text, read_file(path));
  SCANNER_TRY(ConfigFile file, parse_config(text, path, SetBy::user));
  // Each rule is looked at by itself: what it finds is not a built-in rule's.
  file.extend.use_default = false;
  Options all;
  SCANNER_TRY(const RuleSet rules, make_rule_set(all, file));
  const std::size_t first = builtin_rules().size();
  for (const Diagnostic& note : rules.notes) {
    tally.text += fmt::format("{}: note: {}\n", printable(path), printable(note.what));
  }
  const Detector detector(*rules.matcher);
  SCANNER_TRY(const std::vector<std::string> problems, rule_problems(detector, first));
  for (const std::string& problem : problems) {
    tally.text += fmt::format("{}: {}\n", printable(path), problem);
  }
  tally.rules += file.rules.size();
  for (const UserRule& rule : file.rules) {
    if (rule.rule.examples.empty()) ++tally.without_example;
  }
  tally.problems += problems.size();
  return {};
}

}  // namespace

Result<std::vector<std::string>> rule_problems(const Detector& detector,
                                               std::size_t first) {
  SCANNER_TRY(Matcher::Scratch scratch, detector.matcher().make_scratch());
  return Check(detector, std::move(scratch)).problems(first);
}

Result<int> run_rules_check(const Options& options) {
  Tally tally;
  for (const std::string& path : options.paths) SCANNER_CHECK(check_file(path, tally));
  if (options.paths.empty()) {
    SCANNER_TRY(const Matcher matcher, make_matcher(Options{}));
    const Detector detector(matcher);
    SCANNER_TRY(const std::vector<std::string> problems, rule_problems(detector, 0));
    for (const std::string& problem : problems) tally.text += problem + "\n";
    tally.rules = matcher.rules().size();
    tally.problems = problems.size();
  }
  tally.text +=
      fmt::format("{} {}, {} {}", tally.rules, tally.rules == 1 ? "rule" : "rules",
                  tally.problems, tally.problems == 1 ? "problem" : "problems");
  if (tally.without_example > 0) {
    tally.text +=
        fmt::format("; {} without an example, so nothing shows what they find",
                    tally.without_example);
  }
  tally.text += '\n';
  SCANNER_CHECK(write_standard_output(tally.text));
  return static_cast<int>(tally.problems == 0 ? kClean : kFindings);
}

}  // namespace leaksieve

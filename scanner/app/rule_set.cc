#include "scanner/app/rule_set.h"

#include <fmt/format.h>

#include <algorithm>

#include "scanner/model/rule_name.h"
#include "scanner/rules/builtin_rules.h"

namespace leaksieve {
namespace {

// How many leading bytes two names share.
std::size_t shared_prefix(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(
      std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

Error unknown(std::span<const Rule> rules, std::string_view name) {
  const auto nearest =
      std::max_element(rules.begin(), rules.end(), [&](const Rule& a, const Rule& b) {
        return shared_prefix(a.id, name) < shared_prefix(b.id, name);
      });
  return Error{
      fmt::format("there is no rule \"{}\"; did you mean {}? (leaksieve rules list)",
                  name, nearest->id)};
}

}  // namespace

Result<std::vector<bool>> select_rules(std::span<const Rule> rules,
                                       const Options& options) {
  std::vector<bool> enabled(rules.size(), options.enabled_rules.empty());
  const auto set = [&](const std::vector<std::string>& names,
                       bool value) -> Result<void> {
    for (const std::string& name : names) {
      bool known = false;
      for (std::size_t i = 0; i < rules.size(); ++i) {
        if (!answers_to(rules[i], name)) continue;
        enabled[i] = value;
        known = true;
      }
      if (!known) return unknown(rules, name);
    }
    return {};
  };
  SCANNER_CHECK(set(options.enabled_rules, true));
  SCANNER_CHECK(set(options.disabled_rules, false));
  return enabled;
}

Result<Matcher> make_matcher(const Options& options) {
  const std::span<const Rule> rules = builtin_rules();
  SCANNER_TRY(std::vector<bool> reported, select_rules(rules, options));
  // A disabled rule still takes part: what it owns is not the find of a lesser one.
  Options all = options;
  all.disabled_rules.clear();
  SCANNER_TRY(std::vector<bool> enabled, select_rules(rules, all));
  SCANNER_TRY(Prefilter prefilter, Prefilter::deserialize(builtin_database()));
  SCANNER_TRY(Matcher matcher,
              Matcher::create(rules, std::move(enabled), std::move(prefilter)));
  matcher.report_only(std::move(reported));
  return matcher;
}

}  // namespace leaksieve

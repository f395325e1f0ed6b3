#include "scanner/app/rule_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "scanner/app/database_cache.h"
#include "scanner/app/user_rules.h"
#include "scanner/base/ascii.h"
#include "scanner/base/nearest.h"
#include "scanner/model/rule_name.h"
#include "scanner/rules/builtin_rules.h"

namespace leaksieve {
namespace {

std::vector<RuleIndex> rules_named(std::span<const Rule> rules, std::string_view name) {
  std::vector<RuleIndex> found;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (answers_to(rules[i], name)) found.push_back(static_cast<RuleIndex>(i));
  }
  return found;
}

// Puts a user's rules behind the built-in ones.
class Builder {
 public:
  Builder(const Options& options, const ConfigFile& file)
      : options_(options), file_(file), texts_(std::make_shared<RuleTexts>()) {
    const std::span<const Rule> builtin = builtin_rules();
    set_.rules.assign(builtin.begin(), builtin.end());
    set_.texts = file.texts;
    set_.texts.push_back(texts_);
    dropped_.assign(builtin.size(), file.extend.use_default == false);
    searches_.assign(builtin.size(), Search::hyperscan);
  }

  Result<RuleSet> build() {
    if (!file_.config.path.empty()) add_note("its settings and rules count");
    for (const std::string& note : file_.notes) add_note(note);
    for (const UserRule& rule : file_.rules) {
      if (!rule.rule.regex.empty() || !rule.path.empty()) SCANNER_CHECK(add(rule));
    }
    for (const UserRule& rule : file_.rules) {
      if (rule.rule.regex.empty() && rule.path.empty()) SCANNER_CHECK(amend(rule));
    }
    SCANNER_TRY(Prefilter prefilter, Prefilter::deserialize(builtin_database()));
    SCANNER_CHECK(add_database(prefilter));
    SCANNER_CHECK(make_matcher(std::move(prefilter)));
    SCANNER_CHECK(make_checks());
    return std::move(set_);
  }

 private:
  Error mistake(const TextPlace& place, const Error& error) const {
    return Error{printable(place.text()) + ": " + error.message};
  }

  void add_note(std::string what) {
    set_.notes.push_back(
        {Diagnostic::Level::note, std::move(what), file_.config.path, "", false});
  }

  Result<void> add(const UserRule& from) {
    Rule rule = from.rule;
    const auto builtin = builtin_rules();
    for (std::size_t i = 0; i < builtin.size(); ++i) {
      if (builtin[i].id != rule.id) continue;
      dropped_[i] = true;
      inherit(builtin[i], from, rule);
    }
    SCANNER_TRY(const Search search, prepare_rule(from, *texts_, rule));
    // What does not always count must not take the place of what does.
    const bool conditional = !from.path.empty() || from.skip_report ||
                             !from.allowlists.empty() || !from.required.empty();
    if (conditional) rule.specificity = 0;
    set_.rules.push_back(rule);
    searches_.push_back(search);
    dropped_.push_back(false);
    return {};
  }

  static void inherit(const Rule& builtin, const UserRule& from, Rule& rule) {
    const auto gives = [&](std::string_view key) {
      return std::find(from.given.begin(), from.given.end(), key) != from.given.end();
    };
    if (!gives("description")) rule.description = builtin.description;
    if (!gives("severity")) rule.severity = builtin.severity;
    if (!gives("confidence")) rule.confidence = builtin.confidence;
    if (!gives("prefixes")) rule.prefixes = builtin.prefixes;
    if (!gives("env")) rule.env = builtin.env;
    if (!gives("aliases")) rule.aliases = builtin.aliases;
    if (!gives("check")) rule.check = builtin.check;
    if (!gives("rotate")) {
      rule.rotate_steps = builtin.rotate_steps;
      rule.rotate_url = builtin.rotate_url;
    }
  }

  // A table that only adds to rules that are there.
  Result<void> amend(const UserRule& from) {
    const std::vector<RuleIndex> targets = rules_named(set_.rules, from.rule.id);
    if (targets.empty()) {
      Error error = unknown_rule(set_.rules, from.rule.id);
      error.message += "; a rule of your own needs a regex or a path";
      return mistake(from.place, error);
    }
    for (const std::string& key : from.given) {
      for (const RuleIndex target : targets) {
        Rule& rule = set_.rules[to_size(target)];
        if (key == "description") rule.description = from.rule.description;
        if (key == "severity") rule.severity = from.rule.severity;
        if (key == "confidence") rule.confidence = from.rule.confidence;
        if (key == "entropy") rule.entropy = from.rule.entropy;
      }
    }
    return {};
  }

  Result<void> add_database(Prefilter& prefilter) {
    const std::size_t first = builtin_rules().size();
    for (;;) {
      std::vector<Rule> searched(
          set_.rules.begin() + static_cast<std::ptrdiff_t>(first), set_.rules.end());
      bool any = false;
      for (std::size_t i = 0; i < searched.size(); ++i) {
        if (searches_[first + i] == Search::whole) searched[i].regex = "";
        any = any || !searched[i].regex.empty();
      }
      if (!any) return {};
      std::vector<RuleIndex> refused;
      SCANNER_TRY(Prefilter own, compiled(searched, refused));
      if (refused.empty()) {
        prefilter.add(std::move(own), static_cast<std::uint32_t>(first));
        return {};
      }
      for (const RuleIndex index : refused) {
        const std::size_t i = first + to_size(index);
        searches_[i] = without_hyperscan(*texts_, set_.rules[i]);
      }
    }
  }

  // From the cache, if it was compiled before. The value begins with a line of the
  // rules that were refused; the database follows where there are none.
  static Result<Prefilter> compiled(const std::vector<Rule>& rules,
                                    std::vector<RuleIndex>& refused) {
    const DatabaseCache cache = DatabaseCache::of_user();
    std::string key = fmt::format("{} {}\n", LEAKSIEVE_VERSION, hyperscan_version());
    for (const Rule& rule : rules) {
      const std::string_view regex = rule.head.empty() ? rule.regex : rule.head;
      key += fmt::format("{} {}\n", rule.regex.empty() ? 0 : regex.size() + 1, regex);
    }
    if (const auto value = cache.find(key)) {
      std::string_view rest = *value;
      if (read_refused(take_line(rest), rules.size(), refused)) {
        const std::string aligned(rest);  // Hyperscan wants the bytes aligned
        auto loaded = Prefilter::deserialize(aligned);
        if (loaded) return loaded;
        refused.clear();
      }
    }
    SCANNER_TRY(Prefilter fresh, Prefilter::compile(rules, &refused));
    std::string value;
    for (const RuleIndex rule : refused) value += fmt::format("{} ", to_size(rule));
    if (const auto bytes = fresh.serialize()) cache.keep(key, value + "\n" + *bytes);
    return fresh;
  }

  static bool read_refused(std::string_view line, std::size_t rules,
                           std::vector<RuleIndex>& refused) {
    while (!line.empty()) {
      std::uint32_t number = 0;
      const char* const end = line.data() + line.size();
      const auto [rest, error] = std::from_chars(line.data(), end, number);
      if (error != std::errc() || number >= rules || rest == end) return false;
      refused.push_back(static_cast<RuleIndex>(number));
      line.remove_prefix(static_cast<std::size_t>(rest - line.data()) + 1);
    }
    return true;
  }

  Result<void> make_matcher(Prefilter prefilter) {
    Options all = options_;
    all.disabled_rules.clear();
    SCANNER_TRY(std::vector<bool> enabled, select_rules(set_.rules, all));
    SCANNER_TRY(std::vector<bool> reported, select_rules(set_.rules, options_));
    for (const std::string& name : file_.extend.disabled_rules) {
      const std::vector<RuleIndex> targets = rules_named(set_.rules, name);
      if (targets.empty()) {
        add_note(
            fmt::format("disabledRules: there is no rule \"{}\"", printable(name)));
      }
      for (const RuleIndex target : targets) reported[to_size(target)] = false;
    }
    for (std::size_t i = 0; i < dropped_.size(); ++i) {
      if (dropped_[i]) enabled[i] = false;
    }
    for (const UserRule& rule : file_.rules) {
      if (!rule.skip_report) continue;
      for (std::size_t i = builtin_rules().size(); i < set_.rules.size(); ++i) {
        if (set_.rules[i].id == rule.rule.id) reported[i] = false;
      }
    }
    std::string whole;
    for (std::size_t i = 0; i < searches_.size(); ++i) {
      if (searches_[i] != Search::whole || !enabled[i]) continue;
      whole += (whole.empty() ? "" : ", ") + std::string(set_.rules[i].id);
    }
    if (!whole.empty()) {
      add_note(
          fmt::format("these rules match without a bound and have no keywords, so "
                      "every text is read "
                      "for them, which is slow: {}",
                      whole));
    }
    SCANNER_TRY(Matcher matcher,
                Matcher::create(set_.rules, std::move(enabled), std::move(prefilter)));
    matcher.report_only(std::move(reported));
    set_.matcher.emplace(std::move(matcher));
    return {};
  }

  // The rules of that id or alias that are in use.
  Result<std::vector<RuleIndex>> used(const TextPlace& place,
                                      std::string_view name) const {
    std::vector<RuleIndex> targets = rules_named(set_.rules, name);
    if (targets.empty()) return mistake(place, unknown_rule(set_.rules, name));
    std::erase_if(targets, [&](RuleIndex rule) { return dropped_[to_size(rule)]; });
    return targets;
  }

  // The rule that the table makes, or those that it adds to.
  Result<std::vector<RuleIndex>> targets_of(const UserRule& rule) const {
    if (rule.rule.regex.empty() && rule.path.empty()) {
      return used(rule.place, rule.rule.id);
    }
    std::vector<RuleIndex> own;
    for (std::size_t i = builtin_rules().size(); i < set_.rules.size(); ++i) {
      if (set_.rules[i].id == rule.rule.id) own.push_back(static_cast<RuleIndex>(i));
    }
    return own;
  }

  Result<void> make_checks() {
    std::vector<UserCheck> checks;
    std::vector<RuleAllowlist> lists;
    for (const UserRule& rule : file_.rules) {
      SCANNER_TRY(const std::vector<RuleIndex> rules, targets_of(rule));
      for (const Allowlist& list : rule.allowlists) {
        if (!rules.empty()) lists.push_back({list, rules});
      }
      if (rule.path.empty() && rule.required.empty()) continue;
      SCANNER_TRY(const std::vector<NearRule> near, near_rules(rule));
      for (const RuleIndex index : rules) {
        checks.push_back({index, rule.path, rule.rule.regex.empty(), near});
      }
    }
    for (const Allowlist& list : file_.config.allowlists) {
      RuleAllowlist compiled{list, {}};
      bool none = !list.rules.empty();
      for (const std::string& name : list.rules) {
        SCANNER_TRY(const std::vector<RuleIndex> rules, used(list.place, name));
        compiled.rules.insert(compiled.rules.end(), rules.begin(), rules.end());
        none = none && rules.empty();
      }
      if (!none) lists.push_back(std::move(compiled));
    }
    if (checks.empty() && lists.empty()) return {};
    SCANNER_TRY(Allowlists allowlists, Allowlists::create(std::move(lists)));
    set_.checks.emplace(checks, std::move(allowlists));
    return {};
  }

  Result<std::vector<NearRule>> near_rules(const UserRule& rule) const {
    std::vector<NearRule> near;
    for (const RequiredRule& required : rule.required) {
      SCANNER_TRY(std::vector<RuleIndex> rules, used(rule.place, required.id));
      near.push_back(
          {std::move(rules), required.within_lines, required.within_columns});
    }
    return near;
  }

  const Options& options_;
  const ConfigFile& file_;
  RuleSet set_;
  std::shared_ptr<RuleTexts> texts_;
  std::vector<bool> dropped_;     // built-in rules that another one replaces
  std::vector<Search> searches_;  // one a rule
};

}  // namespace

Error unknown_rule(std::span<const Rule> rules, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Rule& rule : rules) {
    names.push_back(rule.id);
    names.insert(names.end(), rule.aliases.begin(), rule.aliases.end());
  }
  const std::string_view near = nearest(name, names);
  return Error{
      fmt::format("there is no rule \"{}\"{} (leaksieve rules list)", printable(name),
                  near.empty() ? "" : fmt::format("; did you mean {}?", near))};
}

Result<std::vector<bool>> select_rules(std::span<const Rule> rules,
                                       const Options& options) {
  std::vector<bool> enabled(rules.size(), options.enabled_rules.empty());
  const auto set = [&](const std::vector<std::string>& names,
                       bool value) -> Result<void> {
    for (const std::string& name : names) {
      const std::vector<RuleIndex> found = rules_named(rules, name);
      if (found.empty()) return unknown_rule(rules, name);
      for (const RuleIndex rule : found) enabled[to_size(rule)] = value;
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

Result<RuleSet> make_rule_set(const Options& options, const ConfigFile& file) {
  return Builder(options, file).build();
}

}  // namespace leaksieve

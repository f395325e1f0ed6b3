#include "scanner/config/extend.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace leaksieve {
namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T> from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()),
            std::make_move_iterator(from.end()));
}

std::span<const std::string_view> joined(RuleTexts& texts,
                                         std::span<const std::string_view> a,
                                         std::span<const std::string_view> b) {
  std::vector<std::string_view> both(a.begin(), a.end());
  both.insert(both.end(), b.begin(), b.end());
  return texts.keep(std::move(both));
}

bool gives(const UserRule& rule, std::string_view key) {
  return std::find(rule.given.begin(), rule.given.end(), key) != rule.given.end();
}

void override_rule(RuleTexts& texts, UserRule& base, UserRule own) {
  if (gives(own, "description")) base.rule.description = own.rule.description;
  if (gives(own, "regex")) base.rule.regex = own.rule.regex;
  if (gives(own, "path")) base.path = own.path;
  if (gives(own, "entropy")) base.rule.entropy = own.rule.entropy;
  if (gives(own, "secretGroup")) base.rule.secret_group = own.rule.secret_group;
  if (gives(own, "severity")) base.rule.severity = own.rule.severity;
  if (gives(own, "confidence")) base.rule.confidence = own.rule.confidence;
  base.rule.tags = joined(texts, base.rule.tags, own.rule.tags);
  base.rule.keywords = joined(texts, base.rule.keywords, own.rule.keywords);
  append(base.allowlists, std::move(own.allowlists));
  base.required = std::move(own.required);
  base.skip_report = own.skip_report;
  base.place = own.place;
  append(base.given, std::move(own.given));
}

}  // namespace

ConfigFile extended(ConfigFile base, ConfigFile own) {
  ConfigFile both;
  both.config = std::move(own.config);
  both.extend = std::move(own.extend);
  append(both.config.allowlists, std::move(base.config.allowlists));
  append(both.config.ignores, std::move(base.config.ignores));
  both.config.salts.merge(base.config.salts);
  append(both.notes, std::move(base.notes));
  append(both.notes, std::move(own.notes));
  append(both.texts, std::move(base.texts));
  append(both.texts, std::move(own.texts));
  if (!both.extend.use_default) both.extend.use_default = base.extend.use_default;

  both.rules = std::move(base.rules);
  const std::vector<std::string>& disabled = both.extend.disabled_rules;
  std::erase_if(both.rules, [&](const UserRule& rule) {
    return std::find(disabled.begin(), disabled.end(), rule.rule.id) != disabled.end();
  });
  for (UserRule& rule : own.rules) {
    const auto old = std::find_if(
        both.rules.begin(), both.rules.end(),
        [&](const UserRule& other) { return other.rule.id == rule.rule.id; });
    if (old == both.rules.end()) {
      both.rules.push_back(std::move(rule));
    } else {
      override_rule(*both.texts.back(), *old, std::move(rule));
    }
  }
  append(both.extend.disabled_rules, std::move(base.extend.disabled_rules));
  return both;
}

}  // namespace leaksieve

#pragma once

#include <string_view>

#include "scanner/base/result.h"
#include "scanner/model/rule.h"
#include "scanner/rules/rule_texts.h"
#include "scanner/rules/toml_values.h"

namespace leaksieve {

/// Reads the keys of a rule (rules/README.md) into a Rule. Borrows both arguments; what
/// the rules borrow is in `texts`.
class RuleReader {
 public:
  RuleReader(RuleTexts& texts, const TomlValues& values)
      : texts_(texts), values_(values) {}

  /// Sets the field that `key` names. False if no field is called so.
  Result<bool> read(Rule& rule, std::string_view key, const toml::node& node);

 private:
  Result<bool> rotation(Rule& rule, const toml::node& node);
  Result<bool> text(const toml::node& node, std::string_view key,
                    std::string_view& out);
  Result<bool> list(const toml::node& node, std::string_view key,
                    std::span<const std::string_view>& out);
  template <class Number>
  Result<bool> number(const toml::node& node, std::string_view key, Number& out);
  Result<bool> flag(const toml::node& node, std::string_view key, bool& out);
  template <class Value, class Named>
  Result<bool> name(const toml::node& node, std::string_view key, Named named,
                    Value& out);

  RuleTexts& texts_;
  const TomlValues& values_;
};

}  // namespace leaksieve

#include "scanner/rules/rule_file.h"

#include <fmt/format.h>

#include "scanner/base/ascii.h"
#include "scanner/rules/rule_reader.h"

namespace leaksieve {
namespace {

Result<Rule> read_rule(const TomlValues& values, RuleReader& reader,
                       const toml::table& table) {
  Rule rule;
  for (const auto& [key, node] : table) {
    SCANNER_TRY(const bool known, reader.read(rule, key.str(), node));
    if (!known) {
      return values.mistake(
          node, fmt::format("unknown key \"{}\" in a rule", printable(key.str())));
    }
  }
  if (rule.id.empty()) return values.mistake(table, "a rule needs an id");
  if (rule.regex.empty() && rule.kind == Kind::token) {
    return values.mistake(table,
                          fmt::format("rule {} needs a regex", printable(rule.id)));
  }
  return rule;
}

}  // namespace

Result<RuleFile> RuleFile::parse(std::string_view text, std::string_view path) {
  SCANNER_TRY(const toml::table root, parse_toml(text, path));
  const TomlValues values(path);
  RuleTexts texts;
  RuleReader reader(texts, values);
  std::vector<Rule> rules;
  for (const auto& [key, node] : root) {
    if (key.str() == "title" || key.str() == "description") continue;
    if (key.str() != "rules" || node.as_array() == nullptr) {
      return values.mistake(node,
                            fmt::format("unknown key \"{}\"; a rule file has [[rules]]",
                                        printable(key.str())));
    }
    SCANNER_TRY(const auto tables, values.tables(node, "rules"));
    for (const toml::table* table : tables) {
      SCANNER_TRY(Rule rule, read_rule(values, reader, *table));
      rules.push_back(rule);
    }
  }
  return RuleFile(std::move(texts), std::move(rules));
}

}  // namespace leaksieve

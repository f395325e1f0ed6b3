#include "scanner/rules/rule_reader.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <utility>

namespace leaksieve {
namespace {

std::optional<Kind> kind_named(std::string_view name) {
  for (const Kind kind : {Kind::token, Kind::assignment, Kind::env_file, Kind::key_file,
                          Kind::log_statement, Kind::policy_change}) {
    if (name == name_of(kind)) return kind;
  }
  return std::nullopt;
}

}  // namespace

Result<bool> RuleReader::read(Rule& rule, std::string_view key,
                              const toml::node& node) {
  if (key == "id") return text(node, key, rule.id);
  if (key == "description") return text(node, key, rule.description);
  if (key == "regex") return text(node, key, rule.regex);
  if (key == "head") return text(node, key, rule.head);
  if (key == "validator") return text(node, key, rule.validator);
  if (key == "check") return text(node, key, rule.check);
  if (key == "keywords") return list(node, key, rule.keywords);
  if (key == "context") return list(node, key, rule.context);
  if (key == "prefixes") return list(node, key, rule.prefixes);
  if (key == "env") return list(node, key, rule.env);
  if (key == "aliases") return list(node, key, rule.aliases);
  if (key == "tags") return list(node, key, rule.tags);
  if (key == "examples") return list(node, key, rule.examples);
  if (key == "counterexamples") return list(node, key, rule.counterexamples);
  if (key == "secretGroup") return number(node, key, rule.secret_group);
  if (key == "specificity") return number(node, key, rule.specificity);
  if (key == "entropy") return number(node, key, rule.entropy);
  if (key == "boundary") return flag(node, key, rule.boundary);
  if (key == "identifier") return flag(node, key, rule.identifier);
  if (key == "severity") return name(node, key, severity_named, rule.severity);
  if (key == "confidence") return name(node, key, confidence_named, rule.confidence);
  if (key == "kind") return name(node, key, kind_named, rule.kind);
  if (key == "rotate") return rotation(rule, node);
  return false;
}

Result<bool> RuleReader::rotation(Rule& rule, const toml::node& node) {
  const toml::table* table = node.as_table();
  if (table == nullptr)
    return values_.wrong(node, "rotate", "a table of steps and url");
  for (const auto& [key, value] : *table) {
    if (key.str() == "steps") {
      SCANNER_CHECK(list(value, "rotate.steps", rule.rotate_steps));
    } else if (key.str() == "url") {
      SCANNER_CHECK(text(value, "rotate.url", rule.rotate_url));
    } else {
      return values_.wrong(value, "rotate", "steps and url only");
    }
  }
  return true;
}

Result<bool> RuleReader::text(const toml::node& node, std::string_view key,
                              std::string_view& out) {
  SCANNER_TRY(std::string value, values_.text(node, key));
  out = texts_.keep(std::move(value));
  return true;
}

Result<bool> RuleReader::list(const toml::node& node, std::string_view key,
                              std::span<const std::string_view>& out) {
  SCANNER_TRY(std::vector<std::string> list, values_.list(node, key));
  out = texts_.keep(std::move(list));
  return true;
}

template <class Number>
Result<bool> RuleReader::number(const toml::node& node, std::string_view key,
                                Number& out) {
  SCANNER_TRY(const double value, values_.number(node, key));
  out = static_cast<Number>(value);
  return true;
}

Result<bool> RuleReader::flag(const toml::node& node, std::string_view key, bool& out) {
  SCANNER_TRY(out, values_.flag(node, key));
  return true;
}

template <class Value, class Named>
Result<bool> RuleReader::name(const toml::node& node, std::string_view key, Named named,
                              Value& out) {
  SCANNER_TRY(const std::string value, values_.text(node, key));
  const auto found = named(value);
  if (!found) {
    return values_.wrong(node, key, "one of the words that rules/README.md lists");
  }
  out = *found;
  return true;
}

}  // namespace leaksieve

#include "scanner/app/rules_command.h"

#include <fmt/format.h>

#include <algorithm>

#include "scanner/report/rule_grade.h"

namespace leaksieve {

std::string list_rules(std::span<const Rule> rules) {
  std::size_t widest = 0;
  for (const Rule& rule : rules) widest = std::max(widest, rule.id.size());
  std::string text;
  for (const Rule& rule : rules) {
    text += fmt::format("{:<{}}  {:<8}  {:<6}  {:<10}  {:<9}  {}\n", rule.id, widest,
                        name_of(rule.severity), name_of(rule.confidence),
                        name_of(rule.kind), name_of(grade_of(rule)), rule.description);
  }
  return text;
}

}  // namespace leaksieve

#include "scanner/app/explain_command.h"

#include <fmt/format.h>

#include "scanner/app/rule_set.h"
#include "scanner/base/ascii.h"
#include "scanner/model/rule_name.h"
#include "scanner/report/rule_grade.h"
#include "scanner/rules/shape.h"

namespace leaksieve {
namespace {

std::string list_of(std::span<const std::string_view> words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

// What a finder could do with it.
std::string_view damage(const Rule& rule) {
  switch (rule.severity) {
    case Severity::critical:
      return "Whoever finds it can act as its owner, with money, data or everything "
             "that hangs on the account.";
    case Severity::high:
      return "Whoever finds it can read or change what its owner can, within what the "
             "provider lets this key do.";
    case Severity::medium:
      return "Whoever finds it gets a part of what its owner can do, or a piece that "
             "another one completes.";
    case Severity::low:
      break;
  }
  return "Alone it opens little: a test system, or something that is public by half.";
}

std::string recognised(const Rule& rule) {
  std::string text;
  const auto line = [&](std::string_view what) {
    text += fmt::format("  - {}\n", what);
  };
  if (!rule.prefixes.empty()) {
    line(fmt::format("it begins with {}", list_of(rule.prefixes)));
  }
  if (rule.regex.empty()) {
    line("by the file itself, not by a shape in it");
  } else if (rule.width <= kMaxMatchWidth) {
    line(fmt::format("a shape of at most {} bytes", rule.width));
  } else {
    line("a shape of any length");
  }
  if (!rule.context.empty()) {
    line(fmt::format("near it, on the same line, stands one of: {}",
                     list_of(rule.context)));
  }
  if (!rule.keywords.empty()) {
    line(fmt::format("the text holds one of: {}", list_of(rule.keywords)));
  }
  if (rule.entropy > 0) {
    line(fmt::format("more than {} bits of entropy per byte", rule.entropy));
  }
  if (!rule.validator.empty()) {
    line(fmt::format("the check \"{}\" accepts it", rule.validator));
  }
  if (rule.boundary && !rule.regex.empty()) line("no word goes on before or after it");
  constexpr std::string_view kRests[] = {
      "a checksum in it proves it", "its own structure", "a telling word beside it",
      "the name that it is given"};
  line(fmt::format("so a finding rests on: {}",
                   kRests[static_cast<std::size_t>(grade_of(rule))]));
  return text;
}

void add_example(const Rule& rule, std::string& text) {
  if (rule.examples.empty()) return;
  const auto example = expand_shape(rule.examples.front(), 1);
  if (!example) return;
  text += "\nMade up, as it looks:\n";
  std::string_view rest = *example;
  for (int lines = 0; !rest.empty() && lines < 12; ++lines) {
    text += fmt::format("  {}\n", printable(take_line(rest)));
  }
  if (!rest.empty()) text += "  ...\n";
}

std::string text_of(const Rule& rule) {
  std::string text = fmt::format(
      "{}\n  {}\n\n{} Severity {}, confidence {}.\n\nHow it is recognised:\n{}",
      rule.id, printable(rule.description), damage(rule), name_of(rule.severity),
      name_of(rule.confidence), recognised(rule));
  add_example(rule, text);
  if (!rule.rotate_steps.empty()) text += "\nHow to rotate it:\n";
  for (std::size_t i = 0; i < rule.rotate_steps.size(); ++i) {
    text += fmt::format("  {}. {}\n", i + 1, printable(rule.rotate_steps[i]));
  }
  if (!rule.rotate_url.empty())
    text += fmt::format("  {}\n", printable(rule.rotate_url));
  if (!rule.check.empty()) {
    text += fmt::format(
        "\nWhether it is still live, its owner can ask (leaksieve never does):\n  {}\n",
        printable(rule.check));
  }
  if (!rule.env.empty()) {
    text += fmt::format("\nUsually named: {}\n", list_of(rule.env));
  }
  if (!rule.aliases.empty()) {
    text += fmt::format("\nCalled by other scanners: {}\n", list_of(rule.aliases));
  }
  return text;
}

}  // namespace

Result<std::string> explain(std::span<const Rule> rules, std::string_view name) {
  std::string text;
  for (const Rule& rule : rules) {
    if (!answers_to(rule, name)) continue;
    if (!text.empty()) text += "\n";
    text += text_of(rule);
  }
  if (text.empty()) return unknown_rule(rules, name);
  return text;
}

}  // namespace leaksieve

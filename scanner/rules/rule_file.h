#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/rule.h"
#include "scanner/rules/rule_texts.h"

namespace leaksieve {

/// Rules read from TOML. Owns what its rules borrow from: keep it as long as they live.
class RuleFile {
 public:
  /// Reads `text`, the content of a rule file: `[[rules]]` in gitleaks' schema with our
  /// keys (rules/README.md has the table). `path` is only named in messages, which give
  /// the line and column of the mistake. Unknown keys are mistakes. Regexes are not
  /// compiled here.
  static Result<RuleFile> parse(std::string_view text, std::string_view path);

  RuleFile(RuleFile&&) = default;
  RuleFile& operator=(RuleFile&&) = default;

  const std::vector<Rule>& rules() const { return rules_; }

 private:
  RuleFile(RuleTexts texts, std::vector<Rule> rules)
      : texts_(std::move(texts)), rules_(std::move(rules)) {}

  RuleTexts texts_;
  std::vector<Rule> rules_;
};

}  // namespace leaksieve

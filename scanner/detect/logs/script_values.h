#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/detect/logs/flow.h"
#include "scanner/detect/logs/leak.h"
#include "scanner/text/shell_lexer.h"

namespace leaksieve::logs {

/// The variables of a script, and what its expansions give. Borrows the text.
class ScriptValues {
 public:
  explicit ScriptValues(std::string_view text) : text_(text) {}

  /// What an expansion shows; level none if it shows no secret.
  Leak leak_of(const ShellExpansion& expansion) const;

  /// The variable is no secret, whatever its name says.
  void clear(std::string_view name) { values_[name] = {}; }

  /// Learns from the assignments among a command's words, and from `read -s X`.
  void learn(const ShellCommand& command);

  /// Learns the variables that a workflow sets from secrets: `NAME: ${{ secrets.X }}`.
  void learn_workflow();

  const std::vector<Link>& links() const { return links_; }

 private:
  Leak leak_of_expression(const ShellExpansion& expansion) const;
  Leak leak_of_command(const ShellExpansion& expansion) const;
  void set(std::string_view name, ByteSpan name_span, const Leak& leak);

  static constexpr std::size_t kMostValues = 20000;

  std::string_view text_;
  std::unordered_map<std::string_view, Leak> values_;
  std::vector<Link> links_;
};

}  // namespace leaksieve::logs

#pragma once

#include <optional>
#include <string_view>

namespace leaksieve::logs {

/// What a text is about, by the words it uses; each looked for once, when asked.
class Vocabulary {
 public:
  explicit Vocabulary(std::string_view text) : text_(text) {}

  /// Tokens are words of a language here: a lexer, a parser, a language model.
  bool is_parser();
  /// Somebody signs in here: sessions, bearers, passwords.
  bool signs_in();
  /// Working directories are asked for and changed here.
  bool is_about_directories();
  /// Swift: the logger is of the package swift-log, which hides nothing.
  bool says_swift_log();

 private:
  std::string_view text_;
  std::optional<bool> parser_;
  std::optional<bool> signs_in_;
  std::optional<bool> swift_log_;
  std::optional<bool> directories_;
};

}  // namespace leaksieve::logs

#include "scanner/detect/logs/vocabulary.h"

#include "scanner/text/word_scan.h"

namespace leaksieve::logs {
namespace {

bool any(const WordScan& words, std::string_view text, std::optional<bool>& answer) {
  if (!answer) answer = words.any_in(text);
  return *answer;
}

}  // namespace

bool Vocabulary::is_parser() {
  static constexpr std::string_view kWords[] = {"lexer",
                                                "tokenize",
                                                "tokenise",
                                                "lexeme",
                                                "tokentype",
                                                "token_kind",
                                                "tokenkind",
                                                "syntax",
                                                "grammar",
                                                "peek",
                                                "unexpected token",
                                                "token::",
                                                "eos_token",
                                                "tokens[",
                                                "parse_expr",
                                                "parseexpr",
                                                "ast_node",
                                                "embedding",
                                                "tiktoken",
                                                "vocab",
                                                "yacc",
                                                "keyword",
                                                "next_tok",
                                                "nexttok",
                                                "erc20",
                                                "parsererror",
                                                "scannererror",
                                                "check_token(",
                                                "solidity",
                                                "cancellationtoken"};
  static const WordScan kScan{kWords};
  return any(kScan, text_, parser_);
}

bool Vocabulary::signs_in() {
  static constexpr std::string_view kWords[] = {
      "authorization", "bearer",      "oauth",        "login",       "jwt",
      "api_key",       "apikey",      "access_token", "accesstoken", "password",
      "credential",    "authenticat", "secret",       "signin",      "sign_in",
      "session",       "webhook",     "github.com",   "api."};
  static const WordScan kScan{kWords};
  return any(kScan, text_, signs_in_);
}

bool Vocabulary::is_about_directories() {
  static constexpr std::string_view kWords[] = {"getwd",       "getcwd",  "chdir",
                                                "working dir", "workdir", "directory",
                                                "$(pwd)",      "\"pwd\"", "pathname"};
  static const WordScan kScan{kWords};
  return any(kScan, text_, directories_);
}

bool Vocabulary::says_swift_log() {
  static constexpr std::string_view kWords[] = {"import logging", "logging.logger",
                                                "import vapor"};
  static const WordScan kScan{kWords};
  return any(kScan, text_, swift_log_);
}

}  // namespace leaksieve::logs

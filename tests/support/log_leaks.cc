#include "tests/support/log_leaks.h"

#include "scanner/text/code_lexer.h"

namespace leaksieve::test {

std::vector<Candidate> leak_candidates(std::string_view text, std::string_view path) {
  std::vector<Candidate> found;
  find_log_statements(text, path, {RuleIndex{0}, RuleIndex{1}}, found);
  return found;
}

std::vector<std::string> leaks(std::string_view text, std::string_view path) {
  std::vector<std::string> out;
  for (const Candidate& candidate : leak_candidates(text, path)) {
    if (candidate.confidence < Confidence::medium) continue;
    out.emplace_back(bytes_of(text, candidate.secret));
  }
  return out;
}

logs::Code read_code(std::string_view text, CodeLanguage language) {
  logs::Code code;
  code.text = text;
  code.language = language;
  CodeLexer lexer(text, language);
  while (lexer.read(1U << 20, code.tokens)) {
  }
  index_code(code);
  return code;
}

}  // namespace leaksieve::test

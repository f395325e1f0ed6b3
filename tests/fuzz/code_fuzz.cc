// Code of any bytes: one byte says in which language. Tokens rise and lie in the text,
// and so does every leak that is found.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "scanner/detect/logs/code_leaks.h"
#include "scanner/text/code_lexer.h"

namespace {

void check(leaksieve::ByteSpan span, std::size_t size) {
  if (span.begin > span.end || span.end > size) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  if (size < 1) return 0;
  // Those that are code of their own, from python to other.
  constexpr auto kFirst = static_cast<unsigned>(CodeLanguage::python);
  constexpr auto kCount = static_cast<unsigned>(CodeLanguage::other) - kFirst + 1;
  const auto language = static_cast<CodeLanguage>(kFirst + data[0] % kCount);
  // A copy of its own, so that a byte too far is seen.
  const std::vector<char> copy(data + 1, data + size);
  const std::string_view text(copy.data(), copy.size());

  CodeLexer lexer(text, language);
  std::vector<Token> tokens;
  while (lexer.read(100, tokens)) {
    if (tokens.size() > 2 * text.size() + 200) std::abort();
  }
  std::uint32_t last = 0;
  for (const Token& token : tokens) {
    if (token.begin < last || token.end < token.begin || token.end > text.size()) {
      std::abort();
    }
    last = token.begin;
  }

  std::vector<Candidate> leaks;
  logs::find_code_leaks(text, "code", language, {}, leaks);
  if (leaks.size() > logs::kMaxLeaksPerText) std::abort();
  for (const Candidate& leak : leaks) {
    check(leak.match, text.size());
    check(leak.secret, text.size());
    for (const RelatedSpan& related : leak.related) check(related.span, text.size());
  }
  return 0;
}

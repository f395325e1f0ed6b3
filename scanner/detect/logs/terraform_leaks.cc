#include "scanner/detect/logs/terraform_leaks.h"

#include <algorithm>

#include "scanner/detect/logs/chain.h"
#include "scanner/detect/logs/expression.h"
#include "scanner/detect/logs/findings.h"
#include "scanner/text/code_lexer.h"

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;

// The value of `name =` in the block that token `open` opens; empty if it has none.
TokenRange attribute(const Code& code, std::uint32_t open, std::string_view name) {
  const std::uint32_t close = code.match[open];
  for (std::uint32_t i = open + 1; i < close; ++i) {
    if (code.kind(i) == Kind::open && code.match[i] != kNoToken) {
      i = code.match[i];
    } else if (code.is(i, name) && code.is(i + 1, "=")) {
      return {i + 2, std::min(statement_end(code, i + 2, 2000), close)};
    }
  }
  return {};
}

}  // namespace

void find_terraform_leaks(std::string_view text, std::string_view path,
                          const LogRules& rules, std::vector<Candidate>& out) {
  CodeLexer lexer(text, CodeLanguage::terraform);
  Lines lines(text);
  Code code;
  code.text = text;
  code.language = CodeLanguage::terraform;
  const Flow flow;
  const std::vector<Function> none;
  std::size_t found = 0;
  for (; lexer.read(1U << 18, code.tokens); code.tokens.clear()) {
    index_code(code);
    ExpressionReader reader(code, none, flow, code.tokens.size() * 4 + 1000);
    for (std::uint32_t i = 0; i + 2 < code.size() && found < kMaxLeaksPerText; ++i) {
      if (!code.is(i, "output") || code.kind(i + 1) != Kind::text ||
          !code.is(i + 2, "{") || code.match[i + 2] == kNoToken) {
        continue;
      }
      const TokenRange sensitive = attribute(code, i + 2, "sensitive");
      if (sensitive.end > sensitive.begin && code.is(sensitive.begin, "true")) continue;
      const TokenRange value = attribute(code, i + 2, "value");
      if (value.end <= value.begin) continue;
      std::vector<Leak> leaks;
      reader.read(value.begin, value.end, {}, leaks);
      const auto worst = std::max_element(
          leaks.begin(), leaks.end(),
          [](const Leak& a, const Leak& b) { return a.level < b.level; });
      if (worst == leaks.end() || worst->level < Level::medium) continue;
      LeakPlace place;
      place.in_tests = is_test_path(path);
      place.call = code.span(i, code.match[i + 2] + 1);
      place.callee = "output";
      Leak leak = *worst;
      leak.level = Level::medium;
      out.push_back(leak_candidate(text, leak, place, flow.links(), rules, lines));
      ++found;
    }
  }
}

}  // namespace leaksieve::logs

#include "scanner/detect/logs/code.h"

#include <algorithm>

#include "scanner/detect/logs/names.h"
#include "scanner/detect/logs/sink_names.h"
#include "scanner/text/word_list.h"

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;

constexpr auto kKeywords = word_list([] {
  return std::string_view(
      "if else elif elsif for foreach while return in is not and or new typeof "
      "await lambda async function def class import try catch except finally switch "
      "case break continue yield del void var let const val mut unless until then "
      "do rescue raise throw instanceof sizeof static public private protected "
      "final fn func fun when as where match with export delete defer struct enum "
      "interface impl trait unsafe elseif readonly override using");
});

// Ends of lines after which, and beginnings of lines before which, a statement goes on.
bool goes_on_after(const Code& code, std::uint32_t i) {
  if (code.kind(i) != Kind::op) return false;
  const std::string_view op = code.str(i);
  return op != ";" && op != "++" && op != "--" && op != "!" && op != "?";
}
bool goes_on_with(const Code& code, std::uint32_t i) {
  if (i >= code.size() || code.kind(i) != Kind::op) return false;
  const std::string_view op = code.str(i);
  return op == "." || op == "?." || op == "&." || op == "+" || op == "&&" ||
         op == "||" || op == "??" || op == "?" || op == ":" || op == "?:" ||
         op == "->" || op == "|>";
}

}  // namespace

void index_code(Code& code) {
  code.match = match_brackets(code.text, code.tokens);
  code.hot_before.resize(code.tokens.size() + 1);
  std::uint32_t hot = 0;
  for (std::uint32_t i = 0; i < code.size(); ++i) {
    code.hot_before[i] = hot;
    Token& token = code.tokens[i];
    if (token.kind == Kind::name) {
      const std::string_view name = token.in(code.text);
      if (is_keyword(name)) {
        token.marks = Code::kKeyword;
      } else {
        if (may_name_secret(name)) ++hot;
        if (may_name_sink(name)) token.marks = Code::kSinkName;
      }
    } else if (token.kind == Kind::text && may_name_secret(token.in(code.text))) {
      ++hot;
    }
  }
  code.hot_before[code.size()] = hot;
}

bool is_keyword(std::string_view word) {
  return word.size() <= 10 && word.size() > 1 && word[0] >= 'a' && word[0] <= 'z' &&
         kKeywords.has(word);
}

std::uint32_t statement_end(const Code& code, std::uint32_t i, std::uint32_t most) {
  const bool newline_ends = code.syntax().newline_ends;
  for (std::uint32_t steps = 0; i < code.size() && steps < most; ++steps) {
    switch (code.kind(i)) {
      case Kind::open:
      case Kind::string_begin:
      case Kind::value_begin:
        if (code.match[i] == kNoToken) return i;
        i = code.match[i] + 1;
        continue;
      case Kind::close:
      case Kind::value_end:
      case Kind::string_end:
        return i;
      case Kind::newline:
        if (newline_ends && i > 0 && !goes_on_after(code, i - 1) &&
            !goes_on_with(code, i + 1)) {
          return i;
        }
        break;
      case Kind::op:
        if (code.str(i) == ";") return i;
        break;
      default:
        break;
    }
    ++i;
  }
  return std::min(i, code.size());
}

}  // namespace leaksieve::logs

#include "scanner/text/brackets.h"

#include <algorithm>

namespace leaksieve {
namespace {

using Kind = Token::Kind;

constexpr std::size_t kLevelsBack = 16;

char partner(char close) { return close == ')' ? '(' : close == ']' ? '[' : '{'; }

}  // namespace

std::vector<std::uint32_t> match_brackets(std::string_view text,
                                          std::span<const Token> tokens) {
  struct Open {
    std::uint32_t index;
    char what;
  };
  std::vector<std::uint32_t> match(tokens.size(), kNoToken);
  std::vector<Open> open;
  const auto close = [&](std::uint32_t index, char what) {
    const std::size_t deepest = open.size() - std::min(open.size(), kLevelsBack);
    for (std::size_t i = open.size(); i > deepest; --i) {
      if (open[i - 1].what != what) continue;
      match[open[i - 1].index] = index;
      match[index] = open[i - 1].index;
      open.resize(i - 1);
      return;
    }
  };
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    switch (tokens[i].kind) {
      case Kind::open:
        open.push_back({i, text[tokens[i].begin]});
        break;
      case Kind::string_begin:
        open.push_back({i, '"'});
        break;
      case Kind::value_begin:
        open.push_back({i, '$'});
        break;
      case Kind::close:
        close(i, partner(text[tokens[i].begin]));
        break;
      case Kind::string_end:
        close(i, '"');
        break;
      case Kind::value_end:
        close(i, '$');
        break;
      default:
        break;
    }
  }
  return match;
}

}  // namespace leaksieve

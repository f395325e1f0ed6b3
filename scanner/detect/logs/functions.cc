#include "scanner/detect/logs/functions.h"

#include <algorithm>

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;

constexpr std::uint32_t kHeadTokens = 40;  // between the parameters and the body

// The column of the first byte of the line that token `i` is on; tabs count as eight.
std::size_t indentation(const Code& code, std::uint32_t i) {
  std::size_t at = code.tokens[i].begin;
  while (at > 0 && code.text[at - 1] != '\n') --at;
  std::size_t column = 0;
  for (; at < code.text.size(); ++at) {
    if (code.text[at] == ' ') {
      ++column;
    } else if (code.text[at] == '\t') {
      column += 8;
    } else {
      break;
    }
  }
  return column;
}

bool begins_line(const Code& code, std::uint32_t i) {
  return i == 0 || code.is_newline(i - 1);
}

// `def name(parameters)` and all lines after it that are further in. `open` holds the
// functions that are not closed yet.
void find_by_indentation(const Code& code, std::vector<Function>& out) {
  struct Open {
    std::size_t column;
    std::uint32_t function;
  };
  std::vector<Open> open;
  std::size_t column = 0;  // of the line
  std::uint32_t depth = 0;
  for (std::uint32_t i = 0; i < code.size(); ++i) {
    if (code.kind(i) == Kind::open) ++depth;
    if (code.kind(i) == Kind::close && depth > 0) --depth;
    if (depth == 0 && begins_line(code, i) && !code.is_newline(i)) {
      column = indentation(code, i);
      while (!open.empty() && column <= open.back().column) {
        out[open.back().function].end = i;
        open.pop_back();
      }
    }
    if (!code.is(i, "def") || !code.is_name(i + 1)) continue;
    std::uint32_t name = i + 1;
    while (code.is(name + 1, ".") && code.is_name(name + 2)) name += 2;  // self.name
    Function function;
    function.name = code.str(name);
    function.name_token = name;
    std::uint32_t body = name + 1;
    if (code.is(body, "(") && code.match[body] != kNoToken) {
      function.parameters = body;
      body = code.match[body] + 1;
    }
    function.begin = body;
    function.end = code.size();
    function.parent = open.empty() ? kNoFunction : open.back().function;
    open.push_back({column, static_cast<std::uint32_t>(out.size())});
    out.push_back(function);
  }
}

bool is_block_word(std::string_view word) {
  return word == "if" || word == "for" || word == "while" || word == "switch" ||
         word == "catch" || word == "with" || word == "foreach" || word == "when" ||
         word == "match" || word == "lock" || word == "using" || word == "elseif" ||
         word == "synchronized" || word == "else" || word == "guard" ||
         word == "select";
}

// Looks back from a body's `{` (or from `=>`) for `name(parameters)`.
bool read_head(const Code& code, std::uint32_t body, Function& function) {
  std::uint32_t i = body;
  for (std::uint32_t steps = 0; i > 0 && steps < kHeadTokens; ++steps) {
    --i;
    const Kind kind = code.kind(i);
    if (kind == Kind::close && code.is(i, ")") && code.match[i] != kNoToken) {
      std::uint32_t open = code.match[i];
      // Go's results and receivers are in brackets too: take the first group that has
      // a name of its own before it.
      if (open > 0 && code.is(open - 1, ")") && code.match[open - 1] != kNoToken) {
        open = code.match[open - 1];
      }
      function.parameters = open;
      if (open == 0) return true;
      std::uint32_t name = open - 1;
      if (code.is(name, ">")) {  // name<T>(...)
        for (std::uint32_t back = 0; name > 0 && back < 12 && !code.is(name, "<");
             ++back)
          --name;
        if (name > 0) --name;
      }
      if (!code.is_name(name)) {
        return code.is(name, "=") || code.is(name, ",") ||
               code.kind(name) == Kind::open || code.is(name, ":") ||
               code.is(name, "=>") || code.is(name, "&");
      }
      const std::string_view word = code.str(name);
      if (is_block_word(word)) return false;
      if (word == "function" || word == "fn" || word == "func" || word == "async" ||
          word == "use" || word == "return") {
        if (word == "use") continue;  // PHP's closure: its parameters stand before
        return true;
      }
      function.name = word;
      function.name_token = name;
      return true;
    }
    if (kind == Kind::newline || (kind == Kind::name && !is_block_word(code.str(i))) ||
        code.is(i, "->") || code.is(i, ":") || code.is(i, "::") || code.is(i, "<") ||
        code.is(i, ">") || code.is(i, ",") || code.is(i, "?") || code.is(i, "&") ||
        code.is(i, "*") || code.is(i, "|") || code.is(i, ".") || code.is(i, "[") ||
        code.is(i, "]") || code.is(i, "=>") || code.is(i, "!")) {
      if (kind == Kind::newline && code.syntax().newline_ends &&
          code.language != CodeLanguage::csharp && steps > 0) {
        return false;
      }
      continue;
    }
    return false;
  }
  return false;
}

// `const name = (x) => ...`, `name: function (x) {...}`: the name stands before.
void find_assigned_name(const Code& code, Function& function) {
  if (!function.name.empty() || function.parameters == kNoToken) return;
  std::uint32_t i = function.parameters;
  while (i > 0 && (code.is(i - 1, "function") || code.is(i - 1, "async") ||
                   code.is(i - 1, "fn") || code.is(i - 1, "func"))) {
    --i;
  }
  if (i < 2 || (!code.is(i - 1, "=") && !code.is(i - 1, ":=") && !code.is(i - 1, ":")))
    return;
  if (!code.is_name(i - 2)) return;
  function.name = code.str(i - 2);
  function.name_token = i - 2;
}

void find_by_brackets(const Code& code, std::vector<Function>& out) {
  std::vector<std::uint32_t> open;  // functions, innermost last
  for (std::uint32_t i = 0; i < code.size(); ++i) {
    while (!open.empty() && i >= out[open.back()].end) open.pop_back();
    Function function;
    if (code.kind(i) == Kind::open && code.is(i, "{")) {
      if (code.match[i] == kNoToken || !read_head(code, i, function)) continue;
      function.begin = i + 1;
      function.end = code.match[i];
    } else if ((code.is(i, "=>") ||
                (code.is(i, "=") && code.language == CodeLanguage::kotlin)) &&
               !code.is(i + 1, "{")) {
      // An arrow function whose body is one expression; Kotlin's `fun x() = ...`.
      if (i == 0 || !read_head(code, i, function)) continue;
      if (code.is(i, "=") &&
          (function.name_token == kNoToken || function.name_token == 0 ||
           !code.is(function.name_token - 1, "fun"))) {
        continue;
      }
      function.begin = i + 1;
      function.end = statement_end(code, i + 1, 200);
      function.expression = true;
    } else {
      continue;
    }
    find_assigned_name(code, function);
    function.parent = open.empty() ? kNoFunction : open.back();
    open.push_back(static_cast<std::uint32_t>(out.size()));
    out.push_back(function);
  }
}

}  // namespace

std::vector<Function> find_functions(const Code& code) {
  std::vector<Function> functions;
  if (code.syntax().indented) {
    find_by_indentation(code, functions);
  } else {
    find_by_brackets(code, functions);
  }
  return functions;
}

std::vector<TokenRange> arguments_of(const Code& code, std::uint32_t open,
                                     std::size_t most) {
  std::vector<TokenRange> arguments;
  if (open == kNoToken || code.match[open] == kNoToken) return arguments;
  const std::uint32_t close = code.match[open];
  std::uint32_t begin = open + 1;
  std::uint32_t i = begin;
  while (i < close && arguments.size() < most) {
    if ((code.kind(i) == Kind::open || code.kind(i) == Kind::string_begin ||
         code.kind(i) == Kind::value_begin) &&
        code.match[i] != kNoToken) {
      i = code.match[i] + 1;
      continue;
    }
    if (code.is(i, ",")) {
      arguments.push_back({begin, i});
      begin = i + 1;
    }
    ++i;
  }
  if (begin < close && arguments.size() < most) arguments.push_back({begin, close});
  return arguments;
}

std::vector<std::uint32_t> parameters_of(const Code& code, const Function& function) {
  std::vector<std::uint32_t> names;
  for (const TokenRange& range : arguments_of(code, function.parameters, 32)) {
    // `name`, `name: type`, `name = default`, `type name`, `label name: type`.
    std::uint32_t name = kNoToken;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (code.is(i, ":") || code.is(i, "=")) break;
      if (code.kind(i) == Kind::open) break;
      if (!code.is_name(i) || code.is_keyword(i)) continue;
      name = i;
      // Go writes the type after the name.
      if (code.language == CodeLanguage::go) break;
    }
    names.push_back(name);
  }
  return names;
}

}  // namespace leaksieve::logs

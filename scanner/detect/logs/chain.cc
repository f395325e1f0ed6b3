#include "scanner/detect/logs/chain.h"

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;
using enum CodeLanguage;

bool is_connector(const Code& code, std::uint32_t i) {
  if (i >= code.size()) return false;
  const Token& token = code.tokens[i];
  if (token.kind != Kind::op) return false;
  const std::uint32_t size = token.end - token.begin;
  const char first = code.text[token.begin];
  if (size == 1) {
    if (first == '.') return code.language != php;
    // Lua's method call.
    return first == ':' && code.language == other && code.adjacent(i) &&
           code.adjacent(i + 1);
  }
  if (size != 2) return false;
  const char second = code.text[token.begin + 1];
  if (first == '-' && second == '>')
    return code.language != rust && code.language != kotlin;
  return (first == ':' && second == ':') ||
         (second == '.' && (first == '?' || first == '&'));
}

// The bracket of the call after `<string, Map<a, b>>`; 0 if there is none.
std::uint32_t call_after_types(const Code& code, std::uint32_t i) {
  if (!code.is(i, "<") || !code.adjacent(i)) return 0;
  for (std::uint32_t j = i + 1; j < code.size() && j < i + 16; ++j) {
    if (code.is(j, "(")) return code.is(j - 1, ">") || code.is(j - 1, ">>") ? j : 0;
    if (!code.is_name(j) && code.kind(j) != Kind::op && !code.is(j, "[") &&
        !code.is(j, "]")) {
      return 0;
    }
    if (code.is(j, ";") || code.is(j, "=") || code.is(j, "&&") || code.is(j, "||"))
      return 0;
  }
  return 0;
}

bool takes_block(CodeLanguage language) {
  return language == kotlin || language == swift || language == scala ||
         language == groovy;
}

// Marks after an operand that do not change it: x!.y, x?.y (PHP, Rust), x!!.y.
std::uint32_t skip_marks(const Code& code, std::uint32_t i) {
  if (code.is(i, "!") || code.is(i, "!!")) {
    if (is_connector(code, i + 1) || code.is(i + 1, "[")) return i + 1;
    // Swift's and TypeScript's bang at the end of an operand.
    if (code.adjacent(i) && !code.is(i + 1, "(") && !code.is_name(i + 1)) return i + 1;
  }
  if (code.is(i, "?") && (code.language == php || code.language == rust) &&
      (code.language == rust || code.is(i + 1, "->"))) {
    return i + 1;
  }
  return i;
}

}  // namespace

bool begins_chain(const Code& code, std::uint32_t i, bool& tail) {
  tail = false;
  // A word with a member is no keyword there: import.meta, Terraform's var.x.
  const bool meta = code.is_name(i) && code.is(i + 1, ".") && code.adjacent(i + 1);
  if (!meta && (!code.is_name(i) || code.is_keyword(i))) {
    if (!code.is_name(i) || i == 0 || !is_connector(code, i - 1)) return false;
  }
  if (i == 0 || !is_connector(code, i - 1)) return true;
  std::uint32_t before = i - 1;
  if (before > 0 && code.is_newline(before - 1)) --before;
  if (before == 0) return true;
  const Kind kind = code.kind(before - 1);
  // `.method()` of a literal or of brackets; the member of a name, of a call or of a
  // subscript is part of its chain.
  tail = kind == Kind::text || kind == Kind::string_end || kind == Kind::close;
  if (kind == Kind::close) {
    const std::uint32_t open = code.match[before - 1];
    if (open == kNoToken) return false;
    if (open > 0) {
      const Kind left = code.kind(open - 1);
      const bool operand = left == Kind::close || code.is(open - 1, ">") ||
                           code.is(open - 1, "!") ||
                           (left == Kind::name && !code.is_keyword(open - 1));
      if (operand) return tail = false;
    }
  }
  if (code.is(i - 1, "::") || kind == Kind::newline || kind == Kind::open ||
      kind == Kind::op) {
    // `::name`, Swift's `.member`: nothing stands before it.
    return kind == Kind::open || kind == Kind::op || kind == Kind::newline;
  }
  return tail;
}

void read_chain(const Code& code, std::uint32_t i, Chain& out) {
  out.parts.clear();
  out.begin = i;
  out.tail = false;
  while (true) {
    out.parts.push_back({Part::Kind::name, i, i});
    ++i;
    while (i < code.size()) {
      const bool macro = code.language == rust && code.is(i, "!") &&
                         code.is_name(i - 1) && i + 1 < code.size() &&
                         code.kind(i + 1) == Kind::open;
      if (macro) ++i;
      std::uint32_t open = i;
      // Generic arguments, in Rust after `::`.
      const std::uint32_t types = code.is(i, "::") ? i + 1 : i;
      if (const std::uint32_t call = call_after_types(code, types); call != 0)
        open = call;
      if (open >= code.size() || code.kind(open) != Kind::open ||
          code.match[open] == kNoToken) {
        break;
      }
      const std::string_view bracket = code.str(open);
      Part::Kind kind = Part::Kind::call;
      if (!macro && bracket == "[") {
        if (code.language == ruby && !code.adjacent(open)) break;
        kind = Part::Kind::index;
      } else if (!macro && bracket == "{") {
        if (!takes_block(code.language) || code.str(out.parts[0].begin) == "class")
          break;
        kind = Part::Kind::block;
      }
      out.parts.push_back({kind, open, code.match[open]});
      i = code.match[open] + 1;
      if (kind == Part::Kind::block) break;
    }
    std::uint32_t next = skip_marks(code, i);
    if (code.is_newline(next) && is_connector(code, next + 1)) ++next;
    if (!is_connector(code, next)) break;
    // Line ends may stand on both sides of the connector.
    std::uint32_t name = next + 1;
    while (code.is_newline(name)) ++name;
    if (!code.is_name(name)) break;
    i = name;
  }
  out.end = out.parts.back().end + 1;
}

std::string_view literal_in(const Code& code, const Part& part) {
  if (part.kind == Part::Kind::name) return {};
  std::uint32_t begin = part.begin + 1;
  std::uint32_t end = part.end;
  while (begin < end && code.is_newline(begin)) ++begin;
  // Swift's label of an argument.
  if (begin + 2 < end && code.is_name(begin) && code.is(begin + 1, ":")) begin += 2;
  if (begin >= end || code.kind(begin) != Kind::text) return {};
  // A default may follow: get("X", None).
  if (end - begin > 1 && !code.is(begin + 1, ",") && !code.is_newline(begin + 1))
    return {};
  return code.str(begin);
}

std::string path_of(const Code& code, const Chain& chain, std::size_t end) {
  std::string path;
  for (std::size_t i = 0; i < end && path.size() < 200; ++i) {
    const Part& part = chain.parts[i];
    switch (part.kind) {
      case Part::Kind::name: {
        if (!path.empty()) path += '.';
        std::string_view name = code.str(part.begin).substr(0, 100);
        path += name;
        break;
      }
      case Part::Kind::call:
        path += "()";
        break;
      case Part::Kind::index:
        path += "[]";
        break;
      case Part::Kind::block:
        path += "{}";
        break;
    }
  }
  return path;
}

}  // namespace leaksieve::logs

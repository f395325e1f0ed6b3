#include "scanner/detect/logs/code.h"

#include <algorithm>

#include "scanner/detect/logs/names.h"
#include "scanner/detect/logs/sink_names.h"
#include "scanner/detect/logs/sources.h"
#include "scanner/text/word_list.h"

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;

static constexpr auto kKeywords = word_list([] {
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

// A secret by its name, or all of the environment and its like.
bool names_something_sensitive(std::string_view name) {
  if (may_name_dump(name)) return true;
  if (!may_name_secret(name)) return false;
  // A field of a form whose text is one.
  for (const std::string_view end :
       {"Field", "Input", "Edit", "EditText", "Box", "_field"}) {
    if (name.ends_with(end)) return true;
  }
  return grade_name(name, NameUse::setting) >= NameGrade::hint;
}

// What is known of a name, kept for the next time that it is met.
struct NameMarks {
  std::string_view name;
  std::uint8_t marks = 0;
  bool sensitive = false;
};

constexpr std::size_t kCacheSize = 1024;

std::size_t slot_of(std::string_view name) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(name[i]); };
  return (byte(0) * 7U + byte(name.size() / 2) * 61U + byte(name.size() - 1) * 131U +
          byte(name.size() / 3) * 17U + name.size() * 257U) %
         kCacheSize;
}

NameMarks marks_of(std::string_view name) {
  NameMarks known{name, 0, false};
  if (is_keyword(name)) {
    known.marks = Code::kKeyword;
    if (name == "raise" || name == "throw") known.marks |= Code::kSinkName;
    return known;
  }
  if (may_name_source(name)) known.marks |= Code::kSourceName;
  if (may_name_sink(name)) known.marks |= Code::kSinkName;
  known.sensitive = names_something_sensitive(name);
  return known;
}

}  // namespace

void index_code(Code& code) {
  code.match = match_brackets(code.text, code.tokens);
  code.hot_before.resize(code.tokens.size() + 1);
  code.sinks_before.resize(code.tokens.size() + 1);
  std::uint32_t sinks = 0;
  std::uint32_t hot = 0;
  std::vector<NameMarks> cache(kCacheSize);
  for (std::uint32_t i = 0; i < code.size(); ++i) {
    code.hot_before[i] = hot;
    code.sinks_before[i] = sinks;
    Token& token = code.tokens[i];
    if (token.kind == Kind::name) {
      const std::string_view name = token.in(code.text);
      NameMarks& known = cache[slot_of(name)];
      if (known.name != name) known = marks_of(name);
      token.marks = known.marks;
      if (known.sensitive) ++hot;
      if ((known.marks & Code::kSinkName) != 0) ++sinks;
    } else if (token.kind == Kind::text && may_name_secret(token.in(code.text))) {
      ++hot;
    }
  }
  code.hot_before[code.size()] = hot;
  code.sinks_before[code.size()] = sinks;
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

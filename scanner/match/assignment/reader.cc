#include "scanner/match/assignment/reader.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/match/assignment/cursor.h"
#include "scanner/match/assignment/literal.h"
#include "scanner/match/assignment/name.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kLongestName = 60;

bool is_name_byte(char c) { return is_word_byte(c) || c == '-' || c == '.'; }

// The whole name: to the left and to the right of the word.
ByteSpan name_around(std::string_view text, ByteSpan word) {
  std::uint64_t begin = word.begin;
  while (begin > 0 && word.begin - begin < kLongestName &&
         is_name_byte(text[begin - 1])) {
    --begin;
  }
  // "\npassword": the escape is not part of the name.
  if (begin > 0 && begin < word.begin && text[begin - 1] == '\\' &&
      std::string_view("nrt").find(text[begin]) != std::string_view::npos) {
    ++begin;
  }
  while (begin < word.begin && (text[begin] == '-' || text[begin] == '.')) ++begin;
  std::uint64_t end = word.begin;
  const std::uint64_t limit = std::min(text.size(), word.begin + kLongestName);
  while (end < limit) {
    const bool joint = text[end] == '-' || text[end] == '.';
    const bool joined = joint && end + 1 < limit && is_word_byte(text[end + 1]) &&
                        end > word.begin && is_word_byte(text[end - 1]);
    if (!is_word_byte(text[end]) && !joined) break;
    ++end;
  }
  return {begin, end};
}

// Where a phrase that announces a password ends: "IDENTIFIED BY" in SQL, PowerShell's
// ConvertTo-SecureString; 0 if `word` begins none.
std::uint64_t end_of_phrase(std::string_view text, ByteSpan word) {
  Cursor at(text, word.begin);
  if (at.take_word("convertto-securestring")) {
    const std::uint64_t end = at.position();
    at.skip_blanks();
    return at.take_word("-string") ? at.position() : end;
  }
  if (!at.take_word("identified") || at.skip_blanks() == 0 || !at.take_word("by")) {
    return 0;
  }
  const std::uint64_t end = at.position();
  at.skip_blanks();
  if (at.take_word("password")) return at.position();
  return end;
}

// What stands between name and value, and how it joins them.
struct Separator {
  Join join = Join::assigned;
  bool needs_quotes = false;
  bool colon = false;
  bool interpolated = false;  // "${NAME:-v}"
  bool tight = false;         // no blanks around it
  bool call = false;          // name("v")
};

// "Some(", "b64decode(": the argument is the value.
bool is_wrapper(std::string_view callee) {
  constexpr std::string_view kWrappers[] = {"some",
                                            "just",
                                            "right",
                                            "str",
                                            "string",
                                            "bytes",
                                            "byte",
                                            "b64decode",
                                            "atob",
                                            "decode64",
                                            "secretstr",
                                            "secret",
                                            "from",
                                            "of",
                                            "quote",
                                            "decode",
                                            "encode",
                                            "text",
                                            "literal",
                                            "unicode",
                                            "ptr",
                                            "to_bytes",
                                            "b",
                                            "u",
                                            "password",
                                            "valueof",
                                            "securestring",
                                            "base64decode",
                                            "unhexlify",
                                            "fromhex",
                                            "frombase64string",
                                            "strptr",
                                            "val"};
  std::string name = to_lower(callee.substr(callee.find_last_of(".:>") + 1));
  return std::find(std::begin(kWrappers), std::end(kWrappers), name) !=
         std::end(kWrappers);
}

// "os.environ.get(": the second argument is the value.
bool is_lookup(std::string_view callee) {
  constexpr std::string_view kLookups[] = {
      "get",       "getenv",        "env",          "config",
      "fetch",     "getproperty",   "getordefault", "getenvordefault",
      "envor",     "getstring",     "str",          "lookupenv",
      "getenvor",  "env_or",        "get_env",      "environ",
      "coalesce",  "firstnonempty", "defaultto",    "getenvdefault",
      "setdefault"};
  std::string name = to_lower(callee.substr(callee.find_last_of(".:>") + 1));
  return std::find(std::begin(kLookups), std::end(kLookups), name) !=
         std::end(kLookups);
}

// Takes "]", quotes and the like that end the name. True if the name was quoted.
bool take_closers(Cursor& at) {
  bool quoted = false;
  for (int i = 0; i < 5; ++i) {
    const char c = at.peek();
    if (c == '"' || c == '\'' || c == '`') {
      quoted = true;
    } else if (c != '\\' && c != ']' && c != ')' && c != '*') {
      break;
    }
    at.skip(1);
  }
  return quoted;
}

// "name: X" newline "value: v", "name": "X", "value": "v", name="X" value="v".
bool take_value_hop(Cursor& at) {
  Cursor probe = at;
  if (probe.peek() == ',' || probe.peek() == ';') probe.skip(1);
  if (probe.skip_space(60) == 0 && probe.position() == at.position()) return false;
  for (const std::string_view skipped : {"-", "\\\"", "\"", "'"}) probe.take(skipped);
  if (!probe.take_word("value")) return false;
  for (const std::string_view skipped : {"\\\"", "\"", "'"}) probe.take(skipped);
  probe.skip_blanks();
  if (!probe.take("=>") && !probe.take("=") && !probe.take(":")) return false;
  at = probe;
  return true;
}

// variable "db_password" { type = string, default = "v" } of Terraform.
bool take_default_hop(Cursor& at) {
  constexpr int kFurthest = 120;
  Cursor probe = at;
  probe.skip_blanks();
  if (!probe.take("{")) return false;
  for (int i = 0; i < kFurthest && probe.peek() != '}' && !probe.at_end(); ++i) {
    if (!is_word_byte(probe.previous()) && probe.take_word("default")) {
      probe.skip_blanks();
      if (!probe.take("=")) return false;
      at = probe;
      return true;
    }
    probe.skip(1);
  }
  return false;
}

// "</key><string>" of a property list.
bool take_element_hop(Cursor& at) {
  Cursor probe = at;
  if (!probe.take("</key>") && !probe.take("</name>")) return false;
  probe.skip_space(40);
  if (!probe.take("<string>") && !probe.take("<value>")) return false;
  at = probe;
  return true;
}

// The identifier before the "(" or "," and the quote that stand before `at`.
std::string_view callee_before(std::string_view text, std::uint64_t at) {
  const auto before = [&](std::string_view set) {
    return at > 0 && set.find(text[at - 1]) != std::string_view::npos;
  };
  for (int i = 0; i < 8 && before(" \"'`\\"); ++i) --at;
  if (!before("(")) return {};
  const std::uint64_t end = --at;
  while (at > 0 && end - at < 40 && is_word_byte(text[at - 1])) --at;
  return text.substr(at, end - at);
}

// "PASSWORD 'v'", "TOKEN 'v'" in SQL and the like; "pass 'v'" is prose.
bool is_spelled_out(std::string_view name) {
  const std::string lower = to_lower(name);
  for (const std::string_view word : {"password", "passwd", "secret", "token", "key"}) {
    if (lower.ends_with(word)) return true;
  }
  return false;
}

// `near` is what stands before the name, as far as a validator may look.
std::optional<Separator> take_separator(Cursor& at, std::string_view text,
                                        ByteSpan name, bool constant_name,
                                        std::string_view near) {
  const char before = name.begin > 0 ? text[name.begin - 1] : '\n';
  const char before2 = name.begin > 1 ? text[name.begin - 2] : '\n';
  if (before == '{' && before2 == '$') {
    if (at.take(":-") || at.take(":=") || at.take("-") || at.take(":")) {
      return Separator{.join = Join::default_, .interpolated = true};
    }
    if (!at.take("}")) return std::nullopt;
    take_closers(at);  // "${NAME}" == "v"
    at.skip_blanks();
    if (!at.take("==") && !at.take("!=")) return std::nullopt;
    return Separator{.join = Join::compared, .needs_quotes = true};
  }
  // "$mode,$pass" is a text of several values.
  const bool closed = at.previous() == '"';
  if (before == '$' && closed && before2 != '"') return std::nullopt;
  const std::uint64_t blanks = at.skip_blanks();
  for (const std::string_view sign : {"===", "!==", "==", "!="}) {
    if (at.take(sign)) return Separator{.join = Join::compared, .needs_quotes = true};
  }
  for (const std::string_view sign : {"||=", "||", "?\?=", "??", "?:"}) {
    if (at.take(sign)) return Separator{.join = Join::default_, .needs_quotes = true};
  }
  if (at.take("or ")) return Separator{.join = Join::default_, .needs_quotes = true};
  if (at.take("=>") || at.take("+=") || at.take(":=") || at.take("::=") ||
      at.take("?=") || at.take("<-")) {
    return Separator{.needs_quotes = false};
  }
  if (at.peek() == '=' && at.peek(1) != '~') {
    at.skip(1);
    const bool tight = blanks == 0 && at.peek() != ' ';
    const bool parameter = before == '?' || before == '&' || before == ';';
    const std::string_view url = text.substr(0, name.begin - (parameter ? 1 : 0));
    // The token of a badge is public.
    if (parameter && url.ends_with(".svg")) return std::nullopt;
    return Separator{.join = parameter ? Join::parameter : Join::assigned,
                     .tight = tight};
  }
  if (at.peek() == ':' && at.peek(1) != ':') {
    at.skip(1);
    // "--- PASS: TestX": the result of a test.
    if (!constant_name && bytes_of(text, name) == "PASS") return std::nullopt;
    if (before == ':') return std::nullopt;  // "arn:aws:...:secret:name"
    const bool tight = blanks == 0 && at.peek() != ' ' && at.peek() != '\t';
    return Separator{.colon = true, .tight = tight};
  }
  if (constant_name && at.peek() == ',') {
    at.skip(1);
    // HashPassword("password", "salt"): about passwords, not a table of settings.
    const std::string_view callee = callee_before(text, name.begin);
    if (callee.empty() || kind_of_name(callee) != NameKind::none) return std::nullopt;
    return Separator{.join = is_lookup(callee) ? Join::default_ : Join::argument,
                     .needs_quotes = true};
  }
  if (at.peek() == '(' && blanks == 0) {
    at.skip(1);
    return Separator{.join = Join::argument, .needs_quotes = true, .call = true};
  }
  // <password>v</password>, <x:password>v</..., <entry key="password">v</entry>
  const bool attribute = constant_name && before2 == '=';
  if (at.peek() == '>' && (before == '<' || before == ':' || attribute)) {
    at.skip(1);
    return Separator{.join = Join::element};
  }
  if (blanks > 0) {
    const bool phrase = bytes_of(text, name).find(' ') != std::string_view::npos ||
                        to_lower(bytes_of(text, name)) == "convertto-securestring";
    if (phrase) {
      const bool user = contains_ignoring_case(near, "user");
      // Prose says "identified by" too.
      const bool sql = user || text[name.begin] == 'I';
      if (!sql && bytes_of(text, name).find(' ') != std::string_view::npos) {
        return std::nullopt;
      }
      return Separator{.needs_quotes = !user, .tight = true};
    }
    const bool sql =
        (at.peek() == '\'' || at.peek() == '"') && is_spelled_out(bytes_of(text, name));
    if (sql) return Separator{.join = Join::argument, .needs_quotes = true};
    // .netrc: "machine M login U password P"
    if (near.find("login ") != std::string_view::npos &&
        near.find("machine ") != std::string_view::npos) {
      return Separator{.tight = true};
    }
    const bool flag = before == '-';
    if (flag) return Separator{.join = Join::argument};
    if (is_after_word(text, name.begin, "ENV") ||
        is_after_word(text, name.begin, "ARG"))
      return Separator{};
  }
  return std::nullopt;
}

// ": str = ", " string = ": the value comes after the type.
void skip_type(Cursor& at) {
  Cursor probe = at;
  for (int i = 0; i < 48; ++i) {
    const char c = probe.peek();
    if (c == '=' && i > 0) {
      probe.skip(1);
      probe.skip_blanks();
      if (probe.peek() == '=' || probe.peek() == '>') return;
      if (opens_string(probe)) at = probe;
      return;
    }
    if (!is_word_byte(c) &&
        std::string_view(" <>[].|&?*'").find(c) == std::string_view::npos) {
      return;
    }
    probe.skip(1);
  }
}

// "env.X || 'v'", "ENV['X'] or 'v'": the literal after a lookup. False if there is
// none.
bool skip_to_default(Cursor& at) {
  Cursor probe = at;
  for (int i = 0; i < 100 && !probe.at_end(); ++i) {
    const char c = probe.peek();
    if (c == '\n' || c == ',' || c == ';' || c == '{') return false;
    for (const std::string_view sign : {"||", "??", " or ", "?:"}) {
      if (!probe.take(sign)) continue;
      probe.skip_space(40);
      if (!opens_string(probe)) return false;
      at = probe;
      return true;
    }
    probe.skip(1);
  }
  return false;
}

// Steps over what may stand before a literal: "(", "[", "new X(", "os.getenv('Y', ".
// False if the value is a call of something else.
bool take_wrappers(Cursor& at, Join& join) {
  at.take("new ");
  if (at.peek() == '&' && is_word_byte(at.peek(1))) {
    // "&name v" is YAML's anchor, "&X{" and "&x" are addresses.
    at.skip(1);
    at.take_callee();
    if (at.skip_blanks() == 0) return false;
  }
  for (int depth = 0; depth < 3; ++depth) {
    if (opens_string(at)) return true;
    if (at.take("[]byte(")) continue;
    if (at.peek() == '(' || at.peek() == '[') {
      at.skip(1);
      at.skip_space(40);
      continue;
    }
    Cursor probe = at;
    const std::string_view callee = probe.take_callee();
    if (callee.empty() || !probe.take("(")) return depth > 0 ? false : true;
    probe.skip_space(40);
    if (is_lookup(callee) && opens_string(probe)) {
      Cursor second = probe;
      if (!read_string(second)) return false;
      second.skip_blanks();
      if (second.take(",")) {
        second.skip_space(40);
        if (second.take_word("default")) {
          second.skip_blanks();
          second.take("=");
          second.skip_blanks();
        }
        if (!opens_string(second)) return false;
        at = second;
        join = Join::default_;
        return true;
      }
      return skip_to_default(at) ? (join = Join::default_, true) : false;
    }
    if (!is_wrapper(callee)) {
      return skip_to_default(at) ? (join = Join::default_, true) : false;
    }
    at = probe;
  }
  return opens_string(at);
}

}  // namespace

std::optional<Assignment> read_assignment(std::string_view text, ByteSpan word) {
  const std::uint64_t limit =
      std::min<std::uint64_t>(text.size(), word.begin + kReachAfter);
  const std::uint64_t start = word.begin;
  ByteSpan name;
  if (const std::uint64_t end = end_of_phrase(text.substr(0, limit), word)) {
    name = {word.begin, end};
  } else {
    while (word.begin < word.end && !is_word_byte(text[word.begin])) ++word.begin;
    name = name_around(text.substr(0, limit), word);
  }
  if (word.begin - name.begin >= kLongestName) return std::nullopt;
  // "Change\ password=": a text that a program shows.
  if (name.begin > 1 && text[name.begin - 1] == ' ' && text[name.begin - 2] == '\\') {
    return std::nullopt;
  }
  const std::uint64_t reach = start - std::min(start, kReachBefore);
  const std::string_view near = bytes_of(text, {reach, name.begin});
  Assignment found;
  found.name = bytes_of(text, name);
  Cursor at(text.substr(0, limit), name.end);
  found.constant_name = take_closers(at);

  Separator separator;
  if (take_value_hop(at) || take_element_hop(at)) {
    separator.join = Join::element;
  } else if (found.constant_name && take_default_hop(at)) {
    separator = {.join = Join::default_, .needs_quotes = true};
  } else {
    if (!found.constant_name) skip_type(at);
    if (opens_string(at) && at.position() > name.end + 2) {
      separator.needs_quotes = true;
    } else if (const auto taken =
                   take_separator(at, text, name, found.constant_name, near)) {
      separator = *taken;
    } else {
      return std::nullopt;
    }
  }
  found.join = separator.join;
  found.called = separator.call;

  const std::uint64_t after = at.position();
  if (separator.join == Join::element && after > 0 && text[after - 1] == '>') {
    return read_element(at, found);
  }
  at.skip_blanks();
  if (separator.colon) skip_type(at);
  if (at.peek() == '\n' || at.peek() == '\r') {
    // The value may stand on the next line, in quotes or in brackets.
    at.skip_space(40);
    if (!opens_string(at) && at.peek() != '(') return std::nullopt;
  }
  if (separator.colon && (at.peek() == '|' || at.peek() == '>')) {
    return read_block_scalar(at, found);
  }
  if (separator.interpolated) return read_until(at, found, "}");
  if (separator.join != Join::parameter && !take_wrappers(at, found.join)) {
    return std::nullopt;
  }
  if (opens_string(at)) return read_quoted(at, found);
  if (separator.needs_quotes) return std::nullopt;
  Cursor lookup = at;
  if (skip_to_default(lookup)) {
    found.join = Join::default_;
    return read_quoted(lookup, found);
  }
  if (found.join == Join::parameter) return read_until(at, found, "&;");
  return read_plain(at, found, separator.tight || found.join == Join::argument);
}

}  // namespace leaksieve

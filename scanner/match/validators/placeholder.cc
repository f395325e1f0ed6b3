#include "scanner/match/validators/placeholder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <vector>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

// Words that say "fill this in" wherever they stand in a value made of words.
constexpr std::string_view kTelling[] = {
    "change",    "changeme",   "changeit", "changethis", "replace",   "replaceme",
    "insert",    "enter",      "fill",     "your",       "yours",     "example",
    "sample",    "dummy",      "fake",     "mock",       "redacted",  "placeholder",
    "todo",      "tbd",        "fixme",    "none",       "null",      "undefined",
    "here",      "goes",       "removed",  "hidden",     "masked",    "censored",
    "sanitized", "foo",        "bar",      "baz",        "foobared",  "lorem",
    "ipsum",     "notasecret", "notreal",  "unused",     "something", "whatever",
    "paste",     "put",        "invalid",  "missing",    "empty",     "demo",
    "unset"};

// Words that everybody uses; they tell nothing on a host that others can reach.
constexpr std::string_view kCommon[] = {
    "my",        "the",        "this",       "is",         "not",         "for",
    "a",         "in",         "on",         "of",         "to",          "and",
    "it",        "use",        "do",         "add",        "set",         "new",
    "old",       "test",       "testing",    "tests",      "secret",      "secrets",
    "password",  "passwd",     "passphrase", "pass",       "pwd",         "pw",
    "token",     "tokens",     "key",        "keys",       "api",         "apikey",
    "value",     "string",     "text",       "admin",      "root",        "user",
    "username",  "guest",      "default",    "dev",        "development", "devel",
    "local",     "localhost",  "prod",       "production", "staging",     "abc",
    "abcdef",    "xyz",        "qwer",       "qwerty",     "asdf",        "letmein",
    "welcome",   "hunter",     "monkey",     "deadbeef",   "cafebabe",    "insecure",
    "unsafe",    "django",     "flask",      "app",        "application", "web",
    "site",      "server",     "service",    "client",     "auth",        "access",
    "private",   "public",     "super",      "very",       "really",      "strong",
    "random",    "long",       "secure",     "safe",       "only",        "docs",
    "build",     "ci",         "github",     "gitlab",     "clerk",       "stripe",
    "resend",    "aws",        "slack",      "postgres",   "postgresql",  "mysql",
    "redis",     "mongo",      "mongodb",    "rabbitmq",   "rabbit",      "minio",
    "database",  "db",         "dbpass",     "dbuser",     "sa",          "email",
    "mail",      "smtp",       "host",       "hosting",    "webhook",     "signing",
    "session",   "jwt",        "id",         "live",       "env",         "config",
    "settings",  "temp",       "temporary",  "tmp",        "must",        "be",
    "at",        "least",      "characters", "chars",      "longer",      "than",
    "generate",  "generated",  "with",       "encryption", "endpoint",    "toor",
    "oracle",    "elastic",    "neo",        "kibana",     "from",        "account",
    "project",   "bot",        "oauth",      "pat",        "base",        "12",
    "123",       "1234",       "12345",      "123456",     "1234567",     "12345678",
    "123456789", "1234567890", "0123456789", "321",        "2024",        "2025",
    "2026"};

// How much of a value the words cover.
struct Cover {
  double share = 0;  // of its letters and digits
  bool telling = false;
};

// The best cover, by dynamic programming over the letters and digits of `value`; what
// stands between them separates words.
Cover cover(std::string_view value) {
  constexpr std::size_t kLongest = 160;
  if (value.size() > kLongest) return {};
  std::string text;
  std::size_t length = 0;
  for (const char c : value) {
    text += is_alnum(c) ? static_cast<char>(std::tolower(static_cast<unsigned char>(c)))
                        : ' ';
    length += is_alnum(c) ? 1 : 0;
  }
  if (length == 0) return {};
  struct Best {
    std::size_t covered = 0;
    bool telling = false;
  };
  std::vector<Best> best(text.size() + 1);
  for (std::size_t end = 1; end <= text.size(); ++end) {
    best[end] = best[end - 1];
    const auto take = [&](std::string_view word, bool telling) {
      if (word.size() > end || !std::string_view(text).substr(0, end).ends_with(word)) {
        return;
      }
      const Best& before = best[end - word.size()];
      const std::size_t covered = before.covered + word.size();
      if (covered >= best[end].covered) {
        best[end] = {covered, before.telling || telling};
      }
    };
    const char last = text[end - 1];
    for (const std::string_view word : kCommon) {
      if (word.back() == last) take(word, false);
    }
    for (const std::string_view word : kTelling) {
      if (word.back() == last) take(word, true);
    }
  }
  return {static_cast<double>(best.back().covered) / static_cast<double>(length),
          best.back().telling};
}

constexpr double kMostly = 0.7;

// The share of the commonest byte.
double commonest(std::string_view text) {
  std::array<std::size_t, 256> counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c)];
  return static_cast<double>(*std::max_element(counts.begin(), counts.end())) /
         static_cast<double>(std::max<std::size_t>(text.size(), 1));
}

// Whether b follows a in the alphabet or the digits ("9a" and "90" too), by `step` 1 or
// -1, or is the same (0).
bool follows(char a, char b, int step) {
  if (step == 0) return a == b;
  if (!is_alnum(a) || !is_alnum(b)) return false;
  if (step < 0) std::swap(a, b);
  if (a == '9') return b == '0' || b == 'a' || b == 'A';
  if ((a == 'z' || a == 'Z') && (b == '0' || b == '1' || b == 'a' || b == 'A'))
    return true;
  return b == a + 1;
}

// The share of `text` that stands in rows of four or more: "abcd", "9876", "xxxx".
double in_rows(std::string_view text) {
  constexpr std::size_t kRow = 4;
  std::size_t covered = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t longest = 1;
    for (const int step : {0, 1, -1}) {
      std::size_t n = 1;
      while (i + n < text.size() && follows(text[i + n - 1], text[i + n], step)) ++n;
      longest = std::max(longest, n);
    }
    if (longest >= kRow) covered += longest;
    i += longest >= kRow ? longest : 1;
  }
  return static_cast<double>(covered) /
         static_cast<double>(std::max<std::size_t>(text.size(), 1));
}

// Whether a block of at most half its length repeats to the end: "abc1abc1abc1".
bool is_periodic(std::string_view text) {
  for (std::size_t period = 1; period * 2 <= text.size(); ++period) {
    if (std::equal(text.begin() + static_cast<std::ptrdiff_t>(period), text.end(),
                   text.begin())) {
      return true;
    }
  }
  return false;
}

// A name as code spells it: letters, digits, "_", not beginning with a digit.
bool is_name(std::string_view text) {
  return !text.empty() && !is_digit(text[0]) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_alnum(c) || c == '_'; });
}

bool has_upper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_upper);
}
bool has_lower(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_lower);
}
bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// "{name}" or "{name:42}" anywhere: a field of a format string or a shape.
bool has_field(std::string_view value) {
  for (std::size_t open = value.find('{'); open != std::string_view::npos;
       open = value.find('{', open + 1)) {
    // A value that was cut at the closing brace still begins the field.
    const std::size_t close = std::min(value.find('}', open), value.size());
    const std::string_view field = value.substr(open + 1, close - open - 1);
    const std::string_view name = field.substr(0, field.find(':'));
    if (name.size() >= 2 && is_name(name)) return true;
  }
  return false;
}

// "[A-Z]{4,20}": a regular expression.
bool has_quantifier(std::string_view value) {
  for (const std::string_view part : {"]{", "){"}) {
    const std::size_t at = value.find(part);
    if (at != std::string_view::npos && at + 2 < value.size() &&
        is_digit(value[at + 2]))
      return true;
  }
  return false;
}

// "%s" of printf and its kin, perhaps with the line's end: "%s\\n".
bool is_verb(std::string_view value) {
  if (value.ends_with("\\n")) value.remove_suffix(2);
  return value.size() == 2 && value[0] == '%' &&
         std::string_view("sdvq").find(value[1]) != std::string_view::npos;
}

}  // namespace

bool is_reference(std::string_view value) {
  if (value.empty()) return false;
  if (has_field(value) || has_quantifier(value)) return true;
  // "$NAME" and "$name", but not a password such as "$eCret1".
  if (value[0] == '$' && is_name(value.substr(1))) {
    const std::string_view name = value.substr(1);
    if (!has_lower(name) || (!has_upper(name) && !has_digit(name))) return true;
  }
  if (value.starts_with("$(") && value.ends_with(')')) return true;
  if (value.size() > 2 && value.front() == value.back() &&
      (value[0] == '%' || value[0] == '@') &&
      is_name(value.substr(1, value.size() - 2))) {
    return true;
  }
  if (value.starts_with("%(") && (value.ends_with(")s") || value.ends_with(")d")))
    return true;
  if (value == "?" || is_verb(value)) return true;
  if (value[0] == ':' && is_name(value.substr(1))) return true;
  if (value.front() == '{' && value.back() == '}') return true;
  for (const std::string_view part : {"${", "{{", "}}", "{%", "<%", "#{"}) {
    if (contains(value, part)) return true;
  }
  for (const std::string_view begin : {"process.env",
                                       "import.meta.env",
                                       "Deno.env",
                                       "os.environ",
                                       "os.getenv",
                                       "getenv(",
                                       "environ.get(",
                                       "environ[",
                                       "env(",
                                       "env.str(",
                                       "config(",
                                       "ENV[",
                                       "ENV.fetch",
                                       "System.getenv",
                                       "std::env::",
                                       "Environment.Get",
                                       "op://",
                                       "ssm:",
                                       "vault:",
                                       "sm://",
                                       "akv:",
                                       "arn:aws:",
                                       "secretsmanager:",
                                       "secretKeyRef",
                                       "ENC[",
                                       "ENC(",
                                       "encrypted:",
                                       "$ANSIBLE_VAULT",
                                       "{cipher}",
                                       "AQICAH",
                                       "!Ref",
                                       "!Sub",
                                       "!GetAtt",
                                       "!vault"}) {
    if (value.starts_with(begin)) return true;
  }
  for (const std::string_view object :
       {"settings.", "secrets.", "vars.", "var.", "local.", "data.", "self.", "this.",
        "config.", "env.", "request.", "req.", "args.", "opts.", "props.", "Values."}) {
    if (value.starts_with(object) && is_name(value.substr(object.size()))) return true;
  }
  return false;
}

bool is_placeholder(std::string_view value) {
  if (value.empty() || is_reference(value)) return true;
  const char first = value.front();
  const char last = value.back();
  if ((first == '<' && last == '>') || (first == '[' && last == ']') ||
      (first == '(' && last == ')' && value.size() < 40)) {
    return true;
  }
  if (contains(value, "...") || contains(value, "\xe2\x80\xa6") ||  // "…"
      contains(value, "\xe2\x80\xa2") ||                            // "•"
      contains(value, "\\u2026")) {
    return true;
  }
  if (value.size() >= 3 && commonest(value) >= 0.6) return true;
  const Cover words = cover(value);
  if (words.share < kMostly) return false;
  // "PASSWORD", "DB_USER": the name of a thing, in the place of the thing.
  return words.telling || (!has_lower(value) && has_upper(value) && !has_digit(value));
}

bool is_weak_password(std::string_view value) {
  if (value.size() <= 2 || cover(value).share >= kMostly) return true;
  return in_rows(value) >= 0.8 || (value.size() >= 4 && commonest(value) >= 0.6);
}

bool is_typed(std::string_view body) {
  if (body.empty()) return true;
  if (commonest(body) >= 0.6 || in_rows(body) >= 0.6 || is_periodic(body)) return true;
  const std::string lower = to_lower(body);
  for (const std::string_view word :
       {"example", "placeholder", "changeme", "replaceme", "yourkey", "yoursecret",
        "yourtoken", "yourapi", "redacted", "notareal", "dummykey", "invalidkey"}) {
    if (contains(lower, word)) return true;
  }
  // A long row or run anywhere: "...abcdefghij..." is typed.
  const std::size_t long_row = std::max<std::size_t>(8, body.size() / 4);
  for (const int step : {0, 1, -1}) {
    std::size_t n = 1;
    for (std::size_t i = 1; i < body.size(); ++i) {
      n = follows(body[i - 1], body[i], step) ? n + 1 : 1;
      if (n >= long_row) return true;
    }
  }
  return cover(body).share >= kMostly;
}

bool is_fill(std::string_view body) {
  if (is_typed(body)) return true;
  // Letters of one case and nothing else, where a generator would have used more.
  const bool letters = std::none_of(body.begin(), body.end(), is_digit);
  return body.size() >= 20 && letters && !(has_lower(body) && has_upper(body));
}

int symbols_of(std::string_view body) {
  bool only_digits = true;
  bool only_hex = true;
  bool only_base32 = true;
  for (const char c : body) {
    if (!is_alnum(c)) continue;
    only_digits = only_digits && is_digit(c);
    only_hex = only_hex && std::isxdigit(static_cast<unsigned char>(c)) != 0;
    only_base32 = only_base32 && (is_upper(c) || (c >= '2' && c <= '7'));
  }
  const bool one_case = !(has_lower(body) && has_upper(body));
  if (only_digits) return 10;
  if (only_hex && one_case) return 16;
  if (only_base32) return 32;
  return one_case ? 36 : 62;
}

}  // namespace leaksieve

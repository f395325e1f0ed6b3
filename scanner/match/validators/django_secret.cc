#include "scanner/match/validators/django_secret.h"

#include <algorithm>
#include <cctype>
#include <cstdint>

#include "scanner/match/validators/entropy.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

constexpr std::string_view kInsecure = "django-insecure-";

bool is_name_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// Exactly what get_random_secret_key gives.
bool is_generated(std::string_view value) {
  constexpr std::string_view kAlphabet =
      "abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)";
  constexpr double kFloor = 4.4;
  return value.size() == 50 && entropy(value) >= kFloor &&
         value.find_first_not_of(kAlphabet) == std::string_view::npos;
}

// "DATABASE_URL", "secret_key", "myModule.key", "get_key(": a thing of the code.
bool is_identifier(std::string_view value, bool quoted) {
  constexpr double kRandomLetters = 4.3;
  const bool has_digit = std::any_of(value.begin(), value.end(), [](char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
  });
  const std::size_t end = static_cast<std::size_t>(
      std::find_if_not(value.begin(), value.end(),
                       [](char c) { return is_name_byte(c) || c == '.'; }) -
      value.begin());
  const bool has_lower = std::any_of(value.begin(), value.end(), [](char c) {
    return std::islower(static_cast<unsigned char>(c)) != 0;
  });
  if (end == value.size()) {
    if (!has_digit && !has_lower) return true;  // CONSTANT_NAME
    // some_name, a.b.c, someName; a long row of letters alone may be random.
    if (!quoted && !has_digit &&
        (value.size() < 32 || entropy(value) < kRandomLetters)) {
      return true;
    }
    if (!has_digit && value.find('.') != std::string_view::npos) return true;
    return value.find('_') != std::string_view::npos && !has_digit &&
           value.size() < 24 && std::all_of(value.begin(), value.end(), [](char c) {
             return std::islower(static_cast<unsigned char>(c)) != 0 || c == '_';
           });
  }
  return !quoted && end > 0 && (value[end] == '(' || value[end] == '[');
}

// "The secret key is missing": words with blanks between them.
bool is_sentence(std::string_view value) {
  const auto blanks = std::count(value.begin(), value.end(), ' ');
  const auto letters = std::count_if(value.begin(), value.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0;
  });
  return blanks >= 3 && letters * 10 >= static_cast<std::ptrdiff_t>(value.size()) * 6;
}

bool is_path_or_url(std::string_view value) {
  return value.find("://") != std::string_view::npos || value.starts_with("./") ||
         (value.starts_with('/') && value.find('/', 1) != std::string_view::npos);
}

}  // namespace

Verdict check_django_secret(const ValidatorInput& input) {
  const std::string_view value = bytes_of(input.text, input.secret);
  const char before = input.secret.begin > 0 ? input.text[input.secret.begin - 1] : '"';
  const bool quoted = before == '"' || before == '\'' || before == '`';
  const bool insecure = value.starts_with(kInsecure);
  const std::string_view body = insecure ? value.substr(kInsecure.size()) : value;

  if (is_well_known(value)) return Verdict::reject();
  if (!is_generated(body)) {
    constexpr double kPlain = 2.5;
    if (is_placeholder(value) || is_placeholder(body) || is_weak_password(value) ||
        is_weak_password(body) || is_fill(body) || is_identifier(value, quoted) ||
        is_sentence(value) || is_path_or_url(value) || entropy(body) < kPlain) {
      return Verdict::reject();
    }
  }

  Verdict verdict;
  constexpr double kRandom = 3.5;
  const double floor = std::min(kRandom, entropy_floor(body.size(), symbols_of(body)));
  if (body.size() < 16 || entropy(body) < floor)
    verdict.confidence = Confidence::medium;
  if (insecure) {
    verdict.severity = Severity::medium;
    verdict.evidence.emplace_back("written by startproject for development");
  }
  return verdict;
}

namespace {

constexpr std::uint64_t kLongestList = 4000;
constexpr std::uint64_t kShortestKey = 8;
constexpr std::uint64_t kLongestKey = 200;

// The string that the quote at `at` opens, without its quotes; it ends on its line.
ByteSpan string_at(std::string_view text, std::uint64_t at, std::uint64_t limit) {
  std::uint64_t end = at + 1;
  while (end < limit && text[end] != text[at] && text[end] != '\n') {
    end += text[end] == '\\' ? 2 : 1;
  }
  return {at + 1, std::min(end, limit)};
}

}  // namespace

std::vector<ByteSpan> django_fallback_keys(std::string_view text, std::uint64_t begin) {
  std::vector<ByteSpan> keys;
  const std::uint64_t limit =
      std::min<std::uint64_t>(text.size(), begin + kLongestList);
  // Inside of brackets stand names: os.environ["OLD_KEY"], env("OLD_KEY").
  int depth = 0;
  for (std::uint64_t i = begin; i < limit; ++i) {
    const char c = text[i];
    if (c == '[' || c == '(') ++depth;
    if ((c == ']' || c == ')') && --depth < 0) break;
    if (c == '#')
      i = std::min<std::uint64_t>(text.substr(0, limit).find('\n', i), limit);
    if (c != '"' && c != '\'') continue;
    const ByteSpan key = string_at(text, i, limit);
    i = key.end;
    if (depth == 0 && key.size() >= kShortestKey && key.size() <= kLongestKey &&
        check_django_secret({text, key, key}).accept) {
      keys.push_back(key);
    }
  }
  return keys;
}

Verdict check_django_fallbacks(const ValidatorInput& input) {
  const std::vector<ByteSpan> keys = django_fallback_keys(input.text, input.match.end);
  if (keys.empty()) return Verdict::reject();
  Verdict verdict = check_django_secret({input.text, keys.front(), keys.front()});
  verdict.match = ByteSpan{input.match.begin, keys.front().end};
  verdict.secret = keys.front();
  return verdict;
}

}  // namespace leaksieve

#include "scanner/match/assignment/judge.h"

#include <algorithm>
#include <optional>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/base/text_encoding.h"
#include "scanner/match/assignment/look_alike.h"
#include "scanner/match/assignment/randomness.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

bool is_symbol(char c) { return !is_letter(c) && !is_digit(c); }

int classes_of(std::string_view value) {
  const auto any = [&](auto is) {
    return std::any_of(value.begin(), value.end(), is) ? 1 : 0;
  };
  return any([](char c) { return c >= 'a' && c <= 'z'; }) +
         any([](char c) { return c >= 'A' && c <= 'Z'; }) + any(is_digit) +
         any(is_symbol);
}

Verdict graded(Confidence confidence, std::string_view why) {
  Verdict verdict;
  verdict.confidence = confidence;
  verdict.evidence.emplace_back(why);
  return verdict;
}

Verdict weak(std::string_view why) {
  Verdict verdict = graded(Confidence::low, why);
  verdict.severity = Severity::low;
  return verdict;
}

// "P@ssw0rd12!" as "password": with letters for the signs that stand for them, without
// what is put at the end.
std::string without_disguise(std::string_view value) {
  while (!value.empty() && !is_letter(value.back()) && value.back() != '$' &&
         value.back() != '@') {
    value.remove_suffix(1);
  }
  std::string out;
  for (const char c : value) {
    constexpr std::string_view kSigns = "013457@$!";
    constexpr std::string_view kLetters = "oieastasi";
    const std::size_t at = kSigns.find(c);
    out += at == std::string_view::npos ? c : kLetters[at];
  }
  return out;
}

// Hexadecimal digits of one case, letters among them: the pairs of so few letters look
// like text by chance.
bool is_long_hex(std::string_view value) {
  constexpr std::size_t kLong = 12;
  const bool hex =
      std::all_of(value.begin(), value.end(), [](char c) { return hex_value(c) >= 0; });
  return hex && value.size() >= kLong && symbols_of(value) == 16 &&
         std::any_of(value.begin(), value.end(), is_letter) &&
         std::any_of(value.begin(), value.end(), is_digit);
}

// What base64 hides, if it is text.
std::optional<std::string> hidden_text(std::string_view value) {
  if (value.size() < 12 || value.size() % 4 != 0) return std::nullopt;
  std::optional<std::string> text = from_base64(value);
  while (text && (text->ends_with('\n') || text->ends_with('\r'))) text->pop_back();
  if (!text || text->size() < 6 || !std::all_of(text->begin(), text->end(), [](char c) {
        return c >= ' ' && c <= '~';
      })) {
    return std::nullopt;
  }
  return text;
}

// Without quotes it may be code: a call, a member, an index, a sigil.
bool is_code(std::string_view value) {
  const auto name_byte = [](char c) {
    return is_letter(c) || is_digit(c) ||
           std::string_view("_.:>-@").find(c) != std::string_view::npos;
  };
  const std::size_t end = value.find_first_of("([");
  const auto head = value.substr(0, end);
  if (end != std::string_view::npos && end > 0 &&
      std::all_of(head.begin(), head.end(), name_byte)) {
    return true;
  }
  if (value.find("->") != std::string_view::npos ||
      value.find("::") != std::string_view::npos) {
    return true;
  }
  if (value[0] == '@' && (is_identifier(value.substr(1)) ||
                          std::all_of(value.begin() + 1, value.end(), is_upper))) {
    return true;
  }
  // "a.b", "credentials2.password", "2.hours"
  const std::size_t dot = value.find('.');
  if (dot == std::string_view::npos || dot == 0 ||
      !std::all_of(value.begin(), value.end(), name_byte)) {
    return false;
  }
  const std::string_view last = value.substr(value.rfind('.') + 1);
  const bool number = std::all_of(
      value.begin(), value.begin() + static_cast<std::ptrdiff_t>(dot), is_digit);
  return number || is_identifier(value) || is_identifier(last);
}

}  // namespace

Verdict judge_password(std::string_view value, bool strict) {
  constexpr std::size_t kShortest = 4;
  constexpr std::size_t kLongest = 128;
  if (value.size() < kShortest || value.size() > kLongest || is_placeholder(value) ||
      is_look_alike(value) || is_well_known(value)) {
    return Verdict::reject();
  }
  const std::string plain = without_disguise(value);
  if (is_weak_password(value) ||
      (plain.size() >= kShortest && is_weak_password(plain))) {
    return weak("a password that everybody tries");
  }
  const bool beyond_ascii = std::any_of(value.begin(), value.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80;
  });
  if (beyond_ascii && std::none_of(value.begin(), value.end(), is_digit)) {
    return weak("a word of another language");
  }
  const bool letters_alone = std::all_of(value.begin(), value.end(), is_letter);
  if (is_identifier(value)) {
    if (strict) return Verdict::reject();
    return weak(letters_alone ? "a word" : "words or a name of the code");
  }
  if (letters_alone && text_likeness(value) > 0) return weak("a word");
  if (std::all_of(value.begin(), value.end(), is_symbol)) return Verdict::reject();
  if (std::all_of(value.begin(), value.end(), is_digit) && value.size() < 6) {
    return weak("a short number");
  }
  if (value.size() >= 10 && classes_of(value) >= 3 && randomness(value) > 0) {
    return graded(Confidence::high, "long and of several kinds of characters");
  }
  return graded(Confidence::medium, "no word, no placeholder");
}

Verdict judge_secret(std::string_view value, NameKind kind) {
  constexpr std::size_t kShortest = 8;
  if (value.size() < kShortest) return Verdict::reject();
  // The score is cheap and most values end here: first.
  constexpr double kSecret = -0.5;  // the name says it
  constexpr double kToken = 0;
  constexpr double kWeak = 3;
  constexpr double kHopeless = -4;
  const double score = randomness(value);
  const bool weak_name = kind == NameKind::weak;
  const bool random = score > (weak_name                  ? kWeak
                               : kind == NameKind::secret ? kSecret
                                                          : kToken) ||
                      (!weak_name && is_long_hex(value));
  const bool uuid = is_uuid(value);
  if (!random && !uuid && (kind != NameKind::secret || score < kHopeless)) {
    return Verdict::reject();
  }
  if (weak_name && (uuid || value.size() < 16 || classes_of(value) < 2)) {
    return Verdict::reject();
  }
  if (is_look_alike(value) || is_placeholder(value) || is_typed(value) ||
      is_well_known(value)) {
    return Verdict::reject();
  }
  if (const auto text = hidden_text(value)) {
    if (text->find(' ') != std::string::npos || is_identifier(*text) ||
        is_placeholder(*text) || is_look_alike(*text) || is_weak_password(*text)) {
      return Verdict::reject();
    }
  }
  if (uuid) return graded(Confidence::medium, "a UUID in the place of a secret");
  if (!random) {
    if (is_identifier(value)) return Verdict::reject();
    return graded(Confidence::low, "less random than a generated value");
  }
  if (std::all_of(value.begin(), value.end(), is_digit)) {
    return graded(Confidence::low, "a number");
  }
  if (value.size() >= 16 && score > 3 && !weak_name) {
    return graded(Confidence::high, "as random as a generated value");
  }
  return graded(Confidence::medium, "looks generated");
}

Verdict judge_assignment(const Assignment& found, std::string_view value,
                         NameKind kind) {
  if (repeats_name(value, found.name)) return Verdict::reject();
  if (!found.quoted && found.join != Join::element && is_code(value))
    return Verdict::reject();
  const bool strict = found.join == Join::argument || found.join == Join::compared;
  if (kind == NameKind::password) return judge_password(value, strict);
  Verdict verdict = judge_secret(value, kind);
  // "key" alone is more often the key of a map.
  if (verdict.accept && to_lower(found.name) == "key") {
    verdict.confidence = Confidence::low;
  }
  return verdict;
}

}  // namespace leaksieve

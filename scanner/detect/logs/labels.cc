#include "scanner/detect/logs/labels.h"

#include <algorithm>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/text/name_words.h"

namespace leaksieve::logs {
namespace {

constexpr std::size_t kMostLabels = 16;

bool is_label_byte(char c) { return is_word(c) || c == '-'; }

// Words of a sentence that turn a label into a message about it.
constexpr std::string_view kAbout[] = {
    "invalid",  "no",         "missing",     "wrong",     "failed",    "bad",
    "enter",    "for",        "without",     "error",     "unknown",   "expired",
    "to",       "with",       "your",        "a",         "an",        "find",
    "get",      "in",         "of",          "from",      "read",      "parse",
    "empty",    "unexpected", "unsupported", "duplicate", "incorrect", "insecure",
    "is",       "using",      "creating",    "update",    "updating",  "deleting",
    "reading",  "loading",    "validate",    "verify",    "change",    "reset",
    "expected", "found",      "not"};

// "{name}" of a message template names what is put there.
NameGrade grade_in_braces(std::string_view inside) {
  const std::size_t end = std::min(inside.find_first_of(":,!"), inside.size());
  inside = inside.substr(0, end);
  while (!inside.empty() && (inside.front() == '@' || inside.front() == '$')) {
    inside.remove_prefix(1);
  }
  return inside.empty() ? NameGrade::none : grade_name(inside, NameUse::variable);
}

}  // namespace

NameGrade label_grade(std::string_view text) {
  if (text.size() > 120) text.remove_prefix(text.size() - 120);
  // What stands between the label and its value; a ':' or '=' must be there.
  bool assigned = false;
  while (!text.empty()) {
    const char c = text.back();
    if (c == ':' || c == '=') {
      assigned = true;
    } else if (c != ' ' && c != '"' && c != '\'' && c != '`' && c != '[' && c != '<' &&
               c != '{' && c != '(' && c != '\\' && c != '\t' && c != '>') {
      break;
    }
    text.remove_suffix(1);
  }
  if (!assigned) return NameGrade::none;
  // The last words, with one blank between them.
  std::size_t begin = text.size();
  int words = 0;
  while (begin > 0 && words < 4) {
    std::size_t start = begin;
    while (start > 0 && is_label_byte(text[start - 1])) --start;
    if (start == begin) break;
    const NameWords word(text.substr(start, begin - start));
    const std::string_view first = word.empty() ? std::string_view() : word[0];
    if (std::find(std::begin(kAbout), std::end(kAbout), first) != std::end(kAbout)) {
      return words == 0 ? NameGrade::none
             : first == "using" || first == "found" || first == "with" ||
                     first == "loading" || first == "from" || first == "is"
                 ? NameGrade::hint
                 : NameGrade::none;
    }
    ++words;
    begin = start;
    if (begin == 0 || text[begin - 1] != ' ') break;
    --begin;
  }
  std::string name(text.substr(begin));
  if (name.starts_with(' ')) name.erase(0, 1);
  std::replace(name.begin(), name.end(), ' ', '_');
  return grade_name(name, NameUse::variable);
}

std::vector<FormatValue> format_values(std::string_view format) {
  std::vector<FormatValue> labels;
  if (format.size() > 4000) format = format.substr(0, 4000);
  for (std::size_t i = 0; i < format.size() && labels.size() < kMostLabels; ++i) {
    if (format[i] == '%' && i + 1 < format.size()) {
      if (format[i + 1] == '%') {
        ++i;
        continue;
      }
      const std::string_view before = format.substr(0, i);
      std::size_t j = i + 1;
      if (format[j] == '{') j = std::min(format.find('}', j), format.size() - 1) + 1;
      while (j < format.size() &&
             std::string_view("-+ #0123456789.*lhz").find(format[j]) !=
                 std::string_view::npos) {
        ++j;
      }
      if (j >= format.size() || !is_label_byte(format[j])) {
        if (j < format.size() && format[j] != '@') continue;
      }
      const std::string_view spec = format.substr(i, j - i);
      const std::size_t point = spec.rfind('.');
      const bool cut = point != spec.npos && j < format.size() && format[j] == 's' &&
                       spec.size() == point + 2 && spec[point + 1] <= '4' &&
                       spec[point + 1] >= '0';
      const bool hidden =
          cut || (j < format.size() && (format[j] == 'T' || format[j] == 'p')) ||
          spec.find("{private") != spec.npos || spec.find("{sensitive") != spec.npos;
      labels.push_back({label_grade(before), hidden});
      i = j;
    } else if (format[i] == '{') {
      const std::size_t close = format.find('}', i);
      if (close == std::string_view::npos || close - i > 60) continue;
      NameGrade grade = grade_in_braces(format.substr(i + 1, close - i - 1));
      if (grade != NameGrade::secret) {
        grade = std::max(grade, label_grade(format.substr(0, i)));
      }
      labels.push_back({grade, false});
      i = close;
    }
  }
  return labels;
}

}  // namespace leaksieve::logs

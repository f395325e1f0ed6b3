#include "scanner/text/dotenv.h"

#include <algorithm>
#include <utility>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr std::string_view kLineEnds = "\r\n";

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }
bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }

// "spring.datasource.user", "my-name" and "A[0]" are names too.
bool is_name_byte(char c) {
  return is_word(c) || c == '.' || c == '-' || c == '[' || c == ']';
}

std::string_view without_blanks_behind(std::string_view value) {
  for (;;) {
    if (!value.empty() && is_blank(value.back())) {
      value.remove_suffix(1);
    } else if (value.ends_with(kNoBreakSpace)) {
      value.remove_suffix(kNoBreakSpace.size());
    } else {
      return value;
    }
  }
}

// What `c` after a backslash in double quotes stands for; 0: the backslash stays.
char escaped(char c) {
  constexpr std::string_view kLetters = "nrtabfv\\\"'";
  constexpr std::string_view kBytes = "\n\r\t\a\b\f\v\\\"'";
  const std::size_t at = kLetters.find(c);
  return at == std::string_view::npos ? '\0' : kBytes[at];
}

std::string decoded(std::string_view raw, char quote) {
  std::string value;
  if (quote == 0 || quote == '`' || raw.find('\\') == std::string_view::npos) {
    return std::string(raw);
  }
  value.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const char next = raw[i] == '\\' && i + 1 < raw.size() ? raw[i + 1] : '\0';
    const char byte = quote == '"' ? escaped(next) : next == '\'' ? next : '\0';
    if (next == '\0' || byte == '\0') {
      value += raw[i];
    } else {
      value += byte;
      ++i;
    }
  }
  return value;
}

}  // namespace

DotenvReader::DotenvReader(std::string_view text, DotenvSyntax syntax)
    : text_(text), syntax_(syntax) {
  if (text.starts_with(kByteOrderMark)) at_ = kByteOrderMark.size();
}

std::optional<DotenvEntry> DotenvReader::next() {
  while (at_ < text_.size()) {
    at_ = skip_blanks(at_);
    if (at_ >= text_.size()) break;
    if (kLineEnds.find(text_[at_]) != std::string_view::npos) {
      ++at_;
      continue;
    }
    DotenvEntry entry;
    const bool shell = syntax_ == DotenvSyntax::shell;
    if (text_[at_] != '#' && read_name(entry)) {
      if (!shell || !read_word(entry)) {
        read_value(entry);
        at_ = line_end(at_);
      }
      entry.value = decoded(bytes_of(text_, entry.raw), entry.quote);
      return entry;
    }
    const std::size_t end = line_end(at_);
    const std::string_view rest = text_.substr(at_, end - at_);
    // In a shell the next command may be an assignment.
    const std::size_t next = shell && !rest.starts_with('#') ? rest.find_first_of(";&")
                                                             : std::string_view::npos;
    at_ = next == std::string_view::npos ? end : at_ + next + 1;
  }
  return std::nullopt;
}

// Steps over "export NAME =". False, somewhere on the line, if there is none.
bool DotenvReader::read_name(DotenvEntry& entry) {
  constexpr std::string_view kExport = "export";
  if (text_.substr(at_).starts_with(kExport)) {
    const std::size_t after = skip_blanks(at_ + kExport.size());
    if (after > at_ + kExport.size() && after < text_.size() && text_[after] != '=') {
      entry.exported = true;
      at_ = after;
    }
  }
  const bool quoted = text_[at_] == '\'';
  if (quoted) ++at_;
  const std::size_t begin = at_;
  while (at_ < text_.size() && is_name_byte(text_[at_])) ++at_;
  entry.name = text_.substr(begin, at_ - begin);
  if (quoted) {
    if (at_ == text_.size() || text_[at_] != '\'') return false;
    ++at_;
  }
  if (entry.name.empty()) return false;
  if (text_.substr(at_, 1) == ":" && skip_blanks(at_ + 1) > at_ + 1) {
    ++at_;
    return true;
  }
  at_ = skip_blanks(at_);
  if (text_.substr(at_, 1) != "=") return false;
  ++at_;
  return true;
}

void DotenvReader::read_value(DotenvEntry& entry) {
  const std::size_t begin = skip_blanks(at_);
  const bool after_blank = begin > at_;
  at_ = begin;
  if (at_ < text_.size() && is_quote(text_[at_])) {
    if (const auto close = closing_quote(at_)) {
      entry.quote = text_[at_];
      entry.raw = {at_ + 1, *close};
      at_ = *close + 1;
      return;
    }
  }
  read_plain(entry, after_blank);
}

void DotenvReader::read_plain(DotenvEntry& entry, bool after_blank) {
  const std::size_t end = line_end(at_);
  std::string_view value = text_.substr(at_, end - at_);
  bool blank = after_blank;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '#' && blank) {
      value = value.substr(0, i);
      break;
    }
    blank = is_blank(value[i]);
  }
  value = without_blanks_behind(value);
  entry.raw = {at_, at_ + value.size()};
  if (value.size() >= 2 && is_quote(value.front()) && value.back() == value.front()) {
    // {"a":"b"} in double quotes that nobody escaped.
    entry.quote = value.front();
    entry.raw = {entry.raw.begin + 1, entry.raw.end - 1};
  }
  at_ = end;
}

// One word of a shell; `at_` is then behind it, and behind the end of the command.
// False, with `at_` where it was, if its quote is not closed.
bool DotenvReader::read_word(DotenvEntry& entry) {
  std::size_t end = at_;
  if (at_ < text_.size() && is_quote(text_[at_]) && text_[at_] != '`') {
    const char quote = text_[at_];
    end = text_.find(quote, at_ + 1);
    while (quote == '"' && end != std::string_view::npos && text_[end - 1] == '\\' &&
           end - 1 > at_) {
      end = text_.find(quote, end + 1);
    }
    if (end == std::string_view::npos) return false;
    entry.quote = quote;
    entry.raw = {at_ + 1, end};
    ++end;
  } else {
    end = std::min(text_.find_first_of(" \t;&|()\r\n", at_), text_.size());
    entry.raw = {at_, end};
  }
  at_ = end;
  while (at_ < text_.size() && (is_blank(text_[at_]) || text_[at_] == ';')) ++at_;
  return true;
}

// The quote that closes the one at `open`: the first that is not escaped, if nothing
// but a comment follows it on its line; else the last escaped one before it of which
// that is true ('C:\'). No two calls for one kind of quote look at the same bytes:
// an opening quote is never escaped, so the search from an earlier one ends there.
std::optional<std::size_t> DotenvReader::closing_quote(std::size_t open) const {
  const char quote = text_[open];
  std::optional<std::size_t> found;
  for (std::size_t at = text_.find(quote, open + 1); at != std::string_view::npos;
       at = text_.find(quote, at + 1)) {
    std::size_t slashes = 0;
    while (quote != '`' && at - slashes - 1 > open && text_[at - slashes - 1] == '\\') {
      ++slashes;
    }
    if (at_end_of_line(skip_blanks(at + 1))) found = at;
    if (slashes % 2 == 0) break;
  }
  return found;
}

std::size_t DotenvReader::skip_blanks(std::size_t at) const {
  while (at < text_.size()) {
    if (is_blank(text_[at])) {
      ++at;
    } else if (text_.substr(at).starts_with(kNoBreakSpace)) {
      at += kNoBreakSpace.size();
    } else {
      break;
    }
  }
  return at;
}

std::size_t DotenvReader::line_end(std::size_t at) const {
  return std::min(text_.find_first_of(kLineEnds, at), text_.size());
}

bool DotenvReader::at_end_of_line(std::size_t at) const {
  return at >= text_.size() || text_[at] == '#' ||
         kLineEnds.find(text_[at]) != std::string_view::npos;
}

std::vector<DotenvEntry> read_dotenv(std::string_view text, DotenvSyntax syntax) {
  std::vector<DotenvEntry> entries;
  DotenvReader reader(text, syntax);
  while (entries.size() < kMaxDotenvEntries) {
    auto entry = reader.next();
    if (!entry) break;
    entries.push_back(std::move(*entry));
  }
  return entries;
}

}  // namespace leaksieve

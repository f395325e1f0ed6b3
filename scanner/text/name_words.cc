#include "scanner/text/name_words.h"

#include <algorithm>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

// Of a longer name (a word of minified code, a path) only the end says what it is.
constexpr std::size_t kMaxBytes = 160;

bool is_part(char c) { return is_alnum(c) || static_cast<unsigned char>(c) >= 0x80; }

}  // namespace

NameWords::NameWords(std::string_view name) {
  if (name.size() > kMaxBytes) name.remove_prefix(name.size() - kMaxBytes);
  lower_ = to_lower(name);
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (size_ == kMaxWords) {
      std::copy(pieces_ + 1, pieces_ + kMaxWords, pieces_);
      --size_;
    }
    pieces_[size_++] = {static_cast<std::uint16_t>(begin),
                        static_cast<std::uint16_t>(end)};
  };
  std::size_t begin = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_part(c)) {
      add(begin, i);
      begin = i + 1;
      continue;
    }
    if (i == begin || !is_upper(c)) continue;
    const char before = name[i - 1];
    const char after = i + 1 < name.size() ? name[i + 1] : '\0';
    // aB, 2B, and the last capital of a run that a small letter follows: APIKey. A
    // plural s belongs to the run: APIs.
    const bool plural =
        after == 's' && (i + 2 == name.size() || !is_lower(name[i + 2]));
    if (!is_upper(before) || (is_lower(after) && !plural)) {
      add(begin, i);
      begin = i;
    }
  }
  add(begin, name.size());
}

std::string_view NameWords::operator[](std::size_t i) const {
  return std::string_view(lower_).substr(pieces_[i].begin,
                                         pieces_[i].end - pieces_[i].begin);
}

std::string_view NameWords::from_end(std::size_t back) const {
  return back < size_ ? (*this)[size_ - 1 - back] : std::string_view();
}

bool NameWords::has(std::string_view word) const {
  for (std::size_t i = 0; i < size_; ++i) {
    if ((*this)[i] == word) return true;
  }
  return false;
}

void NameWords::pop_front() {
  std::copy(pieces_ + 1, pieces_ + size_, pieces_);
  --size_;
}

}  // namespace leaksieve

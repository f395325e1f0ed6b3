#pragma once

#include <cstdint>
#include <string_view>

#include "scanner/base/ascii.h"

namespace leaksieve {

/// [A-Za-z0-9_], and every byte of a letter beyond ASCII.
constexpr bool is_word_byte(char c) {
  return is_word(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// A place in a text, with the small steps that the readers of syntax make. Never runs
/// over the end: what is read there is '\0'. Cheap to copy. Borrows the text.
class Cursor {
 public:
  Cursor(std::string_view text, std::uint64_t at)
      : text_(text), at_(at < text.size() ? at : text.size()) {}

  std::uint64_t position() const { return at_; }
  std::string_view text() const { return text_; }
  bool at_end() const { return at_ >= text_.size(); }
  char peek(std::uint64_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  char previous() const { return at_ > 0 ? text_[at_ - 1] : '\0'; }
  /// Not beyond the end.
  void skip(std::uint64_t count) {
    at_ = count < text_.size() - at_ ? at_ + count : text_.size();
  }

  /// Steps over `what` if it stands here.
  bool take(std::string_view what);
  /// The same for a word in any case of letters; it must end here.
  bool take_word(std::string_view lower);
  /// Steps over blanks and tabs; how many.
  std::uint64_t skip_blanks();
  /// Steps over blanks and line ends, at most `most` bytes; how many.
  std::uint64_t skip_space(std::uint64_t most);
  /// Steps over "a.b->c::d" and gives it; empty if no name begins here.
  std::string_view take_callee();

 private:
  std::string_view text_;
  std::uint64_t at_;
};

/// Whether `word` and blanks stand before byte `at`.
bool is_after_word(std::string_view text, std::uint64_t at, std::string_view word);

}  // namespace leaksieve

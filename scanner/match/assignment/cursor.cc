#include "scanner/match/assignment/cursor.h"

#include "scanner/base/ascii.h"

namespace leaksieve {

bool Cursor::take(std::string_view what) {
  if (at_ > text_.size() || !text_.substr(at_).starts_with(what)) return false;
  at_ += what.size();
  return true;
}

bool Cursor::take_word(std::string_view lower) {
  if (at_ + lower.size() > text_.size() ||
      to_lower(text_.substr(at_, lower.size())) != lower) {
    return false;
  }
  if (at_ + lower.size() < text_.size() && is_word_byte(text_[at_ + lower.size()])) {
    return false;
  }
  at_ += lower.size();
  return true;
}

std::uint64_t Cursor::skip_blanks() {
  const std::uint64_t begin = at_;
  while (peek() == ' ' || peek() == '\t') ++at_;
  return at_ - begin;
}

std::uint64_t Cursor::skip_space(std::uint64_t most) {
  const std::uint64_t begin = at_;
  while (at_ - begin < most &&
         (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) {
    ++at_;
  }
  return at_ - begin;
}

std::string_view Cursor::take_callee() {
  const std::uint64_t begin = at_;
  if (peek() >= '0' && peek() <= '9') return {};
  while (is_word_byte(peek()) || peek() == '.' || peek() == ':' || peek() == '>' ||
         (peek() == '-' && peek(1) == '>')) {
    ++at_;
  }
  return text_.substr(begin, at_ - begin);
}

bool is_after_word(std::string_view text, std::uint64_t at, std::string_view word) {
  const std::uint64_t end = at;
  while (at > 0 && end - at < 8 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  return at < end && at >= word.size() &&
         text.substr(at - word.size(), word.size()) == word &&
         (at == word.size() || !is_word_byte(text[at - word.size() - 1]));
}

}  // namespace leaksieve

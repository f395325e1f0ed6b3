#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace leaksieve {

/// The words of an identifier in lower case: "CLERK_SECRET_KEY", "clerkSecretKey" and
/// "clerk-secret-key" are clerk, secret, key; "APIKey" is api, key; "passwordMD5" is
/// password, md5. Digits stay with the word before them. What stands between words does
/// not matter. At most kMaxWords: of a longer name the last ones.
class NameWords {
 public:
  static constexpr std::size_t kMaxWords = 12;

  explicit NameWords(std::string_view name);

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::string_view operator[](std::size_t i) const;
  /// The word `back` before the last; empty if there is none.
  std::string_view from_end(std::size_t back) const;
  bool has(std::string_view word) const;
  /// Forgets the last word.
  void pop() { --size_; }
  /// Forgets the first word.
  void pop_front();

 private:
  struct Piece {
    std::uint16_t begin;
    std::uint16_t end;
  };
  std::string lower_;
  Piece pieces_[kMaxWords];
  std::size_t size_ = 0;
};

}  // namespace leaksieve

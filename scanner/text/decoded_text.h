#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/model/byte_span.h"

namespace leaksieve {

/// How a text stands for another one.
enum class Encoding : std::uint8_t {
  base64,            ///< RFC 4648, sections 4 and 5; MIME's lines are joined
  hex,               ///< two digits a byte
  percent,           ///< RFC 3986, "%41"
  escapes,           ///< "\x41", "\u0041" of C, JSON and many languages
  quoted_printable,  ///< RFC 2045, section 6.7: "=3D", lines that end with "="
  utf16,
  utf32,
  joined,  ///< pieces: "ab" + "cd", strings side by side, lines that end with "\"
};

/// In words for the reader of a finding.
std::string_view name_of(Encoding encoding);

/// Where the bytes of a decoded text stand in the text it was decoded from.
class OffsetMap {
 public:
  /// The next `count` decoded bytes stand from `raw` on, each `from` bytes there `to`
  /// bytes here (base64: 4, 3; bytes that are only copied: 1, 1). `raw` rises.
  void add(std::uint64_t count, std::uint64_t raw, std::uint8_t from, std::uint8_t to);

  /// The smallest span that holds all that `decoded`, which is not empty and lies
  /// inside, was decoded from.
  ByteSpan raw(ByteSpan decoded) const;

  /// Whether all bytes of `decoded` stand there just so.
  bool is_copied(ByteSpan decoded) const;

  /// Of `decoded`, which is not empty, what stands together in the text from its
  /// beginning on.
  ByteSpan first_piece(ByteSpan decoded) const;

  std::uint64_t size() const { return size_; }  ///< of the decoded text

 private:
  struct Piece {
    std::uint64_t decoded = 0;  // where it begins here
    std::uint64_t raw = 0;      // and there
    std::uint8_t from = 1;
    std::uint8_t to = 1;
  };
  std::size_t piece_at(std::uint64_t decoded) const;

  std::vector<Piece> pieces_;
  std::uint64_t size_ = 0;
};

/// A text that stands in another one in some encoding.
struct DecodedText {
  Encoding encoding{};
  std::string bytes;
  OffsetMap map;
};

/// Gets one text after the other; false: no more of them.
using DecodedVisitor = std::function<bool(const DecodedText&)>;

}  // namespace leaksieve

#include "scanner/text/decoded_text.h"

#include <algorithm>

namespace leaksieve {

std::string_view name_of(Encoding encoding) {
  constexpr std::string_view kNames[] = {"base64",           "hexadecimal digits",
                                         "percent-encoding", "escapes",
                                         "quoted-printable", "UTF-16",
                                         "UTF-32",           "strings that are joined"};
  return kNames[static_cast<std::size_t>(encoding)];
}

void OffsetMap::add(std::uint64_t count, std::uint64_t raw, std::uint8_t from,
                    std::uint8_t to) {
  if (count == 0) return;
  const bool goes_on =
      !pieces_.empty() && pieces_.back().from == from && pieces_.back().to == to &&
      (size_ - pieces_.back().decoded) % to == 0 &&
      pieces_.back().raw + (size_ - pieces_.back().decoded) / to * from == raw;
  if (!goes_on) pieces_.push_back({size_, raw, from, to});
  size_ += count;
}

std::size_t OffsetMap::piece_at(std::uint64_t decoded) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), decoded,
      [](std::uint64_t at, const Piece& piece) { return at < piece.decoded; });
  return static_cast<std::size_t>(after - pieces_.begin()) - 1;
}

ByteSpan OffsetMap::raw(ByteSpan decoded) const {
  const Piece& first = pieces_[piece_at(decoded.begin)];
  const Piece& last = pieces_[piece_at(decoded.end - 1)];
  const std::uint64_t into = decoded.end - last.decoded;
  return {first.raw + (decoded.begin - first.decoded) * first.from / first.to,
          last.raw + (into * last.from + last.to - 1) / last.to};
}

bool OffsetMap::is_copied(ByteSpan decoded) const {
  for (std::size_t i = piece_at(decoded.begin);
       i < pieces_.size() && pieces_[i].decoded < decoded.end; ++i) {
    if (pieces_[i].from != 1) return false;
    // A gap between copied pieces is something that was left out.
    if (i > 0 && pieces_[i].decoded > decoded.begin) return false;
  }
  return true;
}

ByteSpan OffsetMap::first_piece(ByteSpan decoded) const {
  const std::size_t next = piece_at(decoded.begin) + 1;
  if (next < pieces_.size()) decoded.end = std::min(decoded.end, pieces_[next].decoded);
  return decoded;
}

}  // namespace leaksieve

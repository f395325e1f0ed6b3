#include "scanner/match/validators/der.h"

#include <cstddef>

namespace leaksieve {
namespace {

constexpr unsigned char kInteger = 0x02;
constexpr unsigned char kOctetString = 0x04;
constexpr unsigned char kSequence = 0x30;

// What a SEQUENCE says of itself.
struct Sequence {
  std::size_t head = 0;    // bytes of tag and length
  std::size_t length = 0;  // bytes after the head; 0 if it cannot be read
};

std::optional<Sequence> sequence_at_start(std::string_view bytes) {
  constexpr std::size_t kShortest = 8;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  if (bytes.size() < kShortest || byte(0) != kSequence) return std::nullopt;
  Sequence sequence{2, byte(1)};
  if (sequence.length < 0x80) return sequence;
  const std::size_t count = sequence.length & 0x7f;
  sequence.length = 0;
  if (count == 0 || count > 3) return sequence;
  for (std::size_t i = 0; i < count; ++i) {
    sequence.length = sequence.length << 8 | byte(sequence.head++);
  }
  return sequence;
}

}  // namespace

std::optional<bool> has_der_length(std::string_view bytes) {
  const auto sequence = sequence_at_start(bytes);
  if (!sequence) return std::nullopt;
  return sequence->length > 0 && sequence->head + sequence->length == bytes.size();
}

bool is_der_private_key(std::string_view bytes) {
  const auto sequence = sequence_at_start(bytes);
  if (!sequence || sequence->head + sequence->length != bytes.size()) return false;
  const std::string_view body = bytes.substr(sequence->head);
  if (body.size() < 4) return false;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(body[i]); };
  if (byte(0) != kInteger || byte(1) != 1 || byte(2) > 1) return false;
  return byte(3) == kInteger || byte(3) == kSequence || byte(3) == kOctetString;
}

}  // namespace leaksieve

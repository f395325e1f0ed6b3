#include "scanner/match/validators/pypi.h"

#include <cstdint>
#include <optional>

#include "scanner/base/text_encoding.h"
#include "scanner/match/validators/token.h"

namespace leaksieve {
namespace {

// Fields of a macaroon, by the numbers of the format.
constexpr std::uint8_t kEnd = 0;
constexpr std::uint8_t kLocation = 1;
constexpr std::uint8_t kSignature = 6;

struct Field {
  std::uint8_t type = kEnd;
  std::string_view bytes;
};

// The field that begins `rest`, which loses it: a type, a length in 7 bits a byte,
// lowest first, and so many bytes; of an end, the type alone.
std::optional<Field> take_field(std::string_view& rest) {
  constexpr int kMaxShift = 28;
  if (rest.empty()) return std::nullopt;
  Field field{static_cast<std::uint8_t>(rest.front()), {}};
  rest.remove_prefix(1);
  if (field.type == kEnd) return field;
  std::uint64_t size = 0;
  for (int shift = 0;; shift += 7) {
    if (rest.empty() || shift > kMaxShift) return std::nullopt;
    const auto byte = static_cast<unsigned char>(rest.front());
    rest.remove_prefix(1);
    size |= std::uint64_t{byte & 0x7fU} << shift;
    if ((byte & 0x80) == 0) break;
  }
  if (size > rest.size()) return std::nullopt;
  field.bytes = rest.substr(0, size);
  rest.remove_prefix(size);
  return field;
}

// Whether `bytes` are one whole macaroon, from its version to its signature.
bool is_macaroon(std::string_view bytes) {
  constexpr char kVersion = 2;
  constexpr std::size_t kSignatureSize = 32;
  if (bytes.empty() || bytes.front() != kVersion) return false;
  bytes.remove_prefix(1);
  for (;;) {
    const auto field = take_field(bytes);
    if (!field) return false;
    if (field->type == kSignature) {
      return bytes.empty() && field->bytes.size() == kSignatureSize;
    }
  }
}

}  // namespace

Verdict check_pypi(const ValidatorInput& input) {
  // "pypi-" and at most 22 characters of the location are public.
  constexpr std::size_t kPublic = 27;
  const std::string_view secret = bytes_of(input.text, input.secret);
  Verdict verdict =
      check_random_body(input, secret.substr(secret.size() > kPublic ? kPublic : 0));
  if (!verdict.accept) return verdict;
  const auto bytes = from_base64(secret.substr(secret.find('-') + 1));
  if (bytes && is_macaroon(*bytes)) {
    verdict.confidence = Confidence::proven;
    verdict.evidence.emplace_back("a whole macaroon");
    std::string_view rest = std::string_view(*bytes).substr(1);
    const auto location = take_field(rest);
    if (location && location->type == kLocation && location->bytes == "test.pypi.org") {
      verdict.severity = Severity::low;
    }
  } else {
    verdict.confidence = Confidence::medium;
    verdict.evidence.emplace_back("not a whole macaroon");
  }
  return verdict;
}

}  // namespace leaksieve

// Texts of any bytes: two of them say what is near. Whatever is decoded maps back to
// bytes of the text, and all that is visited from a part of the text on ends.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "scanner/text/encoded_runs.h"
#include "scanner/text/escaped_text.h"
#include "scanner/text/wide_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  if (size < 2) return 0;
  // A copy of its own, so that a byte too far is seen.
  const auto bytes = std::make_unique<char[]>(size - 2);
  std::copy(data + 2, data + size, bytes.get());
  const std::string_view text(bytes.get(), size - 2);
  const std::uint64_t begin = std::min<std::uint64_t>(data[0], text.size());
  const std::uint64_t end = std::min<std::uint64_t>(begin + data[1], text.size());

  const auto check = [&](const DecodedText& decoded) {
    if (decoded.map.size() != decoded.bytes.size()) std::abort();
    for (std::uint64_t at = 0; at < decoded.bytes.size(); ++at) {
      const ByteSpan raw = decoded.map.raw({at, at + 1});
      if (raw.begin >= raw.end || raw.end > text.size()) std::abort();
    }
    return true;
  };
  for (const ByteSpan near : {ByteSpan{0, text.size()}, ByteSpan{begin, end}}) {
    visit_encoded_runs(text, near, check);
    visit_escaped(text, near, check);
    visit_wide_runs(text, near, check);
  }
  if (const auto decoded = decode_wide_text(text)) check(*decoded);
  return 0;
}

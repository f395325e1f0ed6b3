// Archives of any bytes: unpacking ends, within its limits, and throws nothing.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "scanner/source/archive/archive.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  // Small, so that a run is short.
  const ArchiveLimits limits{
      .member_bytes = 1 << 16, .total_bytes = 1 << 20, .ratio = 10, .depth = 2};
  std::uint64_t total = 0;
  unpack(bytes, "name.gz", limits,
         [&](const std::string& path, const Result<std::string_view>& text) {
           if (text && path.empty()) std::abort();
           if (text) total += text->size();
         });
  if (total > limits.total_bytes) std::abort();
  return 0;
}

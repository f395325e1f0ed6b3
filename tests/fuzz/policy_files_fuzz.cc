// Bytes as every file of policy: what is read holds what was promised, and a baseline
// that was read is written and read again as it was.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "scanner/policy/baseline.h"
#include "scanner/policy/foreign_baseline.h"
#include "scanner/policy/ignore_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  const std::string text(reinterpret_cast<const char*>(data), size);
  Diagnostics diagnostics;
  for (const Acceptance& entry : read_ignore_file(text, "file", diagnostics).entries) {
    if (!entry.line || entry.rule.empty() || entry.paths.size() != 1) std::abort();
  }
  const auto foreign = read_foreign_baseline(text, "file");
  if (foreign && *foreign) {
    for (const Acceptance& entry : (*foreign)->entries) {
      if (entry.sha1.empty() && !entry.secret && !entry.line) std::abort();
    }
  }
  for (const std::string& bytes : {text, "{\"leaksieve\":\"baseline/1\"}\n" + text}) {
    const auto read = read_baseline(bytes, "file");
    if (!read) continue;
    const std::string written = write_baseline(*read);
    const auto again = read_baseline(written, "file");
    if (!again || write_baseline(*again) != written) std::abort();
  }
  return 0;
}

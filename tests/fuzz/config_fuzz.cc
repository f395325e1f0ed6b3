// Files of any bytes: reading ends, what is accepted is within its bounds, and messages
// hold nothing that a terminal obeys.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scanner/config/config_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const SetBy writer : {SetBy::anyone, SetBy::user}) {
    const auto file = parse_config(text, "c.toml", writer);
    if (!file) {
      const std::string& message = file.error().message;
      if (std::any_of(message.begin(), message.end(),
                      [](char c) { return c < ' ' || c > '~'; })) {
        std::abort();
      }
      continue;
    }
    if (writer == SetBy::anyone && file->config.scan.report_only) std::abort();
    for (const UserRule& rule : file->rules) {
      if (rule.rule.id.empty() || rule.rule.entropy < 0) std::abort();
    }
    for (const IgnoreEntry& entry : file->config.ignores) {
      if (entry.fingerprint.empty() && entry.paths.empty()) std::abort();
    }
  }
  return 0;
}

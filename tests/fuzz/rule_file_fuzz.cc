// A rule file of any bytes: it is read, or the message names the file.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "scanner/rules/rule_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  if (size > 100'000) return 0;
  const auto file =
      RuleFile::parse({reinterpret_cast<const char*>(data), size}, "rules.toml");
  if (!file) {
    if (file.error().message.find("rules.toml") == std::string::npos) std::abort();
    return 0;
  }
  for (const Rule& rule : file->rules()) {
    if (rule.id.empty()) std::abort();
  }
  return 0;
}

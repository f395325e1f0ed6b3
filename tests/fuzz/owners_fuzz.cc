// CODEOWNERS and .mailmap of any bytes: the first line is a path and a person.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "scanner/base/ascii.h"
#include "scanner/source/owners/code_owners.h"
#include "scanner/source/owners/mailmap.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  if (size > 20'000) return 0;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const std::string_view first = take_line(rest);
  for (const auto dialect :
       {CodeOwners::Dialect::github, CodeOwners::Dialect::gitlab}) {
    const std::string owners = CodeOwners::parse(rest, dialect).owners_of(first);
    if (!owners.empty() && owners.find('@') == std::string::npos) std::abort();
  }
  CodeOwners::guess_dialect(rest);
  const std::string today = Mailmap::parse(rest).resolve(first);
  if (today != first && !today.ends_with('>')) std::abort();
  return 0;
}

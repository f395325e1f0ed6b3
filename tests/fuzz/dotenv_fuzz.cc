// Environment files of any bytes. What is read lies inside the text, rises, and is read
// in the same way a second time without what stands before it; values that refer to
// each other stay small.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "scanner/text/dotenv.h"
#include "scanner/text/dotenv_variables.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  // A copy of its own, so that a byte too far is seen.
  const auto bytes = std::make_unique<char[]>(size);
  std::copy(data, data + size, bytes.get());
  const std::string_view text(bytes.get(), size);
  DotenvReader reader(text);
  DotenvVariables variables;
  std::size_t last = 0;
  std::size_t expanded = 0;
  while (const auto entry = reader.next()) {
    const auto name = static_cast<std::size_t>(entry->name.data() - text.data());
    if (entry->name.empty() || name < last || name + entry->name.size() > text.size() ||
        entry->raw.begin < name + entry->name.size() ||
        entry->raw.end < entry->raw.begin || entry->raw.end > text.size() ||
        entry->value.size() > entry->raw.size()) {
      std::abort();
    }
    const auto again = DotenvReader(text.substr(name)).next();
    const bool name_in_quotes = name > 0 && text[name - 1] == '\'';
    if (!name_in_quotes && (!again || again->value != entry->value)) {
      // "export" may be a name, and then the word after it is read as one more.
      if (!again || again->name == entry->name) std::abort();
    }
    last = entry->raw.end;
    has_references(*entry);
    expanded += variables.set(*entry).size();
  }
  if (expanded > text.size() + (5U << 20)) std::abort();
  return 0;
}

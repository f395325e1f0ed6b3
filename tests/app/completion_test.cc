#include "scanner/app/completion.h"

#include <doctest/doctest.h>

namespace leaksieve {
namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

CommandTable small_table() {
  return {"",
          "",
          {{"dir",
            "Scan a [folder]: it's",
            "",
            {{{"-o", "--output"}, "FORMAT", "Write", "", {"text", "json"}},
             {{"--enable-rule"}, "ID", "Use only", "", {}},
             {{"--quiet"}, "", "Say less", "", {}},
             {{}, "paths", "Where", "", {}}}},
           {"rules list", "List them", "", {}}}};
}

}  // namespace

// That the shells take them is tested with the shells: tests/cli/completion.sh.
TEST_CASE("completion_for knows three shells") {
  const CommandTable table = small_table();
  CHECK(!completion_for("csh", table));
  for (const char* shell : {"bash", "zsh", "fish"}) {
    CAPTURE(shell);
    const std::string script = completion_for(shell, table).value();
    for (const char* word : {"dir", "rules", "list", "output", "json", "quiet"}) {
      CAPTURE(word);
      CHECK(holds(script, word));
    }
    CHECK(holds(script, "leaksieve rules list 2>/dev/null"));
  }
}

TEST_CASE("what a shell would take for its own is quoted") {
  const CommandTable table = small_table();
  CHECK(holds(*completion_for("zsh", table), R"('dir:Scan a \[folder\]\: it'\''s')"));
  CHECK(holds(*completion_for("fish", table), R"(-d 'Scan a [folder]: it\'s')"));
}

}  // namespace leaksieve

#include "tests/support/golden.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace leaksieve::test {
namespace {

constexpr std::string_view kRuler =
    "----------------------------------------------------------------------";

bool is_update() {
  const char* value = std::getenv("UPDATE_GOLDEN");
  return value != nullptr && std::string_view(value) == "1";
}

std::string between_rulers(std::string_view title, std::string_view text) {
  std::string out(title);
  out.append("\n").append(kRuler).append("\n").append(text);
  if (!text.ends_with('\n')) out += "(no line feed at the end)\n";
  return out.append(kRuler).append("\n");
}

}  // namespace

std::string golden_mismatch(std::string_view name, std::string_view actual) {
  const std::string path =
      std::string(LEAKSIEVE_SOURCE_DIR "/fixtures/expected/").append(name);
  if (is_update()) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << actual;
    return file.flush() ? "" : "cannot write " + path;
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return "cannot read " + path + "; UPDATE_GOLDEN=1 makes it";
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  if (expected == actual) return {};
  return "differs from " + path + "\n" + between_rulers("expected", expected) +
         between_rulers("actual", actual);
}

}  // namespace leaksieve::test

#include "scanner/text/script_parts.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {
namespace {

std::string parts(std::string_view text, CodeLanguage language, std::string_view path) {
  std::string out;
  for (const ScriptPart& part : script_parts(text, language, path)) {
    out += part.language == CodeLanguage::shell    ? "["
           : part.language == CodeLanguage::python ? "py["
                                                   : "js[";
    out += std::string(bytes_of(text, part.span)) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("script_parts of a workflow") {
  const std::string path = ".github/workflows/ci.yml";
  const auto of = [&](std::string_view text) {
    return parts(text, CodeLanguage::ci, path);
  };
  CHECK(of("- run: echo a\n- run: 'echo b'\n") == "[echo a][echo b]");
  CHECK(of("- run: |\n    a\n\n    b\n  env:\n    C: d\n") == "[    a\n\n    b\n]");
  CHECK(of("- with:\n    script: |\n      a\n") == "js[      a\n]");
  CHECK(of("- shell: python\n  run: |\n    a\n") == "py[    a\n]");
  CHECK(of("- run: |\n    a\n  shell: python\n") == "py[    a\n]");
  CHECK(of("name: x\n").empty());
}

TEST_CASE("script_parts of other files") {
  CHECK(parts("job:\n  script:\n    - a\n    - |\n      b\n    - 'c'\n  stage: d\n",
              CodeLanguage::ci, ".gitlab-ci.yml") == "[a][      b\n][c']");
  CHECK(parts("FROM x\nRUN a \\\n  b\nrun c\nRUN [\"d\"]\n", CodeLanguage::dockerfile,
              "") == "[a \\\n  b][c]");
  CHECK(parts("a\nb", CodeLanguage::shell, "") == "[a\nb]");
  CHECK(parts("run", CodeLanguage::dockerfile, "").empty());
}

}  // namespace leaksieve

#include "scanner/text/code_syntax.h"

#include <doctest/doctest.h>

namespace leaksieve {

TEST_CASE("syntax_of") {
  CHECK(syntax_of(CodeLanguage::python).indented);
  CHECK(syntax_of(CodeLanguage::javascript).template_backtick);
  CHECK_FALSE(syntax_of(CodeLanguage::go).quote_is_string);
  CHECK(syntax_of(CodeLanguage::ruby).interpolation == Interpolation::hash);
  CHECK(syntax_of(CodeLanguage::swift).interpolation == Interpolation::backslash);
  // A language without an entry has the common shape.
  CHECK(syntax_of(CodeLanguage::none).hash_comment);
}

}  // namespace leaksieve

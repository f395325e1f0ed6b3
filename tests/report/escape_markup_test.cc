#include "scanner/report/escape_markup.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {

TEST_CASE("markup_text") {
  CHECK(markup_text("") == "");
  CHECK(markup_text("caf\u00e9 a/b.c") == "caf\u00e9 a/b.c");
  CHECK(markup_text("<b a=\"1\" c='2'>&amp;") ==
        "&#60;b a=&#34;1&#34; c=&#39;2&#39;&#62;&#38;amp;");
  CHECK(markup_text("\x1b]]>\n") == "\\x1b]]&#62;\\n");
  CHECK(markup_text("a\xef\xbf\xbf\xef\xbf\xbe") == "a\ufffd\ufffd");
}

TEST_CASE("csv_cell") {
  CHECK(csv_cell("") == "\"\"");
  CHECK(csv_cell("a, b \"c\"") == "\"a, b \"\"c\"\"\"");
  CHECK(csv_cell("a-b=c@d+1") == "\"a-b=c@d+1\"");
  CHECK(csv_cell("a\r\nb") == "\"a\\r\\nb\"");
  SUBCASE("holds no formula") {
    CHECK(csv_cell("=1+1") == "\"'=1+1\"");
    CHECK(csv_cell("@SUM(1)") == "\"'@SUM(1)\"");
    CHECK(csv_cell("  -1") == "\"  '-1\"");
    CHECK(csv_cell("+1") == "\"'+1\"");
  }
  SUBCASE("nor one behind another separator") {
    CHECK(csv_cell("a;=1+1") == "\"a;'=1+1\"");
    CHECK(csv_cell("a\",=1") == "\"a\"\",'=1\"");
    CHECK(csv_cell("a\"=1") == "\"a\"\"'=1\"");
  }
}

TEST_CASE("workflow_data and workflow_property") {
  CHECK(workflow_data("100% a:b,c") == "100%25 a:b,c");
  CHECK(workflow_data("a\n::error::b") == "a\\n::error::b");
  CHECK(workflow_property("a:b,c%0A") == "a%3Ab%2Cc%250A");
}

TEST_CASE("markdown_code") {
  CHECK(markdown_code("") == "");
  CHECK(markdown_code("a b1") == "<code>a b1</code>");
  CHECK(markdown_code("@ada #1 `x`") == "<code>&#64;ada &#35;1 &#96;x&#96;</code>");
  CHECK(markdown_code("</code>|") == "<code>&#60;&#47;code&#62;&#124;</code>");
  CHECK(markdown_code("caf\u00e9\u202e") ==
        "<code>caf\u00e9&#92;u&#123;202e&#125;</code>");
}

TEST_CASE("markdown_text") {
  CHECK(markdown_text("An API key, of a user (not a team).") ==
        "An API key, of a user (not a team).");
  CHECK(markdown_text("![x](y) <b> @ada *a* _b_") ==
        "&#33;&#91;x&#93;(y) &#60;b&#62; &#64;ada &#42;a&#42; &#95;b&#95;");
}

}  // namespace leaksieve

#include "scanner/report/html_page.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("the program of the HTML report writes no markup and no style attribute") {
  for (const char* part :
       {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval",
        "</script", "<!--", "fetch(", "'style'"}) {
    CAPTURE(part);
    CHECK(html_script().find(part) == std::string_view::npos);
  }
  CHECK(html_style().find("</style") == std::string_view::npos);
  CHECK(html_style().find("@import") == std::string_view::npos);
}

}  // namespace leaksieve

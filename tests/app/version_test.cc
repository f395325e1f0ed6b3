#include "scanner/app/version.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace leaksieve {

TEST_CASE("version_text names the libraries in use") {
  const std::string text = version_text();
  CHECK(std::count(text.begin(), text.end(), '\n') == 4);
  for (const char* name : {"leaksieve ", "libgit2 ", "Hyperscan ", "RE2 "}) {
    CHECK(text.find(name) != std::string::npos);
  }
  CHECK(text.find(" \n") == std::string::npos);
}

}  // namespace leaksieve

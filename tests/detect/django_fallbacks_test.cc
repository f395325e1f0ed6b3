#include "scanner/detect/django_fallbacks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "tests/support/detection.h"

namespace leaksieve {

TEST_CASE("every key of SECRET_KEY_FALLBACKS is reported") {
  test::Detection detection;
  const auto keys = [&](std::string_view shape) {
    const auto found = detection.found(test::made_up(shape));
    return std::count_if(found.begin(), found.end(), [](const std::string& line) {
      return line.starts_with("django-secret-key-fallback ");
    });
  };
  CHECK(keys("SECRET_KEY_FALLBACKS = ['{django:50}']\n") == 1);
  CHECK(keys("SECRET_KEY_FALLBACKS = [{nl}  '{alnum:50}',  # \"old\" one{nl}"
             "  \"{django:50}\",{nl}  r'{alnum:40}',{nl}]\n") == 3);
  SUBCASE("names of variables and placeholders are none") {
    CHECK(keys("SECRET_KEY_FALLBACKS = [env('{alnum:50}'), '{alnum:50}', 'changeme1', "
               "os.environ[\"{alnum:50}\"], '{alnum:49}']\n") == 2);
  }
  SUBCASE("what stands behind the list is no key of it") {
    CHECK(keys("SECRET_KEY_FALLBACKS = ('{alnum:50}',)\nX = ['{alnum:50}']\n") == 1);
  }
}

}  // namespace leaksieve

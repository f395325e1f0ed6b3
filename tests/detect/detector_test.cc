#include "scanner/detect/detector.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/detection.h"

namespace leaksieve {

using Found = std::vector<std::string>;

TEST_CASE("Detector: the more specific rule owns a span") {
  test::Detection detection;
  const std::string token = test::made_up("ghp_{alnum:30}{crc62}");
  const std::string url = "https://x-access-token:" + token + "@github.com/a/b.git";
  CHECK(detection.found(url) == Found{"github-pat " + token});
}

TEST_CASE("Detector: a committed environment file is a finding of its own") {
  test::Detection detection;
  const std::string key = test::made_up("re_{alnum:8}_{alnum:24}");
  const std::string text = "RESEND_API_KEY=" + key + "\n";
  CHECK(detection.found(text, "backend/.env") ==
        Found{"env-file ", "resend-api-key " + key});
  CHECK(detection.found(text, ".env.example") == Found{"resend-api-key " + key});
  CHECK(detection.found("", ".env") == Found{"env-file "});
  CHECK(detection.candidates(text, ".env")[0].severity == Severity::critical);
}

TEST_CASE("Detector: nothing in a text of nothing") {
  test::Detection detection;
  CHECK(detection.found("").empty());
  CHECK(detection.found(std::string(100000, '\0')).empty());
}

TEST_CASE("Detector::names_matter") {
  CHECK(Detector::names_matter(".env"));
  CHECK_FALSE(Detector::names_matter(".env.example"));
  CHECK_FALSE(Detector::names_matter("main.cc"));
}

}  // namespace leaksieve

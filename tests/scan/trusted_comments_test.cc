#include "scanner/scan/trusted_comments.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/scan/findings.h"
#include "scanner/source/path_source.h"
#include "tests/support/detection.h"

namespace leaksieve {

TEST_CASE("TrustedComments: the same rule, secret and path, and a comment there") {
  test::Detection detection;
  const InlinePolicy comments{true, "2026-11-24"};
  const std::string one = test::made_up("re_{alnum:8}_{alnum:24}", 1);
  const std::string two = test::made_up("re_{alnum:8}_{alnum:24}", 2);
  const auto finding = [&](const std::string& secret, const std::string& path) {
    const auto source = make_text_source("x = '" + secret + "'", path);
    Found found = find_secrets(*source, detection.detector(), 1, comments);
    REQUIRE(found.findings.size() == 1);
    return found.findings[0];
  };
  int reads = 0;
  TrustedComments trusted(detection.detector(), comments,
                          [&](const std::string& path) -> std::optional<std::string> {
                            ++reads;
                            if (path == "absent") return std::nullopt;
                            return "a = '" + one + "' # leaksieve:allow\nb = '" + two +
                                   "'\n";
                          });
  CHECK(trusted.let_pass(finding(one, "a")));
  CHECK_FALSE(trusted.let_pass(finding(two, "a")));
  CHECK(reads == 1);
  CHECK_FALSE(trusted.let_pass(finding(one, "absent")));
  Finding message = finding(one, "a");
  message.path.clear();
  CHECK_FALSE(trusted.let_pass(message));
}

}  // namespace leaksieve

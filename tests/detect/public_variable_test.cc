#include "scanner/detect/public_variable.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/detection.h"

namespace leaksieve {

TEST_CASE("grade_public_variables") {
  test::Detection detection;
  const auto severity = [&](const std::string& before) {
    const auto found =
        detection.candidates(before + test::made_up("re_{alnum:8}_{alnum:24}") + "\n");
    REQUIRE(found.size() == 1);
    return found[0].severity;
  };
  for (const std::string before :
       {"NEXT_PUBLIC_KEY=", "VITE_KEY = \"",
        "REACT_APP_KEY: ", "  \"EXPO_PUBLIC_KEY\": \"", "export NUXT_PUBLIC_KEY='"}) {
    CAPTURE(before);
    CHECK(severity(before) == Severity::critical);
  }
  for (const std::string before : {"RESEND_KEY=", "MY_VITE_KEY=", "NEXT_PUBLIC_KEY\n=",
                                   "NEXT_PUBLIC_A=1 KEY=", "call(VITE_A, "}) {
    CAPTURE(before);
    CHECK(severity(before) == Severity::high);
  }
}

TEST_CASE("grade_public_variables leaves what is public by design") {
  test::Detection detection;
  const auto found = detection.candidates(
      test::made_up("NEXT_PUBLIC_FIREBASE_API_KEY=AIza{base64url:35}\n"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].severity == Severity::low);
}

}  // namespace leaksieve

#include "scanner/match/validators/slack.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a Slack token or webhook") {
  SUBCASE("passes") {
    for (const std::string_view shape :
         {"xoxb-{digit:12}-{digit:13}-{alnum:24}",
          "xoxp-{digit:12}-{digit:12}-{hex:32}",
          "https://hooks.slack.com/services/T{base32:8}/B{base32:10}/{alnum:24}",
          "hooks.slack.com/triggers/T{base32:10}/{digit:13}/{hex:32}"}) {
      CAPTURE(shape);
      const Verdict verdict = verdict_of(check_slack, made(shape));
      CHECK(verdict.accept);
      CHECK_FALSE(verdict.confidence.has_value());
    }
  }
  SUBCASE("of the documentation is dropped") {
    CHECK_FALSE(verdict_of(check_slack,
                           "https://hooks.slack.com/services/T00000000/B00000000/" +
                               std::string(24, 'X'))
                    .accept);
    CHECK_FALSE(verdict_of(check_slack, made("xoxp-1234-1234-1234-{hex:32}")).accept);
  }
  SUBCASE("with the ids of a sample has medium confidence") {
    const std::string secret = "xoxb-1234567890" + made("12-1234567890123-{alnum:24}");
    CHECK(verdict_of(check_slack, secret).confidence == Confidence::medium);
  }
}

}  // namespace leaksieve

#include "scanner/match/validators/webhook.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a webhook's signing secret") {
  for (const std::string_view shape :
       {"whsec_{base64:32}", "whsec_{base64:43}=", "whsec_{alnum:32}", "whsec_{hex:64}",
        "whsk_{base64:86}=="}) {
    CAPTURE(shape);
    CHECK(verdict_of(check_webhook, made(shape)).accept);
  }
  CHECK_FALSE(verdict_of(check_webhook, "whsec_" + std::string(32, 'x')).accept);
  CHECK_FALSE(verdict_of(check_webhook, made("whsec_{alnum:33}")).accept);  // no base64
  CHECK_FALSE(verdict_of(check_webhook, made("whsec_{alnum:20}")).accept);  // too short
}

}  // namespace leaksieve

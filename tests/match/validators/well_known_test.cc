#include "scanner/match/validators/well_known.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("is_well_known") {
  CHECK_FALSE(is_well_known(""));
  CHECK_FALSE(is_well_known("changeme"));
  // In two parts, so that the sample of Stripe's documentation does not stand here.
  CHECK(is_well_known(std::string("sk_test_4eC39Hq") + "LyjWDarjtT1zdp7dc"));
  CHECK(is_well_known(std::string("sb_secret_N7UND0UgjKTVK") + "-Uodkm0Hg_xSvEMPvz"));
  CHECK(is_well_known(std::string("JBSWY3DP") + "EHPK3PXP"));
}

}  // namespace leaksieve

#include "scanner/match/validators/azure_key.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("an annotated key of Azure") {
  for (const std::string_view shape :
       {"{alnum:52}JQQJ99AL{alnum:16}ACOG{alnum:4}",
        "{alnum:52}JQQJ9DBA{alnum:16}ACOG{alnum:5}A==",
        "{alnum:52}JQQJ9HBA{alnum:16}ACOG{alnum:5}g=="}) {
    CAPTURE(shape);
    const Verdict verdict = verdict_of(check_cask, made(shape));
    CHECK(verdict.accept);
    CHECK(says(verdict, "\"ACOG\""));
  }
  for (const std::string_view shape :
       {"{alnum:51}JQQJ99AL{alnum:17}ACOG{alnum:4}",  // not at its place
        "{alnum:52}JQQJ98AL{alnum:16}ACOG{alnum:4}",
        "{alnum:52}JQQJ99AM{alnum:16}ACOG{alnum:4}",  // no month
        "{alnum:52}JQQJ99AL{alnum:16}ACOG{alnum:6}", "{alnum:52}", ""}) {
    CAPTURE(shape);
    CHECK_FALSE(verdict_of(check_cask, made(shape)).accept);
  }
  CHECK_FALSE(verdict_of(check_cask,
                         std::string(52, 'A') + made("JQQJ99AL{alnum:16}ACOG{alnum:4}"))
                  .accept);
}

}  // namespace leaksieve

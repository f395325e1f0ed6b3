#include "scanner/match/validators/gitlab.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

// 16 random bytes, ten of lines, one of their length: 36 characters, "10" in base 36.
#define PAYLOAD "{from}{byte:16}o:{base36:2}{nl}u:{base36:2}{nl}{x:0a}{as-base64url}"

}  // namespace

TEST_CASE("a GitLab token") {
  SUBCASE("that is routable and whose checksum holds is proven") {
    for (const std::string_view shape :
         {"{from}glpat-" PAYLOAD ".01.10{crc36}",
          "{from}glrt-t1_" PAYLOAD ".01.10{crc36}", "{from}glpat-" PAYLOAD ".10{crc36}",
          "{from}glpat-{from}{byte:16}c:1{nl}o:9{nl}{x:08}{as-base64url}.01.0y{"
          "crc36}"}) {
      CAPTURE(shape);
      const Verdict verdict = verdict_of(check_gitlab, made(shape));
      CHECK(verdict.accept);
      CHECK(verdict.confidence == Confidence::proven);
    }
  }
  SUBCASE("that has the form of one only is medium") {
    for (const std::string_view shape :
         {"glpat-{base64url:36}.01.10{base36:7}",     // any checksum
          "{from}glpat-" PAYLOAD ".01.11{crc36}",     // another length
          "{from}glpat-{base64url:36}.01.10{crc36}",  // no lines
          "{from}glpat-x" PAYLOAD ".01.10{crc36}",    // something before it
          "glpat-{from}" PAYLOAD ".01.10{crc36}",     // checksum without prefix
          "{from}glpat-{from}{byte:18}u:{base36:6}{nl}{x:09}{as-base64url}.01.10{"
          "crc36}",
          "{from}glpat-{from}{byte:27}{x:ff}{as-base64url}.01.12{crc36}",
          "{from}glpat-.01.00{crc36}", "{from}glpat-{alnum:30}.{crc36}"}) {
      CAPTURE(shape);
      const Verdict verdict = verdict_of(check_gitlab, made(shape));
      CHECK(verdict.confidence != Confidence::proven);
    }
    CHECK(verdict_of(check_gitlab, made("glpat-{base64url:36}.01.10{base36:7}"))
              .confidence == Confidence::medium);
  }
  SUBCASE("of the older form keeps the rule's confidence") {
    const Verdict verdict = verdict_of(check_gitlab, made("glpat-{base64url:20}"));
    CHECK(verdict.accept);
    CHECK_FALSE(verdict.confidence.has_value());
  }
  SUBCASE("that somebody typed is dropped") {
    CHECK_FALSE(verdict_of(check_gitlab, "glpat-" + std::string(20, 'x')).accept);
    CHECK_FALSE(verdict_of(check_gitlab, "glpat-" + std::string(36, 'x') + ".01." +
                                             std::string(9, '0'))
                    .accept);
  }
}

}  // namespace leaksieve

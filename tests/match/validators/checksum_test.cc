#include "scanner/match/validators/checksum.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

struct Row {
  Validator check;
  std::string_view shape;
};

}  // namespace

TEST_CASE("a checksum that holds makes a token proven") {
  for (const Row& row :
       {Row{check_crc62, "npm_{alnum:30}{crc62}"},
        Row{check_crc62, "vcp_{from}{base64url:50}{crc62}"},
        Row{check_crc_hex_of_all, "{from}ATBB{alnum:24}{crcHEX}"},
        Row{check_crc_hex_of_all, "{from}ATATT3xFfGF0{base64url:171}={crcHEX}"},
        Row{check_crc_hex_of_body, "cfut_{alnum:40}{crchex}"},
        Row{check_crc_hex_of_body, "zpka_{from}{alnum:32}{to}_{crchex}"},
        Row{check_grafana, "{from}glsa_{alnum:32}{to}_{crchexle}"}}) {
    CAPTURE(row.shape);
    const Verdict verdict = verdict_of(row.check, made(row.shape));
    CHECK(verdict.accept);
    CHECK(verdict.confidence == Confidence::proven);
    CHECK(says(verdict, "checksum valid"));
  }
}

TEST_CASE("one that does not leaves it medium") {
  for (const Row& row :
       {Row{check_crc62, "npm_{alnum:36}"}, Row{check_crc62, "vcp_{base64url:56}"},
        Row{check_crc_hex_of_all, "ATBB{alnum:24}{HEX:8}"},
        Row{check_crc_hex_of_all, "ATATT3xFfGF0{from}{base64url:171}={crcHEX}"},
        Row{check_crc_hex_of_body, "{from}cfut_{alnum:40}{crchex}"},
        Row{check_crc_hex_of_body, "zpka_{alnum:32}_{hex:8}"},
        Row{check_grafana, "{from}glsa_{alnum:32}{to}_{crchex}"}}) {
    CAPTURE(row.shape);
    const Verdict verdict = verdict_of(row.check, made(row.shape));
    CHECK(verdict.accept);
    CHECK(verdict.confidence == Confidence::medium);
    CHECK(says(verdict, "checksum does not match"));
  }
}

TEST_CASE("what was typed is dropped") {
  CHECK_FALSE(verdict_of(check_crc62, "npm_" + std::string(36, 'x')).accept);
  CHECK_FALSE(verdict_of(check_crc_hex_of_all,
                         "ATATT3xFfGF0" + std::string(171, 'x') + "=00000000")
                  .accept);
  CHECK_FALSE(verdict_of(check_crc_hex_of_body, "cfut_" + std::string(48, '0')).accept);
  CHECK_FALSE(
      verdict_of(check_grafana, "glsa_" + std::string(32, 'X') + "_00000000").accept);
}

TEST_CASE("an escaped \"=\" is one character of the token") {
  const std::string token = made("{from}ATATT3xFfGF0{base64url:171}={crcHEX}");
  const std::size_t at = token.find('=');
  for (const std::string_view escape : {"%3D", "%3d", "\\="}) {
    CAPTURE(escape);
    std::string escaped = token;
    escaped.replace(at, 1, escape);
    CHECK(verdict_of(check_crc_hex_of_all, escaped).confidence == Confidence::proven);
  }
}

TEST_CASE("a checksum is looked for in short texts too") {
  for (const Validator check :
       {check_crc62, check_crc_hex_of_all, check_crc_hex_of_body, check_grafana}) {
    for (const std::string_view text : {"", "_", "a_b", "=", "%3D", "abc_1234567"}) {
      CAPTURE(text);
      CHECK(verdict_of(check, text).confidence != Confidence::proven);
    }
  }
}

}  // namespace leaksieve

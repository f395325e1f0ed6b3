#include "scanner/match/validators/key_checksum.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("bech32") {
  for (const std::string_view shape :
       {"{from}AGE-SECRET-KEY-1{BECH32:52}{bech32sum}",
        "{from}age-secret-key-1{bech32:52}{bech32sum}",
        "{from}AGE-SECRET-KEY-PQ-1{BECH32:52}{bech32sum}"}) {
    CAPTURE(shape);
    const Verdict verdict = verdict_of(check_bech32, made(shape));
    CHECK(verdict.confidence == Confidence::proven);
    CHECK(says(verdict, "checksum valid"));
  }
  for (const std::string_view shape :
       {"AGE-SECRET-KEY-1{BECH32:58}", "{from}AGE-SECRET-KEY-1{bech32:52}{bech32sum}",
        "AGE-SECRET-KEY-1{BECH32:3}", "AGE-SECRET-KEY-1", ""}) {
    CAPTURE(shape);
    CHECK(verdict_of(check_bech32, made(shape)).confidence != Confidence::proven);
  }
  CHECK(verdict_of(check_bech32, made("AGE-SECRET-KEY-1{BECH32:58}")).confidence ==
        Confidence::medium);
  CHECK_FALSE(
      verdict_of(check_bech32, "AGE-SECRET-KEY-1" + std::string(58, 'X')).accept);
}

TEST_CASE("base58check") {
  SUBCASE("that holds is proven") {
    for (const std::string_view shape :
         {"{from}{x:80}{byte:32}{sha256d}{as-base58}",
          "{from}{x:80}{byte:32}{x:01}{sha256d}{as-base58}",
          "{from}{x:0488ade4}{byte:74}{sha256d}{as-base58}"}) {
      CAPTURE(shape);
      CHECK(verdict_of(check_base58check, made(shape)).confidence ==
            Confidence::proven);
    }
    CHECK(made("{from}{x:0488ade4}{byte:74}{sha256d}{as-base58}").starts_with("xprv"));
  }
  SUBCASE("that does not leaves an extended key medium") {
    const std::string key = made("{from}{x:0488ade4}{byte:78}{as-base58}");
    CHECK(verdict_of(check_base58check, key).confidence == Confidence::medium);
    CHECK_FALSE(verdict_of(check_base58check, "xprv" + std::string(107, 'x')).accept);
  }
  SUBCASE("that does not drops anything else") {
    CHECK_FALSE(verdict_of(check_base58check, made("5{alnum:50}")).accept);
    CHECK_FALSE(
        verdict_of(check_base58check, made("{from}{x:80}{byte:36}{as-base58}")).accept);
    CHECK_FALSE(verdict_of(check_base58check, "").accept);
    CHECK_FALSE(verdict_of(check_base58check, std::string(4000, '2')).accept);
  }
}

TEST_CASE("crc16") {
  for (const std::string_view shape : {"{from}{x:90}{byte:32}{crc16}{as-base32}",
                                       "{from}{x:9500}{byte:32}{crc16}{as-base32}"}) {
    CAPTURE(shape);
    const std::string seed = made(shape);
    CHECK(seed.front() == 'S');
    CHECK(verdict_of(check_crc16, seed).confidence == Confidence::proven);
  }
  CHECK_FALSE(verdict_of(check_crc16, made("S{base32:55}")).accept);
  CHECK_FALSE(verdict_of(check_crc16, "").accept);
}

}  // namespace leaksieve

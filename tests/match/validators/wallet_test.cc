#include "scanner/match/validators/wallet.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a recovery phrase") {
  for (const int bytes : {16, 20, 24, 28, 32}) {
    CAPTURE(bytes);
    const std::string phrase =
        made("{from}{byte:" + std::to_string(bytes) + "}{as-bip39}");
    const Verdict verdict = verdict_of(check_bip39, phrase);
    CHECK(verdict.accept);
    CHECK(verdict.confidence == Confidence::proven);
  }
  const std::string phrase = made("{from}{byte:16}{as-bip39}");
  SUBCASE("may have words behind it") {
    CHECK(verdict_of(check_bip39, phrase + " and then more").accept);
  }
  SUBCASE("without its checksum is dropped") {
    const std::string last = phrase.substr(phrase.rfind(' ') + 1);
    const std::string other = last == "zebra" ? "zero" : "zebra";
    const std::string changed = phrase.substr(0, phrase.rfind(' ') + 1) + other;
    CHECK_FALSE(verdict_of(check_bip39, changed).accept);
  }
  SUBCASE("of everybody is dropped") {
    std::string chain;
    for (int i = 0; i < 11; ++i) chain += "test ";
    CHECK_FALSE(verdict_of(check_bip39, chain + "junk").accept);
    // Truffle's, in two parts.
    CHECK_FALSE(verdict_of(check_bip39, std::string("candy maple cake sugar pudding "
                                                    "cream honey rich smooth ") +
                                            "crumble sweet treat")
                    .accept);
  }
}

TEST_CASE("a private key of secp256k1") {
  CHECK(verdict_of(check_evm_key, made("0x{hex:64}")).accept);
  CHECK(verdict_of(check_evm_key, made("{hex:64}")).confidence == Confidence::medium);
  CHECK_FALSE(verdict_of(check_evm_key, "0x" + std::string(63, '0') + "1").accept);
  CHECK_FALSE(
      verdict_of(check_evm_key, std::string(32, 'f') + made("{hex:32}")).accept);
  // The first account of Hardhat and Anvil, in two parts.
  CHECK_FALSE(
      verdict_of(check_evm_key, std::string("0xac0974bec39a17e36ba4a6b4d238ff94") +
                                    "4bacb478cbed5efcae784d7bf4f2ff80")
          .accept);
}

TEST_CASE("a Solana key pair") {
  const std::string pair = made("{from}{byte:32}{ed25519}{as-list}");
  const Verdict verdict = verdict_of(check_solana_keypair, pair);
  CHECK(verdict.accept);
  CHECK(verdict.confidence == Confidence::proven);
  CHECK_FALSE(
      verdict_of(check_solana_keypair, made("{from}{byte:64}{as-list}")).accept);
  CHECK_FALSE(
      verdict_of(check_solana_keypair, made("{from}{byte:32}{as-list}")).accept);
  CHECK_FALSE(verdict_of(check_solana_keypair, "[999999999999999999999]").accept);
}

}  // namespace leaksieve

#include "scanner/match/validators/placeholder.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("a reference is no secret") {
  for (const std::string_view value : {"$PASSWORD",
                                       "$password",
                                       "${PASSWORD}",
                                       "pre${X}fix",
                                       "$(cat secret)",
                                       "{password}",
                                       "{{ .Values.password }}",
                                       "%(password)s",
                                       "%s",
                                       "%PASSWORD%",
                                       "<%= password %>",
                                       "#{password}",
                                       "process.env.KEY",
                                       "os.environ[",
                                       "settings.SECRET_KEY",
                                       ":password",
                                       "op://vault/item",
                                       "ENC[AES256_GCM,data]",
                                       "arn:aws:secretsmanager:x",
                                       "!vault"}) {
    CAPTURE(value);
    CHECK(is_reference(value));
  }
  for (const std::string_view value :
       {"$eCret1pass", "pa$$word", "settings", "hunter2%", "", "a{b}c", "100%"}) {
    CAPTURE(value);
    CHECK_FALSE(is_reference(value));
  }
}

TEST_CASE("a placeholder has to be filled in") {
  for (const std::string_view value :
       {"<password>", "[PASSWORD]", "****", "xxxxxxxx", "changeme", "change-me",
        "your-secret-key", "your_api_key_here", "CHANGE_ME_IN_PRODUCTION",
        "replace-this", "example", "PASSWORD", "DB_PASSWORD", "re_your_api_key",
        "sk_test_...", "TODO"}) {
    CAPTURE(value);
    CHECK(is_placeholder(value));
  }
  for (const std::string_view value :
       {"Tr0ub4dor&3", "postgres", "correct-battery-7", "hunter2!Zq", "kXyourQ9vT2"}) {
    CAPTURE(value);
    CHECK_FALSE(is_placeholder(value));
  }
}

TEST_CASE("a weak password") {
  for (const std::string_view value :
       {"postgres", "password", "password123", "admin123", "root", "123456", "abcdef",
        "test", "secret-key", "my_password", "aaaa", "p", "qwerty"}) {
    CAPTURE(value);
    CHECK(is_weak_password(value));
  }
  for (const std::string_view value : {"Tr0ub4dor&3", "x9fK2mQp", "blaubeere"}) {
    CAPTURE(value);
    CHECK_FALSE(is_weak_password(value));
  }
}

TEST_CASE("a filled-in body") {
  for (const std::string_view body :
       {"", "xxxxxxxxxxxxxxxxxxxxxxxx", "XXXXXXXXXXXXXXXXXXXXXXXXXXXX1234",
        "abcdefghijklmnopqrstuvwxyz123456", "0123456789abcdef0123456789abcdef",
        "deadbeefdeadbeefdeadbeefdeadbeef", "ThisIsYourSecretKeyFromClerk2024",
        "1234567890123456789012345678901234567890", "EXAMPLEq8Zk31LmPw77Tx",
        "createsuserwithsessionandorganization"}) {
    CAPTURE(body);
    CHECK(is_fill(body));
  }
}

TEST_CASE("a random body is not taken for a filled-in one") {
  for (const std::string_view shape :
       {"{alnum:16}", "{alnum:24}", "{alnum:42}", "{hex:32}", "{hex:64}", "{base36:26}",
        "{base32:16}", "{HEX:16}", "{django:50}", "{base64:40}"}) {
    CAPTURE(shape);
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
      const std::string body = made(shape, seed);
      CAPTURE(seed);
      REQUIRE_FALSE(is_fill(body));
    }
  }
}

TEST_CASE("symbols_of") {
  CHECK(symbols_of("0123") == 10);
  CHECK(symbols_of("01ab") == 16);
  CHECK(symbols_of("01AB") == 16);
  CHECK(symbols_of("ABXY27") == 32);
  CHECK(symbols_of("abz09") == 36);
  CHECK(symbols_of("aB9") == 62);
}

}  // namespace leaksieve

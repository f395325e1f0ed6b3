#include "scanner/match/assignment/randomness.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "scanner/rules/shape.h"

namespace leaksieve {

TEST_CASE("randomness: of a hundred generated values at most a few look written") {
  for (const std::string_view shape :
       {"{alnum:16}", "{alnum:32}", "{hex:32}", "{lower:24}", "{base36:20}",
        "{base64:40}", "{base64url:43}", "{HEX:40}"}) {
    CAPTURE(shape);
    int wrong = 0;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      wrong += randomness(expand_shape(shape, seed).value()) <= 0 ? 1 : 0;
    }
    CHECK(wrong <= 5);
  }
}

TEST_CASE("randomness: what people write does not look generated") {
  for (const std::string_view text :
       {"very_important_secret", "CONSUMER_SECRET", "myAuthPassword", "getUserByName",
        "org.apache.commons.lang3", "customers.list.filter", "api-username",
        "aaaaaaaaaaaa", "AbstractBeanFactory12", "application/json", "hunter2",
        "the quick brown fox"}) {
    CAPTURE(text);
    CHECK(randomness(text) < 0);
  }
}

TEST_CASE("text_likeness: words over 0, letters without sense under it") {
  for (const std::string_view word :
       {"password", "kennwort", "orange", "contrasena", "someName", "HEADER"}) {
    CAPTURE(word);
    CHECK(text_likeness(word) > 0);
  }
  for (const std::string_view word : {"xkqvzjw", "kfklbq", "zxqj", ""}) {
    CAPTURE(word);
    CHECK(text_likeness(word) <= 0);
  }
}

TEST_CASE("randomness: any bytes") {
  CHECK(randomness("") == 0);
  CHECK(randomness(std::string(100000, '\xff')) < 0);
  CHECK(randomness(std::string("\0\x01", 2)) < 10);
}

}  // namespace leaksieve

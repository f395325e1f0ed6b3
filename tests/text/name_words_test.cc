#include "scanner/text/name_words.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

std::string split(std::string_view name) {
  const NameWords words(name);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    out += (i == 0 ? "" : " ") + std::string(words[i]);
  }
  return out;
}

}  // namespace

TEST_CASE("NameWords splits names of every style") {
  CHECK(split("CLERK_SECRET_KEY") == "clerk secret key");
  CHECK(split("clerkSecretKey") == "clerk secret key");
  CHECK(split("clerk-secret.key") == "clerk secret key");
  CHECK(split("APIKey") == "api key");
  CHECK(split("getAPIs") == "get apis");
  CHECK(split("passwordMD5") == "password md5");
  CHECK(split("$this_password2") == "this password2");
  CHECK(split("__x__") == "x");
  CHECK(split("").empty());
}

TEST_CASE("NameWords keeps the last words of a long name") {
  std::string name;
  for (int i = 0; i < 5000; ++i) name += "word_";
  name += "token";
  const NameWords words(name);
  CHECK(words.size() == NameWords::kMaxWords);
  CHECK(words.from_end(0) == "token");
  CHECK(words.from_end(1) == "word");
  CHECK(words.from_end(100).empty());
}

TEST_CASE("NameWords forgets words at both ends") {
  NameWords words("get_api_key_value");
  words.pop();
  words.pop_front();
  CHECK(words.size() == 2);
  CHECK(words[0] == "api");
  CHECK(words.has("key"));
  CHECK_FALSE(words.has("value"));
}

}  // namespace leaksieve

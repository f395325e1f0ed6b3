#include "scanner/detect/logs/sources.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {
namespace {

Source source(std::string_view text, CodeLanguage language) {
  const Code code = test::read_code(text, language);
  Chain chain;
  read_chain(code, 0, chain);
  return source_of(code, chain, chain.parts.size());
}

}  // namespace

using enum CodeLanguage;

TEST_CASE("source_of: variables and settings") {
  CHECK(source("os.environ['CLERK_SECRET_KEY']", python).level == Level::high);
  CHECK(source("os.getenv('X_TOKEN')", python).level == Level::high);
  CHECK(source("process.env.STRIPE_KEY", javascript).level == Level::high);
  CHECK(source("os.Getenv(\"DB_PASSWORD\")", go).level == Level::high);
  CHECK(source("std::env::var(\"API_KEY\")", rust).level == Level::high);
  CHECK(source("ENV['API_KEY']", ruby).level == Level::high);
  CHECK(source("settings.SECRET_KEY", python).level == Level::high);
  CHECK(source("settings.DATABASE_URL", python).level == Level::medium);
  CHECK(source("request.headers['Authorization']", python).level == Level::high);
}

TEST_CASE("source_of: reads that give no secret are known too") {
  CHECK(source("process.env.NODE_ENV", javascript).known);
  CHECK(source("process.env.NODE_ENV", javascript).level == Level::none);
  CHECK(source("settings.DEBUG", python).level == Level::none);
  CHECK_FALSE(source("ENV.key?('API_KEY')", ruby).known);
  CHECK_FALSE(source("user.name", python).known);
}

TEST_CASE("source_of: everything there is") {
  for (const auto& [text, language] : {std::pair{"os.environ", python},
                                       {"process.env", javascript},
                                       {"$_SERVER", php},
                                       {"System.getenv()", java},
                                       {"context.Request.Headers", csharp},
                                       {"std::env::vars()", rust}}) {
    CAPTURE(text);
    const Source found = source(text, language);
    CHECK(found.dump);
    CHECK(found.level == Level::high);
  }
  CHECK(source("config", python).level == Level::low);
  CHECK_FALSE(source("getenv()", CodeLanguage::c).dump);
}

}  // namespace leaksieve::logs

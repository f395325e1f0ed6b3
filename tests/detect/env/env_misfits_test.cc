#include "scanner/detect/env/env_misfits.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/detection.h"

namespace leaksieve {
namespace {

std::string misfits(const std::string& path, const std::string& shape) {
  const std::string text = test::made_up(shape);
  const auto entries = read_dotenv(text);
  std::string all;
  for (const EnvMisfit& misfit :
       env_misfits(mode_of_env_file(path, entries), entries)) {
    all += (all.empty() ? "" : "; ") + std::string(misfit.what) + ": " + misfit.says;
  }
  return all;
}

}  // namespace

TEST_CASE("env_misfits names what does not fit the file") {
  const std::string production = ".env.production";
  CHECK(misfits(production, "DEBUG=True") == "debug mode: DEBUG is on in production");
  CHECK(misfits(production, "APP_DEBUG=1") ==
        "debug mode: APP_DEBUG is on in production");
  CHECK(misfits(production, "NODE_ENV=development") ==
        "wrong mode: NODE_ENV is not production in a file of production");
  CHECK(misfits(production, "SECRET_KEY=django-insecure-{django:50}") ==
        "wrong mode: SECRET_KEY is the key that startproject made for development");
  CHECK(misfits(production, "CLERK_SECRET_KEY=sk_test_{alnum:42}") ==
        "wrong mode: CLERK_SECRET_KEY holds a test key in a file of production");
  CHECK(misfits(".env.local", "CLERK_SECRET_KEY=sk_live_{alnum:42}") ==
        "wrong mode: CLERK_SECRET_KEY holds a live key in a file of development");
  // A file without a mode in its name says it itself.
  CHECK(misfits(".env", "DJANGO_ENV=production{nl}DEBUG=yes") ==
        "debug mode: DEBUG is on in production");

  for (const std::string line :
       {"DEBUG=False", "DEBUG=app:*", "DEBUG_PORT=1", "NODE_ENV=production",
        "A=sk_test_...", "CLERK_SECRET_KEY=sk_live_{alnum:42}", "A=django",
        "STRIPE_KEY=sk_test_xxxxxxxxxxxx"}) {
    CAPTURE(line);
    CHECK(misfits(production, line) == "");
  }
  CHECK(misfits(".env.local", "DEBUG=True{nl}K=sk_test_{alnum:42}") == "");
  CHECK(misfits(".env", "DEBUG=True{nl}K=sk_live_{alnum:42}") == "");
}

TEST_CASE("env_misfits names what does not fit the name") {
  CHECK(misfits(".env", "CLERK_SECRET_KEY=pk_live_{base64:40}") ==
        "wrong kind: CLERK_SECRET_KEY holds a publishable key");
  CHECK(misfits(".env", "CLERK_PUBLISHABLE_KEY=sk_live_{alnum:42}") ==
        "wrong kind: CLERK_PUBLISHABLE_KEY holds a secret key");
  CHECK(misfits(".env", "STRIPE_WEBHOOK_SECRET=sk_live_{alnum:42}") ==
        "wrong kind: STRIPE_WEBHOOK_SECRET holds a key of the API");
  CHECK(misfits(".env", "AWS_SECRET_ACCESS_KEY=AKIA{base32:16}") ==
        "wrong kind: AWS_SECRET_ACCESS_KEY holds a key's id, not its secret");
  CHECK(misfits(".env", "CLERK_SECRET_KEY=sk_live_{alnum:30}") ==
        "incomplete: CLERK_SECRET_KEY is shorter than such a key");
  CHECK(misfits(".env", "AWS_SECRET_ACCESS_KEY={base64:31}") ==
        "incomplete: AWS_SECRET_ACCESS_KEY has not the 40 bytes of such a key");
  CHECK(misfits(".env", "RESEND_API_KEY=re_{alnum:8}") ==
        "incomplete: RESEND_API_KEY is shorter than such a key");

  for (const std::string line :
       {"CLERK_PUBLISHABLE_KEY=pk_live_{base64:40}",
        "STRIPE_WEBHOOK_SECRET=whsec_{alnum:32}", "AWS_SECRET_ACCESS_KEY={base64:40}",
        "AWS_SECRET_ACCESS_KEY=your-secret-access-key", "CLERK_SECRET_KEY=",
        "CLERK_SECRET_KEY=sk_live_xxxx", "STRIPE_SECRET_KEY=sk_live_{alnum:24}",
        "REGION=re_invalid", "RESEND_API_KEY=re_{alnum:8}_{alnum:24}"}) {
    CAPTURE(line);
    CHECK(misfits(".env", line) == "");
  }
}

}  // namespace leaksieve

#include "scanner/detect/env/env_value.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/detection.h"

namespace leaksieve {
namespace {

std::string kind_of(const std::string& shape) {
  constexpr std::string_view kNames[] = {"empty",       "encrypted", "reference",
                                         "placeholder", "public",    "setting",
                                         "weak",        "secret"};
  const std::string line = test::made_up(shape);
  const auto entries = read_dotenv(line);
  if (entries.empty()) return "nothing";
  return std::string(
      kNames[static_cast<std::size_t>(judge_env_value(entries[0]).kind)]);
}

}  // namespace

TEST_CASE("judge_env_value") {
  struct Row {
    std::string kind;
    std::vector<std::string> lines;
  };
  const std::vector<Row> rows = {
      {"empty", {"A=", "DB_PASSWORD=''", "A= # nothing", "JWT_SECRET=\"  \""}},
      {"encrypted",
       {"A=encrypted:{base64:60}", "DB_PASSWORD=ENC[AES256_GCM,data:{base64:8}]"}},
      {"reference",
       {"DB_PASSWORD=op://vault/db/password", "A=${open}B{close}", "B=$A",
        "DATABASE_URL=postgres://${open}DB_USER{close}:${open}DB_PASSWORD{close}@db/"
        "app",
        "JWT_SECRET=vault:secret/data/app#jwt", "TOKEN=ref+awsssm://app/token",
        "DB_PASSWORD_FILE=/run/secrets/db",
        "API_KEY={open}{open} api_key {close}{close}"}},
      {"placeholder",
       {"DB_PASSWORD=changeme", "API_KEY=your-api-key-here",
        "STRIPE_SECRET_KEY=sk_test_...", "JWT_SECRET=<your secret>",
        "SECRET_KEY=xxxxxxxxxxxxxxxx", "AWS_SECRET_ACCESS_KEY=YOUR_SECRET_ACCESS_KEY",
        "MAIL_PASSWORD=null-placeholder"}},
      {"public",
       {"NEXT_PUBLIC_API_URL=https://api.shop-prod.net", "VITE_API_KEY={alnum:32}",
        "STRIPE_PUBLISHABLE_KEY=pk_live_{alnum:24}", "STRIPE_KEY=pk_test_{alnum:24}",
        "VAPID_PUBLIC_KEY={base64url:87}",
        "GOOGLE_CLIENT_ID={digit:12}-{base36:32}.apps",
        "RECAPTCHA_SITE_KEY={alnum:40}"}},
      {"setting",
       {"PORT=3000", "DEBUG=True", "APP_NAME=\"My shop\"", "DB_HOST=db.shop-prod.net",
        "DB_USER=shop", "JWT_ALGORITHM=HS256", "TOKEN_TTL=3600",
        "PASSWORD_MIN_LENGTH=12", "JWT_EXPIRES_IN=7d", "SECRET_NAME=shop",
        "USE_TOKEN=true", "API_KEY_PATH=/etc/key", "KEY_FILE=./certs/server.key",
        "SESSION_DRIVER=database", "MAIL_MAILER=smtp",
        "CORS_ORIGINS=[\"https://shop-prod.net\"]", "REQUIRE_PASSWORD=true",
        "PRIVATE_KEY_PATH=/app/keys/private.pem", "LOG_CHANNEL=stack"}},
      {"weak",
       {"DB_PASSWORD=secret", "DB_PASSWORD=postgres", "MYSQL_ROOT_PASSWORD=root",
        "JWT_SECRET=secret", "SESSION_SECRET=mysecretkey",
        "MINIO_ROOT_PASSWORD=minioadmin", "ADMIN_PASSWORD=admin123",
        "JWT_SECRET=jwt_secret", "DB_PASSWORD=12345678"}},
      {"secret",
       {"DB_PASSWORD={alnum:14}", "JWT_SECRET={hex:64}",
        "APP_KEY=base64:{base64:43}=", "SECRET_KEY_BASE={hex:128}",
        "PGADMIN_PW={alnum:12}", "SESSION_SECRET='{alnum:40}'",
        "MAIL_PASSWORD=\"{lower:4} {lower:4} {lower:4} {lower:4}\"",
        "JWT_SECRET=\"green horses fly over the quiet mountain\"",
        "JWT_SECRET=blue-tractor-lemonade-42", "DB_PASSWORD=Tr1cky#{alnum:6}",
        "NEXTAUTH_SECRET={base64:43}=", "API_TOKEN={hex:40}",
        "VITE_DB_PASSWORD={alnum:14}", "SALT={alnum:24}",
        "ADMIN_PASSWORD=orange-sofa"}},
  };
  for (const Row& row : rows) {
    for (const std::string& line : row.lines) {
      CAPTURE(line);
      CHECK(kind_of(line) == row.kind);
    }
  }
}

TEST_CASE("is_encrypted_file") {
  CHECK(is_encrypted_file(std::string_view("\0GITCRYPT\0abc", 13)));
  CHECK(is_encrypted_file("$ANSIBLE_VAULT;1.1;AES256\n6162\n"));
  CHECK(is_encrypted_file("age-encryption.org/v1\n-> X25519\n"));
  CHECK_FALSE(is_encrypted_file("A=1\n"));
  CHECK_FALSE(is_encrypted_file(""));
}

TEST_CASE("names_public_value") {
  CHECK(names_public_value("stripe_publishable_key"));
  CHECK(names_public_value("SUPABASE_ANON_KEY"));
  CHECK_FALSE(names_public_value("STRIPE_SECRET_KEY"));
}

}  // namespace leaksieve

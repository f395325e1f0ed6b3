#include "scanner/detect/env/env_file.h"

#include <doctest/doctest.h>

#include <algorithm>

#include <string>

#include "tests/support/detection.h"

namespace leaksieve {
namespace {

// "severity; evidence; ..." of the finding about the whole file; "none" without one.
std::string whole_file(const std::string& shape, const std::string& path = "app/.env") {
  test::Detection detection;
  for (const Candidate& candidate : detection.candidates(test::made_up(shape), path)) {
    if (detection.detector().rule(candidate.rule).id != "env-file") continue;
    std::string said(name_of(candidate.severity));
    for (const std::string& evidence : candidate.evidence) said += "; " + evidence;
    return said;
  }
  return "none";
}

// "rule severity line" of the other findings, joined by "; ".
std::string values(const std::string& shape, const std::string& path = "app/.env") {
  test::Detection detection;
  const std::string text = test::made_up(shape);
  std::string said;
  for (const Candidate& candidate : detection.candidates(text, path)) {
    const Rule& rule = detection.detector().rule(candidate.rule);
    if (rule.id == "env-file") continue;
    const auto line = std::count(
        text.begin(),
        text.begin() + static_cast<std::ptrdiff_t>(candidate.secret.begin), '\n');
    said += (said.empty() ? "" : "; ") + std::string(rule.id) + " " +
            std::string(name_of(candidate.severity)) + " " + std::to_string(line + 1);
  }
  return said;
}

}  // namespace

TEST_CASE("env_file_candidate grades by what the file holds") {
  CHECK(whole_file("A=1{nl}RESEND_API_KEY=re_{alnum:8}_{alnum:24}{nl}") ==
        "critical; it holds secrets: RESEND_API_KEY");
  CHECK(whole_file("DB_PASSWORD={alnum:14}{nl}JWT_SECRET={hex:64}{nl}") ==
        "critical; it holds secrets: DB_PASSWORD and JWT_SECRET");
  CHECK(whole_file("export API_TOKEN='{hex:40}'{nl}", ".envrc") ==
        "critical; it holds secrets: API_TOKEN");
  CHECK(whole_file("A_SECRET={hex:40}{nl}B_SECRET={hex:40}{nl}C_SECRET={hex:40}{nl}"
                   "D_SECRET={hex:40}{nl}") ==
        "critical; it holds secrets: A_SECRET, B_SECRET and 2 more");
  CHECK(whole_file("DEBUG=1{nl}PORT=80") ==
        "medium; it holds values, none that is known as a secret: DEBUG and PORT");
  CHECK(whole_file("DB_HOST=localhost{nl}DB_PASSWORD=postgres{nl}") ==
        "medium; it holds values, none that is known as a secret: DB_HOST and "
        "DB_PASSWORD");
  const std::string low =
      "low; it holds no values, or only public ones, placeholders and references";
  CHECK(whole_file("") == low);
  CHECK(whole_file("# PORT=80{nl}{nl}KEY={nl}") == low);
  CHECK(whole_file("API_SECRET=${open}OTHER{close}{nl}B=<your secret>{nl}") == low);
  CHECK(whole_file("NEXT_PUBLIC_API_URL=https://api.shop-prod.net{nl}") == low);
  CHECK(whole_file("DB_PASSWORD=op://app/db/password{nl}") == low);
  CHECK(whole_file("no assignment at all") == low);
  CHECK(whole_file("# RESEND_API_KEY=re_{alnum:8}_{alnum:24}{nl}") ==
        "critical; it holds secrets");
}

TEST_CASE("env_file_candidate passes over templates and what is encrypted") {
  CHECK(whole_file("A=1{nl}", ".env.example") == "none");
  CHECK(whole_file("A=1{nl}", ".env.vault") == "none");
  CHECK(
      whole_file(
          "DOTENV_PUBLIC_KEY={hex:66}{nl}DB_PASSWORD=\"encrypted:{base64:60}\"{nl}") ==
      "none");
  CHECK(whole_file("A=ENC[AES256_GCM,data:{base64:8}]{nl}sops_version=3.9.0{nl}") ==
        "none");
  CHECK(whole_file("$ANSIBLE_VAULT;1.1;AES256{nl}{hex:80}{nl}") == "none");
  CHECK(whole_file("A=encrypted:{base64:60}{nl}JWT_SECRET={hex:64}{nl}") ==
        "critical; it holds secrets: JWT_SECRET");
}

TEST_CASE("env_file_candidate is milder where nothing runs") {
  CHECK(whole_file("PORT=1", "tests/fixtures/.env").starts_with("low"));
  CHECK(
      whole_file("DB_PASSWORD={alnum:14}", "examples/shop/.env").starts_with("medium"));
  CHECK(whole_file("K=re_{alnum:8}_{alnum:24}", "examples/shop/.env")
            .starts_with("critical"));
}

TEST_CASE("env_file_candidate says what does not fit") {
  CHECK(whole_file("DEBUG=True{nl}PORT=80", ".env.production") ==
        "medium; it holds values, none that is known as a secret: DEBUG and PORT; "
        "DEBUG is on in production");
}

TEST_CASE("each secret of an environment file is a finding of its own") {
  CHECK(values("A=1{nl}JWT_SECRET=\"green horses fly over the quiet mountain\"{nl}") ==
        "generic-secret medium 2");
  CHECK(values("PGADMIN_PW={alnum:12}{nl}") == "generic-password medium 1");
  CHECK(values("JWT_SECRET=secret{nl}") == "generic-secret low 1");
  CHECK(values("DB_PASSWORD=postgres{nl}") == "generic-password low 1");
  CHECK(values("VITE_JWT_SECRET=blue-tractor-lemonade{nl}") ==
        "generic-secret critical 1");
  CHECK(values("SECRET_KEY=${open}X{close}{nl}DB_PASSWORD={nl}PORT=1{nl}") == "");
  CHECK(values("KEY=\"-----BEGIN RSA PRIVATE "
               "KEY-----{nl}{base64:64}{nl}\"{nl}API_SECRET={hex:32}{nl}")
            .ends_with("generic-secret high 4"));
}

TEST_CASE("passwords of a developer's own services are graded lower") {
  CHECK(values("DB_HOST=localhost{nl}DB_PASSWORD={alnum:14}{nl}") ==
        "generic-password medium 2");
  CHECK(values("DB_HOST=db.shop-prod.net{nl}DB_PASSWORD={alnum:14}{nl}") ==
        "generic-password high 2");
  CHECK(values("DB_HOST=localhost{nl}DB_PASSWORD={alnum:14}{nl}", ".env.production") ==
        "generic-password high 2");
  CHECK(values("DB_PASSWORD=orange-sofa{nl}", ".env.development") ==
        "generic-password low 1");
}

TEST_CASE("a template that holds a real value is reported at that line") {
  CHECK(values("A=1{nl}RESEND_API_KEY=re_{alnum:8}_{alnum:24}{nl}", ".env.example") ==
        "resend-api-key high 2");
  CHECK(values("JWT_SECRET=secret{nl}DB_PASSWORD=changeme{nl}", ".env.example") == "");
  CHECK(values("JWT_SECRET={hex:64}{nl}", ".env.example") == "generic-secret medium 1");
}

}  // namespace leaksieve

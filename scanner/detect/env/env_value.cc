#include "scanner/detect/env/env_value.h"

#include <algorithm>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/detect/public_variable.h"
#include "scanner/match/assignment/judge.h"
#include "scanner/match/assignment/look_alike.h"
#include "scanner/match/assignment/randomness.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/text/dotenv_variables.h"

namespace leaksieve {
namespace {

// Ciphertext of tools that encrypt value by value: dotenvx, SOPS, Puppet's eyaml,
// Ansible Vault, Vault's transit engine, Spring Cloud Config.
constexpr std::string_view kEncryptedBeginnings[] = {
    "encrypted:", "ENC[", "ENC(", "$ANSIBLE_VAULT;", "vault:v1:", "{cipher}"};

// Addresses in secret stores: 1Password, HashiCorp Vault and its injectors, vals,
// Google's and AWS' secret managers, Azure Key Vault, Doppler, Infisical, Keeper,
// Bitwarden, Akeyless, Chamber.
constexpr std::string_view kStoreBeginnings[] = {
    "op://",     "vault:",        "vault://",    "ref+",       "secretref:",
    "sm://",     "gcp-sm://",     "gcpsm://",    "aws-sm://",  "awssm://",
    "ssm://",    "ssm:",          "akv://",      "azurekv://", "doppler://",
    "bws://",    "infisical://",  "keeper://",   "secret://",  "secrets://",
    "akeyless:", "berglas://",    "arn:aws:",    "projects/",  "@Microsoft.KeyVault(",
    "file:///",  "/run/secrets/", "keychain://", "pass://",    "bw://"};

constexpr std::string_view kPublicValues[] = {"pk_live_", "pk_test_", "sb_publishable_",
                                              "pk.eyJ",   "phc_",     "rzp_live_",
                                              "rzp_test_"};

bool begins_with_one(std::string_view value, const auto& beginnings) {
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view begin) { return value.starts_with(begin); });
}

std::string upper(std::string_view text) {
  std::string out = to_lower(text);
  for (char& c : out) {
    if (is_lower(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

// "true", "off", "3600", "null".
bool is_switch(std::string_view value) {
  const std::string lower = to_lower(value);
  for (const std::string_view word : {"true", "false", "yes", "no", "on", "off", "null",
                                      "none", "enabled", "disabled", "undefined"}) {
    if (lower == word) return true;
  }
  return value.size() < 6 && std::all_of(value.begin(), value.end(), is_digit);
}

bool is_number(std::string_view value) {
  return std::all_of(value.begin(), value.end(), is_digit);
}

bool is_json(std::string_view value) {
  return value.size() >= 2 && (value.front() == '{' || value.front() == '[') &&
         value.find('"') != std::string_view::npos;
}

// A value of references with a few separators between them: "${A}:${B}",
// "postgres://${USER}:${PASSWORD}@${HOST}/app".
bool is_made_of_references(const DotenvEntry& entry) {
  if (!has_references(entry)) return false;
  // A default is a value of its own: "${PASSWORD:-secret}".
  return entry.value.find(":-") == std::string::npos;
}

// "correct horse battery": words that somebody chose for a secret.
bool is_phrase(std::string_view value) {
  return value.find(' ') != std::string_view::npos &&
         std::all_of(value.begin(), value.end(), [](char c) {
           return is_alnum(c) || c == ' ' || c == '\'' || c == ',' || c == '-' ||
                  c == '!' || c == '.';
         });
}

JudgedEnvValue judge_password_value(std::string_view value, JudgedEnvValue judged) {
  constexpr std::size_t kShortest = 4;
  const Verdict verdict = judge_password(value, false);
  if (!verdict.accept) {
    judged.kind = is_look_alike(value) && !is_phrase(value) ? EnvValue::setting
                                                            : EnvValue::weak_secret;
    return judged;
  }
  judged.generated = verdict.confidence == Confidence::high;
  const bool weak =
      is_weak_password(value) || value.size() < kShortest ||
      (verdict.severity == Severity::low && verdict.evidence.front() != "a word" &&
       verdict.evidence.front() != "words or a name of the code");
  judged.kind = weak ? EnvValue::weak_secret : EnvValue::secret;
  return judged;
}

JudgedEnvValue judge_secret_value(std::string_view value, JudgedEnvValue judged) {
  constexpr std::size_t kShortest = 8;
  const Verdict verdict = judge_secret(value, judged.name);
  if (verdict.accept && verdict.confidence >= Confidence::medium) {
    judged.kind = EnvValue::secret;
    judged.generated = true;
    return judged;
  }
  if (judged.name == NameKind::weak) {
    judged.kind = EnvValue::setting;
    return judged;
  }
  if (is_look_alike(value) && !is_phrase(value)) {
    judged.kind = EnvValue::setting;
    return judged;
  }
  const bool weak = value.size() < kShortest || is_weak_password(value) ||
                    is_typed(value) || judged.name == NameKind::token;
  judged.kind = weak ? EnvValue::weak_secret : EnvValue::secret;
  return judged;
}

}  // namespace

bool is_encrypted_file(std::string_view text) {
  for (const std::string_view begin :
       {std::string_view("\0GITCRYPT\0", 10), std::string_view("$ANSIBLE_VAULT;"),
        std::string_view("age-encryption.org/"),
        std::string_view("-----BEGIN AGE ENCRYPTED FILE-----"),
        std::string_view("-----BEGIN PGP MESSAGE-----"),
        std::string_view("\x8c\x0d\x04"), std::string_view("\x85\x01"),
        std::string_view("\x85\x02")}) {
    if (text.starts_with(begin)) return true;
  }
  return false;
}

bool names_public_value(std::string_view name) {
  const std::string name_upper = upper(name);
  for (const std::string_view word :
       {"PUBLIC", "PUBLISHABLE", "SITE_KEY", "SITEKEY", "ANON_KEY", "CLIENT_ID",
        "MEASUREMENT_ID", "TRACKING_ID", "PIXEL_ID", "SENTRY_DSN"}) {
    if (name_upper.find(word) != std::string::npos) return true;
  }
  return false;
}

NameKind kind_of_env_name(std::string_view name) {
  const NameKind kind = kind_of_name(name);
  if (kind != NameKind::none && kind != NameKind::weak) return kind;
  const std::string name_upper = upper(name);
  for (const std::string_view ending :
       {"_KEY_BASE", "_SALT", "_PEPPER", "_MNEMONIC", "_SEED_PHRASE", "_PRIVATE",
        "_JWT_KEY", "_ENCRYPT_KEY", "_HASH_KEY", "_COOKIE_KEY", "_NONCE_KEY"}) {
    if (name_upper.ends_with(ending)) return NameKind::secret;
  }
  for (const std::string_view whole : {"APP_KEY", "APP_KEYS", "SALT", "MNEMONIC",
                                       "AUTH_KEY", "LOGGED_IN_KEY", "NONCE_KEY"}) {
    if (name_upper == whole) return NameKind::secret;
  }
  return kind;
}

JudgedEnvValue judge_env_value(const DotenvEntry& entry) {
  // The beginning tells enough, and checks of words cost more than linear time.
  constexpr std::size_t kLongest = 4096;
  const std::string_view value =
      trimmed(std::string_view(entry.value).substr(0, kLongest), " \t\r\n");
  JudgedEnvValue judged;
  if (value.empty()) return judged;
  const auto be = [&](EnvValue kind) {
    judged.kind = kind;
    return judged;
  };
  if (begins_with_one(value, kEncryptedBeginnings)) return be(EnvValue::encrypted);
  if (begins_with_one(value, kStoreBeginnings) || is_made_of_references(entry) ||
      (is_reference(value) && !is_json(value))) {
    return be(EnvValue::reference);
  }
  judged.name = kind_of_env_name(entry.name);
  const bool bundled = !public_prefix_of(entry.name).empty();
  if (begins_with_one(value, kPublicValues)) return be(EnvValue::public_);
  const bool secret_name =
      judged.name == NameKind::password || judged.name == NameKind::secret;
  // Of a bundle, names of keys and tokens are as often meant for it as not.
  if ((bundled && !secret_name) || (names_public_value(entry.name) && !secret_name)) {
    return be(EnvValue::public_);
  }
  if (is_number(value) && judged.name == NameKind::none) return be(EnvValue::setting);
  if (!is_json(value) && is_placeholder(value)) return be(EnvValue::placeholder);
  if (judged.name == NameKind::none || is_switch(value) || is_json(value)) {
    return be(EnvValue::setting);
  }
  if (repeats_name(value, entry.name)) return be(EnvValue::weak_secret);
  return judged.name == NameKind::password ? judge_password_value(value, judged)
                                           : judge_secret_value(value, judged);
}

}  // namespace leaksieve

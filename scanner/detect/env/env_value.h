#pragma once

#include <string_view>

#include "scanner/match/assignment/name.h"
#include "scanner/text/dotenv.h"

namespace leaksieve {

/// What the value of one variable of an environment file is, as a careful reader would
/// say who sees name and value. Ordered: a later one is worse to have in public.
enum class EnvValue {
  empty,
  encrypted,    ///< dotenvx, SOPS, Ansible Vault
  reference,    ///< another variable, or a place in a secret store: "op://vault/item"
  placeholder,  ///< somebody still has to fill it in
  public_,      ///< made for browsers: a publishable key, a setting of the bundle
  setting,      ///< a host, a port, a flag, a path, a name
  weak_secret,  ///< in the place of a secret, but a word that everybody tries
  secret,
};

struct JudgedEnvValue {
  EnvValue kind = EnvValue::empty;
  NameKind name = NameKind::none;
  bool generated = false;  ///< a secret that looks as if a program had made it
};

/// Judges one variable. Goes by the name where the value has no shape of its own;
/// tokens with a shape are for the rules that know it. Linear in the value.
JudgedEnvValue judge_env_value(const DotenvEntry& entry);

/// What the name of an environment variable says: as kind_of_name(), with the endings
/// that are usual in environment files ("PGADMIN_PW", "APP_KEY", "SECRET_KEY_BASE",
/// "JWT_PRIVATE", "SALT").
NameKind kind_of_env_name(std::string_view name);

/// Whether a name says that its value may be read by everybody: "..._PUBLIC_KEY",
/// "STRIPE_PUBLISHABLE_KEY", "RECAPTCHA_SITE_KEY", "SUPABASE_ANON_KEY".
bool names_public_value(std::string_view name);

/// Whether a whole file is encrypted, by its beginning: git-crypt, Ansible Vault, age,
/// PGP.
bool is_encrypted_file(std::string_view text);

}  // namespace leaksieve

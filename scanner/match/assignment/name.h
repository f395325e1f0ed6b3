#pragma once

#include <string_view>

namespace leaksieve {

/// What a name says about the value that is assigned to it.
enum class NameKind {
  none,      ///< nothing secret, or something about a secret: "password_length"
  password,  ///< people choose it: "DB_PASSWORD", "passphrase"
  secret,    ///< "clientSecret", "privateKey", "credentials"
  token,     ///< "access_token", "apiKey"
  weak,      ///< may be anything: "STRIPE_KEY", "auth"
};

/// The words of `name` ("clerkSecretKey", "DB_PASSWORD", "client-secret",
/// "spring.datasource.password") decide: the last word of the lexicon gives the kind,
/// words after it that speak of something else ("field", "count", "url") make it none.
///
/// Source of the lexicon: names in public configuration and in the providers'
/// documentation, 2026-11.
NameKind kind_of_name(std::string_view name);

}  // namespace leaksieve

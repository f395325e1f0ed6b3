#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/match/validator.h"

namespace leaksieve {

/// Values of Django's SECRET_KEY and of signing keys. Drops references and code, the
/// defaults of development settings ("changeme", "insecure-dev-key"), names and
/// sentences. Keys that startproject writes ("django-insecure-" and 50 characters) are
/// medium; a key that is not as random as its length allows has medium confidence.
///
/// Source: docs.djangoproject.com/en/stable/ref/settings/#secret-key and the check
/// W009; the alphabet is that of get_random_secret_key, 2026-11.
Verdict check_django_secret(const ValidatorInput& input);

/// The keys of a list or tuple of Python from inside it, at `begin`, to its end, at
/// most 4,000 bytes: its strings that check_django_secret() accepts, but for those in
/// brackets, which name variables (os.environ["OLD_KEY"]).
std::vector<ByteSpan> django_fallback_keys(std::string_view text, std::uint64_t begin);

/// A match that ends where the list of SECRET_KEY_FALLBACKS begins: the secret is its
/// first key. The detector adds the others.
Verdict check_django_fallbacks(const ValidatorInput& input);

}  // namespace leaksieve

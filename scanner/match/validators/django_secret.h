#pragma once

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

}  // namespace leaksieve

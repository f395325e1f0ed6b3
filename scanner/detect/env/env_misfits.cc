#include "scanner/detect/env/env_misfits.h"

#include <algorithm>
#include <optional>

#include "scanner/base/among.h"
#include "scanner/base/ascii.h"
#include "scanner/match/validators/placeholder.h"

namespace leaksieve {
namespace {

constexpr std::string_view kModeNames[] = {
    "node_env",  "app_env",     "rails_env",   "rack_env",   "django_env",
    "flask_env", "symfony_env", "environment", "env",        "wp_env",
    "mix_env",   "go_env",      "deploy_env",  "vercel_env", "next_public_app_env"};
constexpr std::string_view kOn[] = {"true", "1", "yes", "on"};

// Keys that say themselves for which mode they are.
struct ModePrefix {
  std::string_view prefix;
  bool live;
};
constexpr ModePrefix kModePrefixes[] = {
    {"sk_live_", true},     {"sk_test_", false},      {"pk_live_", true},
    {"pk_test_", false},    {"rk_live_", true},       {"rk_test_", false},
    {"rzp_live_", true},    {"rzp_test_", false},     {"live_pk_", true},
    {"test_pk_", false},    {"FLWSECK_TEST-", false}, {"FLWPUBK_TEST-", false},
    {"sandbox-sq0", false}, {"sq0csp-", true},        {"sk_sandbox_", false},
    {"key_live_", true},    {"key_test_", false},     {"pi_live_", true}};

// What keys are by their beginning, and how many bytes a whole one has at least.
enum class Side { secret, publishable, webhook };
struct KnownKey {
  std::string_view prefix;
  Side side;
  std::size_t shortest;
  std::string_view name;  ///< the variable's name holds it, in lower case; empty: any
};
constexpr KnownKey kKnownKeys[] = {{"sk_live_", Side::secret, 50, "clerk"},
                                   {"sk_test_", Side::secret, 50, "clerk"},
                                   {"sk_live_", Side::secret, 32, ""},
                                   {"sk_test_", Side::secret, 32, ""},
                                   {"rk_live_", Side::secret, 32, ""},
                                   {"rk_test_", Side::secret, 32, ""},
                                   {"pk_live_", Side::publishable, 0, ""},
                                   {"pk_test_", Side::publishable, 0, ""},
                                   {"sb_publishable_", Side::publishable, 0, ""},
                                   {"sb_secret_", Side::secret, 0, ""},
                                   {"whsec_", Side::webhook, 38, ""},
                                   {"AKIA", Side::publishable, 20, "aws"},
                                   {"ghp_", Side::secret, 40, ""},
                                   {"glpat-", Side::secret, 26, ""},
                                   {"SG.", Side::secret, 69, "sendgrid"},
                                   {"re_", Side::secret, 30, "resend"},
                                   {"xoxb-", Side::secret, 40, ""},
                                   {"npm_", Side::secret, 40, ""},
                                   {"AIza", Side::publishable, 39, ""},
                                   {"sk-ant-", Side::secret, 90, "anthropic"},
                                   {"sk-proj-", Side::secret, 40, "openai"}};

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::optional<EnvMode> mode_named(std::string_view value) {
  const std::string lower = to_lower(value);
  if (lower == "production" || lower == "prod" || lower == "live") {
    return EnvMode::production;
  }
  if (lower == "development" || lower == "dev" || lower == "local") {
    return EnvMode::development;
  }
  if (lower == "staging" || lower == "preview") return EnvMode::staging;
  if (lower == "test" || lower == "testing") return EnvMode::test;
  return std::nullopt;
}

// "DEBUG", "APP_DEBUG", "DJANGO_DEBUG"; "DEBUG_PORT" is another thing.
bool is_debug_switch(std::string_view lower_name) {
  return lower_name == "debug" || lower_name.ends_with("_debug");
}

std::string quoted(std::string_view name) {
  constexpr std::size_t kLongest = 64;
  return std::string(name.substr(0, kLongest));
}

const KnownKey* known_key(std::string_view lower_name, std::string_view value) {
  for (const KnownKey& key : kKnownKeys) {
    if (value.starts_with(key.prefix) &&
        (key.name.empty() || has(lower_name, key.name)))
      return &key;
  }
  return nullptr;
}

bool says_secret(std::string_view lower_name) {
  return has(lower_name, "secret") || has(lower_name, "private");
}
bool says_public(std::string_view lower_name) {
  return has(lower_name, "publishable") || has(lower_name, "public_key") ||
         has(lower_name, "publickey") || has(lower_name, "public_api_key");
}

std::optional<EnvMisfit> kind_misfit(const DotenvEntry& entry,
                                     std::string_view lower_name) {
  const std::string_view value = entry.value;
  const std::string name = quoted(entry.name);
  const KnownKey* const key = known_key(lower_name, value);
  // Not "changeme", but a number of bytes that no key has.
  if (lower_name.ends_with("aws_secret_access_key") && value.size() >= 16 &&
      value.size() != 40 && !is_placeholder(value)) {
    if (value.starts_with("AKIA") && value.size() == 20) {
      return EnvMisfit{"wrong kind", name + " holds a key's id, not its secret",
                       entry.raw};
    }
    return EnvMisfit{"incomplete", name + " has not the 40 bytes of such a key",
                     entry.raw};
  }
  if (key == nullptr) return std::nullopt;
  const bool webhook_name = has(lower_name, "webhook") || has(lower_name, "signing");
  if (key->side == Side::publishable && says_secret(lower_name)) {
    return EnvMisfit{"wrong kind", name + " holds a publishable key", entry.raw};
  }
  if (key->side == Side::secret && says_public(lower_name)) {
    return EnvMisfit{"wrong kind", name + " holds a secret key", entry.raw};
  }
  if (key->side == Side::webhook && says_secret(lower_name) && !webhook_name &&
      has(lower_name, "secret_key")) {
    return EnvMisfit{"wrong kind", name + " holds the secret of a webhook", entry.raw};
  }
  if (key->side == Side::secret && has(lower_name, "webhook")) {
    return EnvMisfit{"wrong kind", name + " holds a key of the API", entry.raw};
  }
  const bool short_of = value.size() > key->prefix.size() &&
                        value.size() < key->shortest && !is_placeholder(value) &&
                        !is_placeholder(value.substr(key->prefix.size()));
  if (short_of) {
    return EnvMisfit{"incomplete", name + " is shorter than such a key", entry.raw};
  }
  return std::nullopt;
}

std::optional<EnvMisfit> mode_misfit(EnvMode mode, const DotenvEntry& entry,
                                     std::string_view lower_name) {
  const std::string_view value = entry.value;
  const std::string name = quoted(entry.name);
  const bool production = mode == EnvMode::production;
  const bool private_mode = mode == EnvMode::development || mode == EnvMode::test;
  if (production && is_debug_switch(lower_name) && among(to_lower(value), kOn)) {
    return EnvMisfit{"debug mode", name + " is on in production", entry.raw};
  }
  if (production && among(lower_name, kModeNames)) {
    const auto named = mode_named(value);
    if (named == EnvMode::development || named == EnvMode::test) {
      return EnvMisfit{"wrong mode",
                       name + " is not production in a file of production", entry.raw};
    }
  }
  if (production && value.starts_with("django-insecure-")) {
    return EnvMisfit{"wrong mode",
                     name + " is the key that startproject made for development",
                     entry.raw};
  }
  for (const ModePrefix& known : kModePrefixes) {
    if (!value.starts_with(known.prefix) ||
        is_placeholder(value.substr(known.prefix.size()))) {
      continue;
    }
    if (production && !known.live) {
      return EnvMisfit{"wrong mode", name + " holds a test key in a file of production",
                       entry.raw};
    }
    if (private_mode && known.live) {
      return EnvMisfit{
          "wrong mode",
          name + " holds a live key in a file of " + std::string(name_of(mode)),
          entry.raw};
    }
  }
  return std::nullopt;
}

}  // namespace

EnvMode mode_of_env_file(std::string_view path,
                         const std::vector<DotenvEntry>& entries) {
  EnvMode mode = env_mode_named(path);
  if (mode != EnvMode::any) return mode;
  for (const DotenvEntry& entry : entries) {
    if (!among(to_lower(entry.name), kModeNames)) continue;
    if (const auto named = mode_named(entry.value)) mode = *named;
  }
  return mode;
}

std::vector<EnvMisfit> env_misfits(EnvMode mode,
                                   const std::vector<DotenvEntry>& entries) {
  std::vector<EnvMisfit> misfits;
  for (const DotenvEntry& entry : entries) {
    const std::string lower_name = to_lower(entry.name);
    if (auto misfit = mode_misfit(mode, entry, lower_name)) {
      misfits.push_back(std::move(*misfit));
    }
    if (auto misfit = kind_misfit(entry, lower_name))
      misfits.push_back(std::move(*misfit));
  }
  return misfits;
}

}  // namespace leaksieve

#include "scanner/match/assignment/name.h"

#include <algorithm>
#include <string>
#include <vector>

#include "scanner/base/among.h"
#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

constexpr std::string_view kPasswords[] = {
    "password",  "passwd",     "passwort", "kennwort",   "contrasena", "senha",
    "pwd",       "passphrase", "passcode", "pass",       "pw",         "psw",
    "passwords", "passwrd",    "pswd",     "motdepasse", "wachtwoord", "haslo",
    "heslo",     "parola",     "passw",    "passin",     "passout",    "dbpass",
    "userpass",  "mypass",     "rootpass", "adminpass",  "smtppass",   "mailpass",
    "ftppass",   "sqlpass",    "authpass", "keypass",    "storepass"};
constexpr std::string_view kSecrets[] = {"secret",      "secrets", "credential",
                                         "credentials", "creds",   "cred"};
constexpr std::string_view kTokens[] = {"token",  "apikey",    "apitoken",    "authkey",
                                        "bearer", "authtoken", "accesstoken", "jwt"};
constexpr std::string_view kWeak[] = {"key",     "auth", "authorization", "pat",
                                      "sas",     "hmac", "signature",     "sig",
                                      "apikeys", "keys"};
// Endings of words that are written together: "dbpassword", "clientsecret".
constexpr std::string_view kPasswordEndings[] = {"password", "passwd", "passphrase",
                                                 "pwd"};
constexpr std::string_view kSecretEndings[] = {"secret", "secretkey", "privatekey",
                                               "accesskey", "encryptionkey"};
constexpr std::string_view kTokenEndings[] = {"token", "apikey"};
// "Key" after one of them is a secret.
constexpr std::string_view kSecretKeys[] = {
    "secret",  "private",    "master",    "encryption", "signing",
    "encrypt", "decryption", "signature", "hmac",       "aes",
    "crypto",  "cipher",     "jwt",       "shared",     "sign",
    "pre",     "psk",        "decrypt",   "validation", "machine"};
// "Key" after one of them lets somebody in.
constexpr std::string_view kTokenKeys[] = {
    "api",     "access",  "auth",        "app",           "application",    "service",
    "account", "session", "license",     "deploy",        "client",         "consumer",
    "admin",   "storage", "integration", "subscription",  "authentication", "root",
    "rest",    "webhook", "tsig",        "authorization", "server",         "write",
    "licence", "token"};
// "Key" after one of them is a place in a map or a table, or public.
constexpr std::string_view kOtherKeys[] = {
    "public",     "pub",       "publishable",  "primary", "foreign", "partition",
    "sort",       "cache",     "row",          "site",    "hot",     "natural",
    "schema",     "sequence",  "index",        "object",  "map",     "dict",
    "lookup",     "registry",  "translation",  "message", "i18n",    "unique",
    "composite",  "group",     "parent",       "node",    "item",    "label",
    "event",      "data",      "query",        "form",    "field",   "column",
    "attr",       "attribute", "property",     "state",   "route",   "tag",
    "header",     "verifying", "verification", "anon",    "browser", "context",
    "config",     "setting",   "menu",         "hash",    "host",    "known",
    "idempotency"};
// After the word: a thing about the secret, not the secret.
constexpr std::string_view kAbout[] = {
    "name",       "names",       "id",        "ids",           "type",
    "types",      "kind",        "url",       "uri",           "urls",
    "link",       "endpoint",    "host",      "path",          "paths",
    "file",       "files",       "filename",  "dir",           "directory",
    "field",      "fields",      "column",    "label",         "title",
    "text",       "placeholder", "message",   "messages",      "msg",
    "error",      "errors",      "err",       "hint",          "help",
    "prompt",     "policy",      "policies",  "rule",          "rules",
    "regex",      "pattern",     "length",    "len",           "size",
    "count",      "limit",       "min",       "max",           "index",
    "offset",     "position",    "version",   "format",        "encoding",
    "algorithm",  "alg",         "algo",      "scheme",        "hash",
    "hashed",     "hashes",      "digest",    "checksum",      "md5",
    "sha",        "sha1",        "sha256",    "fingerprint",   "thumbprint",
    "encrypted",  "cipher",      "expiry",    "expires",       "expiration",
    "expire",     "ttl",         "timeout",   "age",           "created",
    "updated",    "at",          "date",      "time",          "enabled",
    "disabled",   "required",    "valid",     "invalid",       "validator",
    "validation", "validate",    "strength",  "manager",       "provider",
    "service",    "store",       "vault",     "ref",           "reference",
    "arn",        "alias",       "header",    "headers",       "prefix",
    "suffix",     "param",       "params",    "parameter",     "input",
    "form",       "reset",       "question",  "usage",         "cost",
    "budget",     "bucket",      "rate",      "tokenizer",     "hasher",
    "public",     "description", "desc",      "env",           "class",
    "style",      "icon",        "button",    "view",          "page",
    "screen",     "dialog",      "handler",   "callback",      "event",
    "change",     "changed",     "list",      "map",           "schema",
    "model",      "object",      "status",    "state",         "code",
    "codes",      "flag",        "mode",      "char",          "chars",
    "mask",       "toggle",      "visible",   "source",        "location",
    "region",     "user",        "username",  "email",         "is",
    "not",        "exists",      "lifetime",  "issuer",        "audience",
    "scope",      "scopes",      "claim",     "claims",        "method",
    "function",   "request",     "response",  "template",      "generator",
    "rotation",   "cmd",         "command",   "eval",          "domain",
    "iterations", "rounds",      "port",      "group",         "role",
    "cookie",     "property",    "attribute", "attr",          "selector",
    "xpath",      "value_from",  "sid",       "sids",          "uuid",
    "serial",     "lookup",      "config",    "configuration", "options",
    "settings",   "option",      "setting",   "info",          "metadata",
    "details",    "within",      "days",      "hours",         "seconds",
    "spec",       "entry",       "entries",   "resource"};
// Before the word: it is counted, paged, hashed, or known to be useless.
constexpr std::string_view kNotSecret[] = {
    "max",          "num",      "total",     "next",      "page",       "previous",
    "continuation", "hashed",   "encrypted", "has",       "is",         "no",
    "use",          "requires", "public",    "count",     "n",          "csrf",
    "xsrf",         "invalid",  "wrong",     "incorrect", "bad",        "missing",
    "empty",        "unknown",  "show",      "hide",      "forgot",     "forget",
    "enable",       "disable",  "allow",     "sync",      "pagination", "cancellation",
    "design",       "lexer",    "parser",    "end",       "start",      "last",
    "first",        "syntax",   "special",   "stop",      "eos",        "bos",
    "authenticity", "sha",      "md",        "bcrypt",    "argon",      "digest",
    "pad",          "unk",      "mask",      "without",   "publishable"};

// One word of a name and what it says.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::size_t i = 0;
  while (i < name.size()) {
    if (!is_alnum(name[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i++;
    if (is_digit(name[begin])) {
      while (i < name.size() && is_digit(name[i])) ++i;
    } else if (is_lower(name[begin])) {
      while (i < name.size() && is_lower(name[i])) ++i;
    } else {
      while (i < name.size() && is_upper(name[i])) ++i;
      if (i < name.size() && is_lower(name[i])) {
        // "APIKey": the last capital begins the next word; "Key" is one word.
        if (i - begin > 1) {
          --i;
        } else {
          while (i < name.size() && is_lower(name[i])) ++i;
        }
      }
    }
    words.push_back(to_lower(name.substr(begin, i - begin)));
  }
  return words;
}

// "passwordhash", "tokenurl": the word and something about it, written together.
bool is_about_together(std::string_view word) {
  for (const std::string_view stem :
       {"password", "passwd", "secret", "token", "apikey", "credential"}) {
    if (word.size() > stem.size() && word.starts_with(stem) &&
        among(word.substr(stem.size()), kAbout)) {
      return true;
    }
  }
  return word == "tokens";
}

bool ends_with_one(std::string_view word, const auto& endings) {
  return std::any_of(std::begin(endings), std::end(endings), [&](std::string_view e) {
    return word.size() > e.size() && word.ends_with(e);
  });
}

// What the word at `i` says, with the word before it.
NameKind kind_of_word(const std::vector<std::string>& words, std::size_t i) {
  const std::string& word = words[i];
  if (among(word, kPasswords)) return NameKind::password;
  if (among(word, kSecrets)) return NameKind::secret;
  if (among(word, kTokens)) return NameKind::token;
  if (word == "key" || word == "keys") {
    if (i == 0) return NameKind::weak;
    const std::string& before = words[i - 1];
    if (among(before, kSecretKeys)) return NameKind::secret;
    if (among(before, kTokenKeys)) return NameKind::token;
    return among(before, kOtherKeys) ? NameKind::none : NameKind::weak;
  }
  if (among(word, kWeak)) return NameKind::weak;
  if (ends_with_one(word, kPasswordEndings)) return NameKind::password;
  if (ends_with_one(word, kSecretEndings)) return NameKind::secret;
  if (ends_with_one(word, kTokenEndings)) return NameKind::token;
  return NameKind::none;
}

}  // namespace

NameKind kind_of_name(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  const std::vector<std::string> words = words_of(name);
  const std::size_t in_last =
      dot == std::string_view::npos ? words.size() : words_of(name.substr(dot)).size();
  for (std::size_t i = words.size(); i-- > 0;) {
    if (is_about_together(words[i])) return NameKind::none;
    const NameKind kind = kind_of_word(words, i);
    if (kind == NameKind::none) {
      if (among(words[i], kAbout)) return NameKind::none;
      continue;
    }
    // "token.user": the thing that is assigned is the last part.
    if (words.size() - i > in_last && words.back() != "value" &&
        words.back() != "default") {
      return NameKind::none;
    }
    for (std::size_t j = 0; j < i; ++j) {
      if (among(words[j], kNotSecret) &&
          !(kind == NameKind::password &&
            (words[j] == "no" || words[j] == "last" || words[j] == "first"))) {
        return NameKind::none;
      }
    }
    // "secret_token", "password_secret": the stronger word counts.
    if (kind == NameKind::weak && i > 0) {
      const NameKind before = kind_of_word(words, i - 1);
      if (before != NameKind::none) return before;
    }
    return kind;
  }
  return NameKind::none;
}

}  // namespace leaksieve

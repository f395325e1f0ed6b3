#include "scanner/match/assignment/look_alike.h"

#include <algorithm>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/match/assignment/randomness.h"

namespace leaksieve {
namespace {

std::ptrdiff_t count_of(std::string_view value, bool (*what)(char)) {
  return std::count_if(value.begin(), value.end(), what);
}

bool all_of_set(std::string_view value, std::string_view set) {
  return value.find_first_not_of(set) == std::string_view::npos;
}

// "/etc/ssl/key", "./a", "C:\keys", "conf/server.key", "key.pem".
bool is_path(std::string_view value) {
  if (value.find("://") != std::string_view::npos || value.starts_with("./") ||
      value.starts_with("../") || value.starts_with("~/") ||
      value.starts_with("\\\\") || value.starts_with("//")) {
    return true;
  }
  if (value.size() > 3 && value[1] == ':' && is_letter(value[0]) && value[2] == '\\') {
    return true;
  }
  const auto slashes = std::count(value.begin(), value.end(), '/');
  if (value.front() == '/' && randomness(value) < 2) return true;
  if (slashes > 0 && randomness(value) < 0) return true;
  const std::size_t dot = value.rfind('.');
  if (dot == std::string_view::npos || dot + 1 == value.size()) return false;
  for (const std::string_view ending :
       {"pem",  "key", "crt",  "cer",   "p12", "pfx",  "jks",  "json",       "yml",
        "yaml", "txt", "ts",   "js",    "py",  "go",   "java", "rb",         "php",
        "html", "xml", "conf", "cfg",   "ini", "toml", "env",  "pub",        "png",
        "svg",  "css", "md",   "sh",    "so",  "dll",  "exe",  "com",        "org",
        "net",  "io",  "dev",  "local", "jsx", "tsx",  "vue",  "properties", "log",
        "asc",  "gpg", "db",   "sql",   "tf",  "csv",  "zip",  "keystore"}) {
    if (to_lower(value.substr(dot + 1)) == ending) return true;
  }
  return false;
}

// 1.2.3, 2024-01-31, 10.0.0.1, 0x1f, 1e9, +49 (30) 1, 50%, "26,320,32;".
bool is_number(std::string_view value) {
  value.remove_prefix(std::min(value.find_first_not_of("-~^>=<v "), value.size()));
  if (value.starts_with("0x") && std::all_of(value.begin() + 2, value.end(),
                                             [](char c) { return hex_value(c) >= 0; }))
    return value.size() < 34;
  return !all_of_set(value, "0123456789") &&
         all_of_set(value, "0123456789.,:;-+*/\\= ()%TZeExX_");
}

bool is_regex(std::string_view value) {
  if (value.front() == '^' && value.back() == '$') return true;
  for (const std::string_view part :
       {"\\w", "\\d", "\\s", "\\S", "[a-z", "[A-Z", "[0-9", "[^", ".*", ".+",
        "(?:", "(?i", "{1,", "{0,", "+$", ")$"}) {
    if (value.find(part) != std::string_view::npos) return true;
  }
  return false;
}

bool is_type_or_constant(std::string_view value) {
  const std::string lower = to_lower(value);
  for (const std::string_view word :
       {"salasana",   "wachtwoord", "passord",  "senha",       "adgangskode",
        "passwort",   "kennwort",   "heslo",    "contrasenya", "contrasena",
        "motdepasse", "parola",     "haslo",    "jelszo",      "slaptazodis",
        "string",     "str",        "bytes",    "boolean",     "bool",
        "integer",    "number",     "object",   "true",        "false",
        "null",       "none",       "nil",      "undefined",   "yes",
        "required",   "optional",   "bearer",   "basic",       "digest",
        "oauth",      "oauth2",     "openid",   "ldap",        "saml",
        "html",       "json",       "hidden",   "submit",      "button",
        "input",      "label",      "email",    "username",    "varchar",
        "uuid",       "float",      "char",     "array",       "list",
        "dict",       "function",   "void",     "auto",        "const",
        "static",     "public",     "private",  "protected",   "return",
        "unset",      "unknown",    "disabled", "enabled",     "never",
        "always",     "inherit",    "prompt",   "generate",    "random",
        "plain",      "plaintext",  "md5",      "sha1",        "sha256",
        "bcrypt",     "trust",      "peer",     "ident",       "any",
        "else",       "self",       "this",     "type",        "name",
        "text",       "value",      "error",    "warning"}) {
    if (lower == word) return true;
  }
  return false;
}

// Crypted, encrypted, public, or the beginning of something that is no secret.
bool is_other_material(std::string_view value) {
  if (value.find("$2a$") != std::string_view::npos ||
      value.find("$2b$") != std::string_view::npos) {
    return true;
  }
  for (const std::string_view begin : {"$2a$",        "$2b$",       "$2y$",
                                       "$argon2",     "$1$",        "$5$",
                                       "$6$",         "$apr1$",     "$pbkdf2",
                                       "$scrypt",     "$7$",        "$y$",
                                       "$P$",         "$H$",        "$S$",
                                       "pbkdf2",      "sha1$",      "bcrypt",
                                       "scrypt:",     "argon2",     "sha256:",
                                       "sha512:",     "sha1:",      "md5:",
                                       "sha256-",     "sha384-",    "sha512-",
                                       "{SSHA}",      "{SHA}",      "{bcrypt}",
                                       "{noop}",      "{MD5}",      "{CRYPT}",
                                       "{AES}",       "SCRAM-SHA",  "data:",
                                       "iVBORw0KGgo", "/9j/",       "R0lGOD",
                                       "JVBERi0",     "UEsDB",      "H4sI",
                                       "d09GM",       "AGFzbQ",     "ssh-rsa",
                                       "ssh-ed25519", "ecdsa-sha2", "AAAAB3Nza",
                                       "AAAAC3Nza",   "AAAAE2V",    "-----BEGIN",
                                       "MIGfMA0",     "MIIBIj",     "MIICI",
                                       "MFkwEw",      "MHYwEA",     "vault:v1:",
                                       "pk_live_",    "pk_test_",   "AgA",
                                       "ENC[",        "GCM:",       "urn:",
                                       "did:",        "i18n",       "rgb(",
                                       "rgba(",       "var(",       "linear-gradient",
                                       "M0 ",         "projects/",  "file:",
                                       "fd:",         "env:",       "http:",
                                       "https:",      "classpath:", "pass:",
                                       "base64:{",    "u'",         "oauth:{",
                                       "arn:",        "acct:",      "mailto:",
                                       "secret:",     "@azure",     "@Microsoft",
                                       "#/",          "xpath=",     "css=",
                                       "id="}) {
    if (value.starts_with(begin)) return true;
  }
  return false;
}

// Mostly "\\x65", "\\u2022", or control characters: bytes of a protocol, not a text.
bool is_escapes(std::string_view value) {
  std::size_t escaped = 0;
  for (std::size_t i = 0; i + 1 < value.size(); ++i) {
    if (value[i] != '\\') continue;
    const char kind = value[i + 1];
    const std::size_t size = kind == 'x'                  ? 4
                             : kind == 'u'                ? 6
                             : kind == '0' || kind == '1' ? 4  // "\033[0m"
                                                          : 2;
    escaped += size;
    i += size - 1;
  }
  const bool control = std::any_of(value.begin(), value.end(), [](char c) {
    return (c >= 0 && c < ' ') || c == '\x7f';
  });
  return control || escaped * 2 >= value.size();
}

bool is_markup(std::string_view value) {
  return value.find('<') != std::string_view::npos
             ? value.find('>') != std::string_view::npos
             : value.find("&lt;") != std::string_view::npos ||
                   value.find("&nbsp;") != std::string_view::npos;
}

// A local part, "@" and a domain with a dot.
bool is_mail_address(std::string_view value) {
  const std::size_t at = value.find('@');
  return at != std::string_view::npos && at > 0 &&
         value.find('@', at + 1) == std::string_view::npos &&
         value.find('.', at) != std::string_view::npos &&
         std::all_of(value.begin() + static_cast<std::ptrdiff_t>(at) + 1, value.end(),
                     [](char c) { return is_letter(c) || c == '.' || c == '-'; }) &&
         value.size() - value.rfind('.') <= 5;
}

// "NAME-A,NAME-B", "*DELETED*", "cygpath -aw .": names, a note, a command.
bool is_list_or_command(std::string_view value) {
  if (value.find(" -") != std::string_view::npos) return true;
  if (value.size() > 2 && value.front() == '*' && value.back() == '*') return true;
  // "sv=2023-11-03", the beginning of a query
  const std::size_t equals = value.find('=');
  if (equals <= 4 && equals + 1 < value.size() &&
      std::all_of(value.begin() + static_cast<std::ptrdiff_t>(equals) + 1, value.end(),
                  [](char c) { return is_digit(c) || c == '-'; })) {
    return true;
  }
  // "required|min:12|confirmed"
  if (std::count(value.begin(), value.end(), '|') >= 2 &&
      std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || is_digit(c) ||
               std::string_view("|:_,").find(c) != std::string_view::npos;
      })) {
    return true;
  }
  return value.find(',') != std::string_view::npos &&
         std::all_of(value.begin(), value.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') ||
                  std::string_view("-_, ").find(c) != std::string_view::npos;
         });
}

// Words with blanks between them, or a text in letters beyond ASCII.
bool is_sentence(std::string_view value) {
  const auto beyond = std::count_if(value.begin(), value.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80;
  });
  if (beyond * 4 > static_cast<std::ptrdiff_t>(value.size())) return true;
  const auto blanks = std::count(value.begin(), value.end(), ' ');
  if (blanks == 0) return false;
  return blanks >= 4 || text_likeness(value) > 0 || randomness(value) < 0 || beyond > 0;
}

// A field of a format string: "%s", "%v", "%(x)s", "{0}".
bool is_format(std::string_view value) {
  for (const std::string_view part : {"%s", "%d", "%v", "%q", "%@", "%1$", "{0}", "{1}",
                                      "{}", "\\(", "$(", "$_[", "$_{", "[:"}) {
    if (value.find(part) != std::string_view::npos) return true;
  }
  for (std::size_t at = value.find('{'); at != std::string_view::npos;
       at = value.find('{', at + 1)) {
    const std::size_t end = value.find('}', at);
    if (end == std::string_view::npos) break;
    if (end > at + 1 && end - at < 60 &&
        std::all_of(value.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                    value.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
                      return is_letter(c) || c == '_' || c == '.' || c == ' ' ||
                             c == '(' || c == ')' || c == '$';
                    })) {
      return true;
    }
  }
  // "$name" or "$name." inside of text that is not random.
  const std::size_t dollar = value.find('$');
  return dollar != std::string_view::npos && dollar + 3 < value.size() &&
         is_letter(value[dollar + 1]) && is_letter(value[dollar + 2]) &&
         is_letter(value[dollar + 3]) && text_likeness(value.substr(dollar + 1)) > 2;
}

// "KEYID/20240131/us-east-1/s3/aws4_request": what a signature is made for.
bool is_request_scope(std::string_view value) {
  return value.ends_with("4_request") &&
         std::count(value.begin(), value.end(), '/') >= 3;
}

std::string letters_and_digits(std::string_view text) {
  std::string out;
  for (const char c : to_lower(text)) {
    if (is_letter(c) || is_digit(c)) out += c;
  }
  return out;
}

}  // namespace

bool is_look_alike(std::string_view value) {
  if (value.empty()) return true;
  return is_other_material(value) || is_path(value) || is_number(value) ||
         is_type_or_constant(value) || is_regex(value) || is_markup(value) ||
         is_escapes(value) || is_mail_address(value) || is_list_or_command(value) ||
         is_request_scope(value) || is_sentence(value) || is_format(value);
}

bool repeats_name(std::string_view value, std::string_view name) {
  const std::string a = letters_and_digits(value);
  const std::string b = letters_and_digits(name);
  if (a.empty()) return true;
  if (a.size() <= b.size()) return a.size() >= 3 && b.find(a) != std::string::npos;
  return b.size() >= 4 && a.find(b) != std::string::npos && randomness(value) < 3;
}

bool is_identifier(std::string_view value) {
  const auto letters = count_of(value, is_letter);
  const auto digits = count_of(value, is_digit);
  const bool plain = std::all_of(value.begin(), value.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  });
  if (!plain || letters == 0) return false;
  std::size_t tail = value.size();
  while (tail > 0 && is_digit(value[tail - 1])) --tail;
  const bool digits_at_end_only =
      static_cast<std::size_t>(digits) == value.size() - tail;
  return digits_at_end_only && digits <= 4 && text_likeness(value) > 0 &&
         randomness(value) < 0;
}

bool is_uuid(std::string_view value) {
  if (value.size() != 36) return false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? value[i] != '-' : hex_value(value[i]) < 0) return false;
  }
  return true;
}

}  // namespace leaksieve

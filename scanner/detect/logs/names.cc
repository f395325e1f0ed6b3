#include "scanner/detect/logs/names.h"

#include <algorithm>

#include "scanner/text/name_words.h"
#include "scanner/text/word_list.h"
#include "scanner/text/word_scan.h"

namespace leaksieve::logs {
namespace {

using Words = std::string_view;

// The beginnings of all words below, and of the objects that hold secrets: every text
// with a finding has one.
constexpr Words kStems[] = {
    "pass",     "pwd",       "secret",     "token",      "key",      "auth",
    "cred",     "jwt",       "bearer",     "cookie",     "session",  "otp",
    "pin",      "dsn",       "mnemonic",   "seed",       "_pat",     "conn",
    "database", "db_url",    "redis",      "mongo",      "amqp",     "broker",
    "postgres", "signature", "salt",       "env",        "headers",  "meta",
    "body",     "config",    "options",    "locals",     "globals",  "vars(",
    "settings", "phpinfo",   "senha",      "contrasena", "recovery", "backup",
    "vault",    "params",    "code",       "dburl",      "nonce",    "motdepasse",
    "$_server", "_cookie",   "run/secrets"};

// A name that ends so is about a secret and none.
constexpr auto kMetadataEndings = word_list([] {
  return std::string_view(
      "name names id ids type types kind url urls uri link endpoint host hostname "
      "port path paths file files filename filepath dir directory folder field fields "
      "column label title text placeholder message messages msg error errors err "
      "exception hint help prompt policy policies rule rules regex regexp pattern "
      "length len size count counts counter limit min max index idx offset position "
      "pos version format encoding algorithm algo alg scheme hash hashed hashes "
      "hasher digest checksum md5 sha sha1 sha256 sha512 fingerprint thumbprint "
      "encrypted cipher expiry expires expiration expire ttl timeout age created "
      "updated at date time timestamp enabled disabled required valid invalid "
      "validator validators validation strength manager provider providers service "
      "store storage vault ref refs reference arn alias header prefix suffix param "
      "parameter input form reset change changed forgot confirm question usage cost "
      "budget bucket rate tokenizer class status state meta metadata properties "
      "schema handler callback func fn factory builder generator parser reader writer "
      "helper util utils controller view page screen button dialog template test "
      "tests checker check match matches verified exists set present missing found "
      "loaded expired ok flag mode option options level attempts attempt retries "
      "source location scope scopes audience issuer owner role group map charset "
      "chars alphabet bits entropy score lifetime duration interval days hours "
      "minutes seconds event action kid rotation rotated filter mask masked redacted "
      "login protected protection backend engine module plugin middleware guard "
      "callbacks lookup mapping var envvar hooks description attr attribute property "
      "arg args command cmd cb getter setter dto model table entity repo repository "
      "result results response request history bytesize used");
});

// Anywhere in a name they say that the value is not the secret itself.
constexpr auto kMetadataAnywhere = word_list([] {
  return std::string_view(
      "hash hashed hashes hasher encrypted encrypt ciphertext digest checksum "
      "fingerprint masked redacted redact censored obfuscated sanitized sanitised "
      "scrubbed hidden public pub publishable anonymized tokenizer bcrypt scrypt "
      "argon2 csrf xsrf regex incorrect md5 sha1 sha256 sha512 crypted");
});

// A name that begins so is a question, a number or an action.
constexpr auto kMetadataBeginnings = word_list([] {
  return std::string_view(
      "is has had was are should can could must may need needs use uses allow allows "
      "enable disable show hide toggle num n no non not max min total count invalid "
      "wrong missing forgot forgotten require requires required without validate "
      "verify check validates skip handle on supports expires confirm mismatched did "
      "will want wants msg err label lbl txt btn title null");
});

// Words after the one that counts that do not change what the value is.
constexpr auto kNeutralEndings = word_list([] {
  return std::string_view(
      "value values val string str raw plain plaintext clear cleartext bytes buf "
      "buffer b64 base64 encoded decoded decrypted json data old new current original "
      "tmp temp copy trimmed utf8 hex ptr env content contents default attempted "
      "provided given prod production staging dev live real again pem der async jwk "
      "two one");
});

// Adjectives before "token" and "key" that say nothing.
constexpr auto kNeutralBeginnings = word_list([] {
  return std::string_view(
      "new old my the current raw tmp temp default test real plain decoded encoded "
      "valid our");
});

static constexpr auto kTokenOwners = word_list([] {
  return std::string_view(
      "access auth api refresh bearer session id login user reset verification verify "
      "invite invitation deploy bot service oauth oauth2 jwt app admin client account "
      "gh github gitlab slack discord telegram stripe npm pypi docker vault aws azure "
      "gcp google hf huggingface openai anthropic cf cloudflare vercel netlify heroku "
      "sentry datadog twilio sendgrid mail dropbox figma notion linear jira bitbucket "
      "ci registry web webhook security sas signed temporary secret private personal "
      "password device identity sso saml magic activation confirmation registration "
      "impersonation authentication authorization firebase mapbox clerk supabase "
      "sonar snyk codecov repo runner master root internal partner customer circle "
      "travis pat consul nomad k8s kube");
});

// Words before "token" of parsers, pages of results, language models.
constexpr auto kOtherTokens = word_list([] {
  return std::string_view(
      "next page prev previous continuation continue cursor last first eos pad unk "
      "bos mask special start end begin peek unexpected left right input output stop "
      "cancel cancellation sub ident comment string op operator null lexer parse "
      "parser syntax keyword error open close cls sep word text invalid resume sync "
      "paging pagination number prompt completion max total skip closing opening this "
      "that bad unknown lookahead numeric literal marker delimiter csrf consume "
      "consumed each per change erc20 abort interrupt nft mint reward fence fencing");
});

static constexpr auto kKeyOwners = word_list([] {
  return std::string_view(
      "api secret private encryption decryption signing master hmac jwt webhook "
      "shared crypto crypt aes rsa ssh root role stripe openai anthropic aws azure "
      "sendgrid twilio mailgun clerk resend cloudflare heroku datadog sentry algolia "
      "firebase supabase auth0 okta paypal shopify cohere mistral groq pinecone "
      "mailchimp rapidapi wallet cipher auth authentication deploy tls ssl bip32 kms "
      "github gemini");
});
constexpr auto kKeyHints = word_list([] {
  return std::string_view(
      "access license licence account storage session app application service admin "
      "subscription server client host");
});

static constexpr auto kPassOwners = word_list([] {
  return std::string_view(
      "db database user smtp mail email ftp admin root redis mysql pg postgres login "
      "my ssh sudo vault proxy http basic key pem store keystore truststore wifi auth "
      "account api svc service client server remote ldap imap mongo rabbitmq mqtt "
      "jdbc bind sql");
});

// Single last words that are enough.
constexpr auto kSecretWords = word_list([] {
  return std::string_view(
      "password passwords passwd passwds passwort contrasena senha motdepasse pwd "
      "pwds passphrase passphrases passcode secret secrets credential credentials "
      "creds cred jwt jwts bearer apikey apikeys privatekey secretkey authkey "
      "userpass privkey pswd passw passwrd psw");
});

// Words that are written together, as the end of a word.
constexpr auto kSecretWordEndings = word_list([] {
  return std::string_view(
      "password passwd passphrase secretkey apikey privatekey accesstoken authtoken "
      "refreshtoken clientsecret bearertoken apisecret apitoken secretaccesskey "
      "encryptionkey signingkey sessiontoken idtoken oauthtoken usertoken logintoken "
      "webhooksecret dbpass userpwd dbpwd connectionstring connstring connstr "
      "credentials masterkey jwttoken jwtsecret appsecret secrettoken");
});

static constexpr auto kHintWords = word_list([] {
  return std::string_view(
      "auth authorization cookie cookies otp totp pin dsn pw pass mnemonic token pat");
});
constexpr auto kWeakWords =
    word_list([] { return std::string_view("key keys session signature salt seed"); });

// Words before "url" and "uri" that say that a password stands in it.
constexpr auto kStoreWords = word_list([] {
  return std::string_view(
      "database db redis mongo mongodb postgres postgresql mysql amqp rabbitmq broker "
      "sqlalchemy connection jdbc");
});

// First words of functions that give a value.
constexpr auto kGetters = word_list([] {
  return std::string_view(
      "get fetch read load retrieve obtain find lookup generate create make new build "
      "decrypt decode derive extract acquire issue mint current resolve prompt ask "
      "expose reveal must sign random gen query export produce as to");
});
// First words of functions that do something with one.
constexpr auto kDoers = word_list([] {
  return std::string_view(
      "set update change reset compare match send save put write delete remove revoke "
      "rotate refresh clear invalidate process parse print log display render ensure "
      "assert test apply bind register add insert forget list describe init setup "
      "configure authenticate mark submit watch persist import validate accept with "
      "from store expect replace strip wipe zero destroy verifies checks unset "
      "matches contains redact mask hash encrypt");
});

bool is_hash_word(std::string_view word) {
  return word.starts_with("md5") || word.starts_with("sha");
}

std::string_view without_digits(std::string_view word) {
  if (is_hash_word(word)) return word;
  while (word.size() > 2 && word.back() >= '0' && word.back() <= '9') {
    word.remove_suffix(1);
  }
  return word;
}

bool ends_with_secret(std::string_view word) {
  if (word.starts_with("hashed") || word.starts_with("encrypted")) return false;
  return std::any_of(kSecretWordEndings.words.begin(), kSecretWordEndings.words.end(),
                     [&](std::string_view end) { return word.ends_with(end); });
}

bool is_metadata(const NameWords& words, NameUse use) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (kMetadataAnywhere.has(words[i])) return true;
  }
  return use != NameUse::setting && words.size() > 1 &&
         kMetadataBeginnings.has(words[0]);
}

NameGrade grade_token(const NameWords& words, NameUse use) {
  std::string_view owner = words.from_end(1);
  if (kNeutralBeginnings.has(owner)) owner = words.from_end(2);
  if (owner.empty()) {
    return words.from_end(0) == "tokens" ? NameGrade::none
           : use == NameUse::setting     ? NameGrade::secret
                                         : NameGrade::hint;
  }
  if (kTokenOwners.has(owner)) return NameGrade::secret;
  if (kOtherTokens.has(owner)) return NameGrade::none;
  if (words.from_end(0) == "tokens") return NameGrade::none;
  return use == NameUse::setting ? NameGrade::secret : NameGrade::hint;
}

NameGrade grade_key(const NameWords& words, NameUse use) {
  const std::string_view owner = words.from_end(1);
  if (owner == "password" || owner == "token" || owner == "credentials") {
    return NameGrade::none;  // the key of a map under which it stands
  }
  if (kKeyOwners.has(owner)) return NameGrade::secret;
  if (owner == "access" && words.has("secret")) return NameGrade::secret;
  if (words.from_end(0) == "keys") return NameGrade::none;
  if (kKeyHints.has(owner)) {
    return use == NameUse::setting ? NameGrade::secret : NameGrade::hint;
  }
  static constexpr auto kOtherKeys = word_list([] {
    return std::string_view(
        "primary foreign partition sort cache row object s3 map dict index hot lookup "
        "group unique idempotency site react storage");
  });
  if (use == NameUse::setting && !owner.empty() && !kOtherKeys.has(owner)) {
    return NameGrade::secret;
  }
  return owner.empty() ? NameGrade::weak : NameGrade::none;
}

// The grade by the last words, which is what a name is.
NameGrade grade_words(const NameWords& words, NameUse use) {
  const std::string_view last = without_digits(words.from_end(0));
  const std::string_view before = words.from_end(1);
  if (last == "token" || last == "tokens") return grade_token(words, use);
  if (last == "key" || last == "keys") return grade_key(words, use);
  if (last == "pass" && !before.empty()) {
    return kPassOwners.has(before) || use == NameUse::setting ? NameGrade::secret
                                                              : NameGrade::none;
  }
  if (last == "pat" && (before.empty() || !kTokenOwners.has(before))) {
    return NameGrade::none;
  }
  if (last == "pat") return NameGrade::secret;
  if (kSecretWords.has(last) || ends_with_secret(last)) return NameGrade::secret;
  if (last == "string" || last == "str") {
    if (before == "connection" || before == "conn") return NameGrade::secret;
  }
  if ((last == "header" || last == "headers") &&
      (before == "auth" || before == "authorization" || before == "bearer")) {
    return NameGrade::secret;
  }
  if (last == "phrase" &&
      (before == "seed" || before == "pass" || before == "mnemonic" ||
       before == "recovery" || before == "secret")) {
    return NameGrade::secret;
  }
  if (last == "base" && before == "key" && words.has("secret"))
    return NameGrade::secret;  // Rails
  if ((last == "code" || last == "codes") &&
      (before == "recovery" || before == "backup")) {
    return NameGrade::secret;
  }
  if ((last == "url" || last == "uri") && kStoreWords.has(before)) {
    return NameGrade::hint;
  }
  if (last == "seed" && (before == "otp" || before == "wallet"))
    return NameGrade::secret;
  if (kHintWords.has(last)) {
    return use == NameUse::setting && last != "auth" && last != "cookie" &&
                   last != "cookies"
               ? NameGrade::secret
               : NameGrade::hint;
  }
  if (kWeakWords.has(last)) return NameGrade::weak;
  return NameGrade::none;
}

// The same for names of secrets alone, without the objects that hold them.
constexpr std::string_view kSecretStems[] = {
    "pass",        "pwd",      "secret",     "token",    "key",    "auth",
    "cred",        "jwt",      "bearer",     "cookie",   "otp",    "pin",
    "dsn",         "mnemonic", "seed",       "pat",      "conn",   "database",
    "db_ur",       "dbur",     "redis",      "mongo",    "amqp",   "broker",
    "postgres",    "senha",    "contrasena", "recovery", "backup", "motdepasse",
    "run/secrets", "mysql",    "sqlalchemy", "jdbc",     "psw"};

const WordScan& stems() {
  static const WordScan kScan{kStems};
  return kScan;
}

const WordScan& secret_stems() {
  static const WordScan kScan{kSecretStems};
  return kScan;
}

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= 100 &&
         std::all_of(name.begin(), name.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                  (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
                  c == '$' || c == '@' || c == ':' || c == '/' ||
                  static_cast<unsigned char>(c) >= 0x80;
         });
}

}  // namespace

NameGrade grade_name(std::string_view name, NameUse use) {
  if (!is_name(name) || name.ends_with('?')) return NameGrade::none;
  NameWords words(name);
  if (words.empty()) return NameGrade::none;
  if (use == NameUse::call) {
    if (words.size() > 1 && kDoers.has(words[0])) return NameGrade::none;
    if (words.size() > 1 && kGetters.has(words[0])) words.pop_front();
  }
  if (is_metadata(words, use)) return NameGrade::none;
  while (true) {
    const NameGrade grade = grade_words(words, use);
    if (grade != NameGrade::none || words.size() < 2) return grade;
    const std::string_view last = without_digits(words.from_end(0));
    if (kMetadataEndings.has(last) || !kNeutralEndings.has(last)) {
      return NameGrade::none;
    }
    words.pop();
  }
}

bool names_a_getter(std::string_view callee) {
  const NameWords words(callee);
  return words.size() > 1 && kGetters.has(words[0]);
}

bool may_name_secret(std::string_view name) {
  return name == "pw" || name.ends_with("_pw") || secret_stems().any_in(name);
}

std::size_t find_sensitive_word(std::string_view text, std::size_t from) {
  return stems().find(text, from);
}

}  // namespace leaksieve::logs

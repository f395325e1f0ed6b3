#include "scanner/detect/logs/callees.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "scanner/text/name_words.h"
#include "scanner/text/word_list.h"

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;

// Whole names, in lower case without underscores.
constexpr auto kPasses = word_list([] {
  return std::string_view(
      "str string repr format sprintf sprint sprintln stringify dumps tojson tostring "
      "tos tostr strip trim trimend trimstart lstrip rstrip chomp decode encode "
      "b64encode b64decode base64encode base64decode encode64 strictencode64 "
      "urlsafeencode64 decode64 btoa atob encodeuricomponent urlencode quote escape "
      "inspect valueof fromutf8 asstr fromutf8lossy asbytes asref clone copy unwrap "
      "unwrapor unwrapordefault unwraporelse expect ok okor exposesecret "
      "getsecretvalue reveal lower upper tolower toupper tolowercase touppercase "
      "lowercased uppercased title dict list tuple bytes concat join append pformat "
      "orelse orelseget getorelse orempty encodetostring tobase64string getbytes "
      "getencoder red green blue yellow cyan bold dim grey gray magenta white "
      "underline into toowned asderef some serialize serializeobject jsonencode "
      "varexport printr httpbuildquery entries fromentries assign merge deepcopy "
      "clonedeep asdict todict modeldump getvalue value tohash toh result arg cstr "
      "data tostdstring tolocal8bit constdata toutf8 utf8string stringwithformat "
      "rawvalue errorf wrap wrapf withmessage any stringer object bytestring reflect "
      "field kv keyvalue pair group reject strdup strcat strcpy stringbuilder "
      "tochararray toarray from of cyanbright printable display html safe mark "
      "marshal marshalindent strings jsonify array vformat stringformat colored color "
      "style get orelsethrow decodeutf8 todebugstring asstring fstring interpolate "
      "template print writevalueasstring formatted mapof hashmapof listof arrayof "
      "dictionaryof collect iter intoiter items values sorted tolist fields topem "
      "getencoded exportkey qprintable move base64encodedstring utf8 buildstring "
      "pairs map hash toobject await instrument reversed flatten strval readline "
      "trimspace trimright trimleft trimsuffix trimprefix tostringlossy entryset "
      "intostring tovec chars unwraporpanic");
});

// Any of these words in a name.
constexpr auto kBlocks = word_list([] {
  return std::string_view(
      "mask masked redact redacted censor obfuscate obscure hide scrub sanitize "
      "sanitise filter truncate shorten partial preview hash hashed hasher digest "
      "hexdigest md5 sha sha1 sha224 sha256 sha384 sha512 sha3 blake2b blake2s blake3 "
      "hmac bcrypt argon2 argon scrypt pbkdf2 encrypt crypt fingerprint checksum "
      "anonymize anonymise tokenize crc32 redactor redaction ellipsis elide cloak "
      "abbreviate encrypted hashpw sanitized safely xxhash murmur pseudonymize");
});

// First words of questions, and whole names of them.
constexpr auto kQuestions = word_list([] {
  return std::string_view(
      "len length size count bool boolean is has type typeof isinstance sizeof strlen "
      "empty isset defined hashcode equals compare starts ends startswith endswith "
      "includes contains matches match test verify validate check nil null blank "
      "present any? int parseint exists eql eq cmp strcmp strncmp index indexof find "
      "search ord id hasattr callable keys isblank isempty hasprefix hassuffix "
      "classname getclass nonnull notnull");
});

static constexpr auto kCuts = word_list([] {
  return std::string_view(
      "substring substr slice left take first last right prefix suffix takelast tail "
      "head chars mbsubstr dropfirst subsequence substringto");
});

static constexpr auto kHarmless = word_list([] {
  return std::string_view(
      "length size count name id type isEmpty Length Count HasValue isNotEmpty empty? "
      "nil? present? hashCode constructor indices isNullOrEmpty byteLength len");
});

std::string flat(std::string_view name) {
  std::string out;
  for (const char c : name.substr(0, 64)) {
    if (c == '_' || c == '$' || c == '@' || c == '!') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

// The numbers and marks of `(0, 4)`, `[-4:]`, `[len(x)-4:]`.
struct Bounds {
  std::vector<int> numbers;
  bool separated = false;   // a ':' or '..' or ','
  bool open_begin = false;  // nothing before it
  bool open_end = false;    // nothing after it
  bool inclusive = false;   // Ruby's, Kotlin's and Swift's 0..3
  bool clean = true;        // nothing else than numbers
};

Bounds bounds_in(const Code& code, const Part& part, int skip) {
  Bounds bounds;
  std::uint32_t i = part.begin + 1;
  for (; skip > 0 && i < part.end; ++i) {
    if (code.kind(i) == Kind::open && code.match[i] != kNoToken) i = code.match[i];
    if (code.is(i, ",")) --skip;
  }
  bool negative = false;
  const std::uint32_t begin = i;
  for (; i < part.end && i < part.begin + 40; ++i) {
    if (code.kind(i) == Kind::number) {
      const std::string_view digits = code.str(i);
      int number = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), number);
      bounds.numbers.push_back(negative ? -number : number);
      negative = false;
    } else if (code.is(i, "-") || code.is(i, "^")) {
      negative = true;
    } else if (code.is(i, ":") || code.is(i, "..") || code.is(i, "...") ||
               code.is(i, ",") || code.is(i, "..<") || code.is(i, "..=")) {
      bounds.separated = true;
      bounds.open_begin = i == begin;
      bounds.open_end = i + 1 == part.end;
      bounds.inclusive = code.is(i, "..") && code.language != CodeLanguage::rust &&
                         code.language != CodeLanguage::csharp;
      if (code.is(i, "...") && code.language == CodeLanguage::swift)
        bounds.inclusive = true;
    } else if (code.kind(i) == Kind::open && code.match[i] != kNoToken) {
      i = code.match[i];
    } else if (!code.is_name(i) && !code.is(i, "<") && !code.is(i, "=") &&
               !code.is(i, ".")) {
      bounds.clean = false;
    }
  }
  return bounds;
}

}  // namespace

Effect effect_of(std::string_view callee) {
  const std::string whole = flat(callee);
  if (kCuts.has(whole)) return Effect::cuts;
  const NameWords words(callee);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (kBlocks.has(words[i])) return Effect::blocks;
  }
  if (whole.find("mask") != std::string::npos ||
      whole.find("redact") != std::string::npos || whole.find("hash") == 0) {
    return Effect::blocks;
  }
  if (kPasses.has(whole)) return Effect::passes;
  if (kQuestions.has(whole) || (!words.empty() && kQuestions.has(words[0])) ||
      callee.ends_with('?')) {
    return Effect::blocks;
  }
  if (!words.empty() && (words[0] == "error" || words.from_end(0) == "error" ||
                         words.from_end(0) == "exception")) {
    return Effect::passes;
  }
  return Effect::unknown;
}

bool is_harmless_property(std::string_view name) {
  return kHarmless.has(name) || name.ends_with('?');
}

bool is_hiding_type(std::string_view name) {
  static constexpr auto kTypes = word_list([] {
    return std::string_view(
        "SecretStr SecretBytes SecretString SecureString SecretBox Secret Redacted "
        "Sensitive");
  });
  return kTypes.has(name);
}

bool is_slice(const Code& code, const Part& part) {
  if (part.kind != Part::Kind::index) return false;
  for (std::uint32_t i = part.begin + 1; i < part.end && i < part.begin + 40; ++i) {
    if (code.is(i, ":") || code.is(i, "..") || code.is(i, "...")) return true;
    if (code.is(i, ",") && code.language == CodeLanguage::ruby) return true;
    if (code.kind(i) == Kind::open && code.match[i] != kNoToken) i = code.match[i];
  }
  return false;
}

int shown_characters(const Code& code, const Part& part, std::string_view method,
                     int skip) {
  const Bounds bounds = bounds_in(code, part, skip);
  if (!bounds.clean || bounds.numbers.empty()) return -1;
  const int first = bounds.numbers.front();
  const std::string name = flat(method);
  if (bounds.numbers.size() == 1) {
    if (!method.empty() && !bounds.separated) {
      if (name == "substring" || name == "substr" || name == "slice" ||
          name == "subsequence" || name == "mbsubstr" || name == "dropfirst") {
        return first < 0 ? -first : -1;  // the tail from there
      }
      return first < 0 ? -first : first;
    }
    // [:4], [..<4], [-4:], [len(x)-4:], substring(s.length - 4)
    if (bounds.open_begin) return first < 0 ? -1 : first + (bounds.inclusive ? 1 : 0);
    if (first < 0 && bounds.open_end) return -first;
    return first < 0 ? -first : -1;
  }
  const int second = bounds.numbers[1];
  if (method.empty() && code.language == CodeLanguage::ruby && !bounds.inclusive) {
    for (std::uint32_t i = part.begin; i < part.end; ++i) {
      if (code.is(i, ",")) return second;  // [start, length]
    }
  }
  if (name == "substr" || name == "mbsubstr" ||
      (name == "slice" && code.language == CodeLanguage::ruby) ||
      (name == "substring" && code.language == CodeLanguage::csharp)) {
    return second < 0 ? -1 : second;
  }
  if (second < first || first < 0) return first < 0 && second < 0 ? second - first : -1;
  return second - first + (bounds.inclusive ? 1 : 0);
}

bool replaces_every_character(const Code& code, const Part& call) {
  for (std::uint32_t i = call.begin + 1; i < call.end && i < call.begin + 12; ++i) {
    if (code.kind(i) != Kind::text) continue;
    std::string_view what = code.str(i);
    // PHP writes the slashes into the text.
    if (code.language == CodeLanguage::php && what.starts_with('/')) {
      what = what.substr(1, what.rfind('/') == 0 ? 0 : what.rfind('/') - 1);
    }
    if (what == "." || what == "\\S" || what == "\\w" || what == "(?s)." ||
        what == ".*" || what == ".+" || what == "[\\s\\S]" || what == "." ||
        what == "[^ ]") {
      const std::uint32_t at = code.tokens[i].begin;
      const std::uint32_t end = code.tokens[i].end;
      // JavaScript's /./ without g replaces one character.
      if (at > 0 && code.text[at - 1] == '/' &&
          code.language == CodeLanguage::javascript) {
        return end + 1 < code.text.size() &&
               code.text.substr(end + 1, 4).find('g') != std::string_view::npos;
      }
      return true;
    }
  }
  return false;
}

}  // namespace leaksieve::logs

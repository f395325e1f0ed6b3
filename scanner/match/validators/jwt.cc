#include "scanner/match/validators/jwt.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/base/text_encoding.h"
#include "scanner/match/local_checks.h"
#include "scanner/match/validators/base64_json.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kLongestPart = 16 * 1024;
constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kYear = 365 * 24 * 60 * kMinute;

bool is_base64url(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
}

// The three parts of a token, and where it ends.
struct Parts {
  std::string_view header;
  std::string_view payload;
  std::string_view signature;
  std::uint64_t end = 0;
};

std::string_view take_part(std::string_view text, std::uint64_t at) {
  std::uint64_t end = at;
  while (end < text.size() && end - at < kLongestPart && is_base64url(text[end])) ++end;
  return text.substr(at, end - at);
}

std::optional<Parts> parts_at(std::string_view text, std::uint64_t at) {
  Parts parts;
  parts.header = take_part(text, at);
  at += parts.header.size();
  if (at >= text.size() || text[at] != '.') return std::nullopt;
  parts.payload = take_part(text, ++at);
  at += parts.payload.size();
  if (at >= text.size() || text[at] != '.') return std::nullopt;
  parts.signature = take_part(text, ++at);
  parts.end = at + parts.signature.size();
  return parts;
}

std::string string_in(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<std::int64_t> seconds_in(const nlohmann::json& object, const char* key) {
  constexpr double kLargest = 1e15;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number()) return std::nullopt;
  const auto value = found->get<double>();
  if (value < 0 || value > kLargest) return std::nullopt;
  return static_cast<std::int64_t>(value);
}

// All strings of a claim that is one or a list of them, with blanks between.
std::string words_in(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return "";
  if (found->is_string()) return found->get<std::string>();
  std::string words;
  if (!found->is_array()) return words;
  for (const auto& element : *found) {
    if (element.is_string()) words += element.get<std::string>() + " ";
  }
  return words;
}

bool has_usual_claim(const nlohmann::json& payload) {
  constexpr const char* kClaims[] = {"sub",   "iss", "aud",     "exp",   "iat",
                                     "jti",   "nbf", "azp",     "role",  "roles",
                                     "scope", "scp", "uid",     "user",  "user_id",
                                     "email", "sid", "session", "userId"};
  return std::any_of(std::begin(kClaims), std::end(kClaims),
                     [&](const char* claim) { return payload.contains(claim); });
}

// Tokens that everybody may have.
bool is_public(const nlohmann::json& payload) {
  if (string_in(payload, "sub") == "1234567890" &&
      string_in(payload, "name") == "John Doe") {
    return true;
  }
  return string_in(payload, "iss") == "supabase-demo" ||
         string_in(payload, "role") == "anon";
}

// The host of an issuer's URL, or what it is if that is short and a name.
std::string host_of(std::string_view issuer) {
  constexpr std::size_t kLongest = 80;
  const std::size_t scheme = issuer.find("://");
  if (scheme != std::string_view::npos) issuer.remove_prefix(scheme + 3);
  issuer = issuer.substr(0, issuer.find_first_of("/?#:"));
  const bool plain = std::all_of(issuer.begin(), issuer.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-';
  });
  return plain && issuer.size() <= kLongest ? std::string(issuer) : "";
}

// Whether the signature is as long as the algorithm makes it, in base64url.
bool has_length_of(std::string_view signature, std::string_view algorithm) {
  const std::size_t size = signature.size();
  if (algorithm == "HS256") return size == 43;
  if (algorithm == "HS384") return size == 64;
  if (algorithm == "HS512" || algorithm == "ES256" || algorithm == "ES256K" ||
      algorithm == "EdDSA") {
    return size == 86;
  }
  if (algorithm == "ES384") return size == 128;
  if (algorithm == "ES512") return size == 176;
  constexpr std::size_t kRsa1024 = 171;
  if (algorithm.starts_with("RS") || algorithm.starts_with("PS"))
    return size >= kRsa1024;
  constexpr std::size_t kShortest = 43;  // of an algorithm that we do not know
  return size >= kShortest;
}

Severity worse(Severity severity) {
  return severity == Severity::critical
             ? severity
             : static_cast<Severity>(static_cast<int>(severity) + 1);
}

// What its life tells.
Severity severity_of_life(const nlohmann::json& payload, std::int64_t now,
                          std::vector<std::string>& evidence) {
  constexpr std::int64_t kShortLife = 15 * kMinute;
  const auto expires = seconds_in(payload, "exp");
  if (!expires) {
    evidence.emplace_back("does not expire");
    return Severity::high;
  }
  if (*expires < now) {
    evidence.emplace_back("expired");
    return Severity::low;
  }
  const auto issued = seconds_in(payload, "iat");
  if (issued && *expires - *issued <= kShortLife) {
    evidence.emplace_back("lives a quarter of an hour at most");
    return Severity::low;
  }
  if (*expires - now > kYear) {
    evidence.emplace_back("valid for more than a year");
    return Severity::high;
  }
  return Severity::medium;
}

// Raises the severity of a token that is still valid.
Severity raised(Severity severity, const nlohmann::json& payload,
                std::vector<std::string>& evidence) {
  const std::string role = string_in(payload, "role");
  if (role == "service_role" || role == "supabase_admin") {
    evidence.emplace_back("role " + role);
    return Severity::critical;
  }
  if (string_in(payload, "iss").find("kubernetes/serviceaccount") !=
      std::string::npos) {
    evidence.emplace_back("Kubernetes service account");
    return Severity::critical;
  }
  const std::string scopes =
      to_lower(words_in(payload, "scope") + " " + words_in(payload, "scp"));
  for (const std::string_view word : {"admin", "write", "offline_access"}) {
    if (scopes.find(word) == std::string::npos) continue;
    evidence.emplace_back("scope \"" + std::string(word) + "\"");
    return worse(severity);
  }
  if (words_in(payload, "aud").find(".auth0.com/api/v2") != std::string::npos) {
    evidence.emplace_back("for Auth0's management API");
    return worse(severity);
  }
  return severity;
}

// What the token that begins at `at` says; its spans are left to the caller.
std::optional<Verdict> judge(const Parts& parts, std::int64_t now) {
  const auto header = json_object_of_base64(parts.header);
  if (!header) return std::nullopt;
  const std::string algorithm = string_in(*header, "alg");
  if (algorithm.empty()) return std::nullopt;
  const auto payload = json_object_of_base64(parts.payload);
  if (!payload || is_public(*payload) || !has_usual_claim(*payload))
    return std::nullopt;

  constexpr std::size_t kShortestSignature = 16;
  constexpr std::size_t kLongestName = 16;
  Verdict verdict;
  std::vector<std::string>& evidence = verdict.evidence;
  const bool signs = to_lower(algorithm) != "none";
  if (signs && (parts.signature.size() < kShortestSignature ||
                is_fill(parts.signature) || is_placeholder(parts.signature))) {
    return std::nullopt;
  }
  if (algorithm.size() <= kLongestName &&
      std::all_of(algorithm.begin(), algorithm.end(), [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-';
      })) {
    evidence.push_back("algorithm " + algorithm);
  }
  const std::string host = host_of(string_in(*payload, "iss"));
  if (!host.empty()) evidence.push_back("issuer " + host);
  if (signs && !has_length_of(parts.signature, algorithm)) {
    verdict.confidence = Confidence::medium;
    evidence.emplace_back("its signature has not the length of its algorithm's");
  }
  if (!signs) {
    evidence.emplace_back("not signed");
    verdict.severity = Severity::low;
    return verdict;
  }
  Severity severity = severity_of_life(*payload, now, evidence);
  if (severity > Severity::low) severity = raised(severity, *payload, evidence);
  verdict.severity = severity;
  return verdict;
}

std::int64_t seconds_since_1970() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::seconds>(now).count();
}

Verdict with_span(std::optional<Verdict> verdict, ByteSpan span) {
  if (!verdict) return Verdict::reject();
  verdict->match = span;
  verdict->secret = span;
  return std::move(*verdict);
}

}  // namespace

Verdict check_jwt_at(const ValidatorInput& input, std::int64_t now) {
  const std::uint64_t begin = input.match.begin;
  if (!begins_word(input.text, begin)) return Verdict::reject();
  const auto parts = parts_at(input.text, begin);
  if (!parts || !ends_word(input.text, parts->end)) return Verdict::reject();
  const ByteSpan span{begin, parts->end};
  if (is_well_known(bytes_of(input.text, span))) return Verdict::reject();
  return with_span(judge(*parts, now), span);
}

Verdict check_jwt(const ValidatorInput& input) {
  return check_jwt_at(input, seconds_since_1970());
}

Verdict check_base64_jwt_at(const ValidatorInput& input, std::int64_t now) {
  const std::uint64_t begin = input.match.begin;
  const std::string_view text = input.text;
  if (!begins_word(text, begin)) return Verdict::reject();
  // Base64 of letters, digits, "-", "_" and "." has neither "+" nor "/".
  std::uint64_t end = begin;
  while (end < text.size() && end - begin < 2 * kLongestPart &&
         std::isalnum(static_cast<unsigned char>(text[end])) != 0) {
    ++end;
  }
  const auto token = from_base64(text.substr(begin, end - begin));
  while (end < text.size() && text[end] == '=') ++end;
  if (!token) return Verdict::reject();
  const auto parts = parts_at(*token, 0);
  if (!parts) return Verdict::reject();
  return with_span(judge(*parts, now), {begin, end});
}

Verdict check_base64_jwt(const ValidatorInput& input) {
  return check_base64_jwt_at(input, seconds_since_1970());
}

}  // namespace leaksieve

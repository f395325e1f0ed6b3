#include "scanner/match/validators/url_credentials.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/match/validators/host.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kLongestUserinfo = 512;

bool is_host_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '-' ||
         c == '_';
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 &&
        hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

// The parts, as spans of the text.
struct Url {
  ByteSpan user;
  ByteSpan password;
  ByteSpan host;      // without port and brackets
  std::uint64_t end;  // after host and port
};

// Where the text in which a URL stands ends it: a blank, a quote, another URL.
std::uint64_t end_of_url(std::string_view text, std::uint64_t begin) {
  const std::uint64_t limit =
      std::min<std::uint64_t>(text.size(), begin + kLongestUserinfo);
  for (std::uint64_t i = begin; i < limit; ++i) {
    const char c = text[i];
    if (std::isspace(static_cast<unsigned char>(c)) != 0 || c == '"' || c == '\'' ||
        c == '`' || c == '<' || c == '>') {
      return i;
    }
    if (c == '\\' && i + 1 < limit &&
        std::string_view("\"'nrt\\").find(text[i + 1]) != std::string_view::npos) {
      return i;
    }
    if (c == ':' && text.substr(i, 3) == "://") {
      while (i > begin && std::isalnum(static_cast<unsigned char>(text[i - 1])) != 0)
        --i;
      return i;
    }
  }
  return limit;
}

ByteSpan host_at(std::string_view text, std::uint64_t begin, std::uint64_t end) {
  if (begin < end && text[begin] == '[') {
    const std::uint64_t close = text.substr(0, end).find(']', begin);
    return close == std::string_view::npos ? ByteSpan{begin, begin}
                                           : ByteSpan{begin + 1, close};
  }
  std::uint64_t i = begin;
  while (i < end && is_host_byte(text[i])) ++i;
  return {begin, i};
}

std::optional<Url> read_url(std::string_view text, std::uint64_t begin) {
  const std::uint64_t scheme = text.find("://", begin);
  if (scheme == std::string_view::npos) return std::nullopt;
  const std::uint64_t user = scheme + 3;
  const std::uint64_t end = end_of_url(text, user);
  const std::string_view url = text.substr(0, end);
  const std::uint64_t colon = url.find(':', user);
  if (colon == std::string_view::npos) return std::nullopt;
  const std::uint64_t password = colon + 1;

  const std::uint64_t path = std::min(url.find_first_of("/?#", password), end);
  std::uint64_t at = url.substr(0, path).rfind('@');
  if (at == std::string_view::npos || at < password) at = url.find('@', path);
  if (at == std::string_view::npos) return std::nullopt;
  ByteSpan host = host_at(text, at + 1, end);
  // "p@ss/word@db.net": a later "@" with a better host.
  if (bytes_of(text, host).find('.') == std::string_view::npos &&
      host_kind(bytes_of(text, host)) == HostKind::local) {
    const std::uint64_t later = url.find('@', at + 1);
    if (later != std::string_view::npos &&
        text.substr(at, later - at).find('/') != std::string_view::npos) {
      const ByteSpan other = host_at(text, later + 1, end);
      if (bytes_of(text, other).find('.') != std::string_view::npos &&
          bytes_of(text, host) != "localhost") {
        at = later;
        host = other;
      }
    }
  }
  if (host.size() == 0) return std::nullopt;
  std::uint64_t after = host.end;
  if (after < end && text[after] == ']') ++after;
  if (after < end && text[after] == ':') {
    std::uint64_t port = after + 1;
    while (port < end && std::isdigit(static_cast<unsigned char>(text[port])) != 0)
      ++port;
    if (port > after + 1) after = port;
  }
  return Url{{user, colon}, {password, at}, host, after};
}

// "8080/path": a port and a path, in a URL that has no user.
bool is_port_and_path(std::string_view password) {
  const std::size_t end = password.find_first_not_of("0123456789");
  return end != std::string_view::npos && end > 0 && end <= 5 &&
         (password[end] == '/' || password[end] == '?' || password[end] == '#');
}

std::string_view database_after(std::string_view text, std::uint64_t end) {
  if (end >= text.size() || text[end] != '/') return {};
  std::uint64_t i = end + 1;
  while (i < text.size() && i - end < 128 && is_host_byte(text[i])) ++i;
  return text.substr(end + 1, i - end - 1);
}

bool is_sample_user(std::string_view user) {
  for (const std::string_view sample :
       {"user", "username", "usr", "login", "me", "name", "foo", "myuser", "my_user",
        "db_user", "dbuser", "someuser", "youruser", "your_user", "your_username", "u",
        "x"}) {
    if (to_lower(user) == sample) return true;
  }
  return is_placeholder(user);
}

}  // namespace

Verdict check_url_credentials(const ValidatorInput& input) {
  // "tls" of "smtp+tls://": the scheme began before.
  if (input.match.begin > 0) {
    const char before = input.text[input.match.begin - 1];
    if (std::isalnum(static_cast<unsigned char>(before)) != 0 || before == '+') {
      return Verdict::reject();
    }
  }
  const std::optional<Url> url = read_url(input.text, input.match.begin);
  if (!url) return Verdict::reject();
  const std::string_view user = bytes_of(input.text, url->user);
  const std::string_view raw = bytes_of(input.text, url->password);
  const std::string_view host = bytes_of(input.text, url->host);
  const std::string password = percent_decoded(raw);

  if (password.empty() || is_placeholder(raw) || is_placeholder(password) ||
      is_well_known(password) || is_reference(user) || is_port_and_path(raw) ||
      (user.find('{') != std::string_view::npos &&
       user.find('}') == std::string_view::npos) ||
      host == "sha256" || host == "sha512" || password.find("{") == 0) {
    return Verdict::reject();
  }
  if (to_lower(password) == to_lower(user) || to_lower(password) == to_lower(host) ||
      password == database_after(input.text, url->end) || password == "x-oauth-basic") {
    return Verdict::reject();
  }

  Verdict verdict{.match = ByteSpan{input.match.begin, url->end},
                  .secret = url->password};
  const HostKind kind = host_kind(host);
  const bool weak = is_weak_password(password);
  if (weak &&
      (kind == HostKind::local || kind == HostKind::sample || is_sample_user(user))) {
    return Verdict::reject();
  }
  if (weak) {
    verdict.severity = Severity::medium;
    verdict.confidence = Confidence::medium;
    verdict.evidence.emplace_back("a password that everybody tries");
    return verdict;
  }
  switch (kind) {
    case HostKind::local:
      verdict.severity = Severity::medium;
      verdict.evidence.emplace_back("local host");
      break;
    case HostKind::sample:
      verdict.confidence = Confidence::low;
      verdict.evidence.emplace_back("host of an example");
      break;
    case HostKind::managed:
      verdict.severity = Severity::critical;
      verdict.confidence = Confidence::high;
      verdict.evidence.emplace_back("host of a managed service");
      break;
    case HostKind::other:
      break;
  }
  return verdict;
}

}  // namespace leaksieve

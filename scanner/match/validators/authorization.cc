#include "scanner/match/validators/authorization.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "scanner/base/text_encoding.h"
#include "scanner/match/validators/entropy.h"
#include "scanner/match/validators/password.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/token.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

constexpr std::size_t kShortest = 4;

bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f;
  });
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// Whether `password` of `user` is worth a report.
bool is_password(std::string_view user, std::string_view password) {
  return password.size() >= kShortest && password != user &&
         !is_placeholder(password) && !is_weak_password(password);
}

// Short and simple ones are doubtful.
void grade(std::string_view password, Verdict& verdict) {
  constexpr std::size_t kLong = 10;
  constexpr double kVaried = 2.8;
  if (password.size() < kLong || entropy(password) < kVaried || !has_digit(password)) {
    verdict.confidence = Confidence::medium;
  }
}

}  // namespace

Verdict check_basic_auth(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  const auto text = from_base64(secret);
  const std::uint64_t end = input.secret.end;
  const bool goes_on = end < input.text.size() && input.text[end] == '.';
  if (!text || !is_printable(*text) || text->starts_with('{') || goes_on ||
      is_well_known(secret)) {
    return Verdict::reject();
  }
  const std::size_t colon = text->find(':');
  if (colon == std::string::npos) return Verdict::reject();
  const std::string_view user = std::string_view(*text).substr(0, colon);
  const std::string_view password = std::string_view(*text).substr(colon + 1);
  // A token may stand on either side of the colon, with the other side empty.
  const std::string_view kept = password.empty() ? user : password;
  if (!is_password(password.empty() ? "" : user, kept)) return Verdict::reject();
  Verdict verdict;
  verdict.evidence.emplace_back("decodes to a user and a password");
  grade(kept, verdict);
  return verdict;
}

Verdict check_user_password(const ValidatorInput& input) {
  constexpr std::size_t kShortestToken = 12;
  const std::string_view secret = bytes_of(input.text, input.secret);
  const std::size_t colon = secret.find(':');
  if (colon == std::string_view::npos) return Verdict::reject();
  const std::string_view user = secret.substr(0, colon);
  std::size_t begin = colon + 1;
  if (begin < secret.size() && (secret[begin] == '\'' || secret[begin] == '"')) ++begin;
  const std::string_view password = secret.substr(begin);
  Verdict verdict;
  if (password.empty()) {  // a token in the place of the user
    if (user.size() < kShortestToken || is_placeholder(user) ||
        is_weak_password(user) || is_fill(user) || !has_digit(user)) {
      return Verdict::reject();
    }
    verdict.secret = ByteSpan{input.secret.begin, input.secret.begin + colon};
    verdict.confidence = Confidence::medium;
    return verdict;
  }
  if (is_placeholder(user) && user.size() > 1) return Verdict::reject();
  if (!is_password(user, password)) return Verdict::reject();
  verdict.secret = ByteSpan{input.secret.begin + begin, input.secret.end};
  grade(password, verdict);
  return verdict;
}

Verdict check_command_line_password(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  if (secret.starts_with('-') || secret.starts_with('/') || secret.starts_with('.') ||
      secret.starts_with('~') || secret.find("://") != std::string_view::npos) {
    return Verdict::reject();
  }
  // "secret-name", "deploy.key", "NAME_OF_IT": letters, and what joins words.
  const bool words = std::all_of(secret.begin(), secret.end(), [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' ||
           c == '.' || c == '/' || c == ':';
  });
  if (words) return Verdict::reject();
  return check_password(input);
}

Verdict check_bearer(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  const bool is_jwt =
      secret.starts_with("ey") && secret.find('.') != std::string_view::npos;
  // A name in code has no digit; a token of twenty letters and digits nearly always.
  if (is_jwt || !has_digit(secret)) {
    return Verdict::reject();
  }
  return check_token(input);
}

}  // namespace leaksieve

#include "scanner/match/validators/aws_secret_access_key.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/base/text_encoding.h"
#include "scanner/match/validators/entropy.h"
#include "scanner/match/validators/placeholder.h"

namespace leaksieve {
namespace {

bool in_base64_run(std::string_view text, ByteSpan span) {
  const auto continues = [](char c) { return c == '+' || c == '/' || c == '='; };
  // "=" before it is an operator, after it padding.
  if (span.begin > 0 && continues(text[span.begin - 1]) &&
      text[span.begin - 1] != '=') {
    return true;
  }
  return span.end < text.size() && continues(text[span.end]);
}

// "assets/images/Logo2/backgrounds/header": slashes and words between them.
bool looks_like_path(std::string_view secret) {
  int slashes = 0;
  int words = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= secret.size(); ++i) {
    if (i < secret.size() && secret[i] != '/') continue;
    const std::string_view part = secret.substr(begin, i - begin);
    const bool word =
        part.size() >= 4 && std::all_of(part.begin() + 1, part.end(),
                                        [](char c) { return c >= 'a' && c <= 'z'; });
    words += word ? 1 : 0;
    slashes += i < secret.size() ? 1 : 0;
    begin = i + 1;
  }
  return slashes >= 2 && words >= 2;
}

bool is_random_base64(std::string_view text, ByteSpan span) {
  constexpr double kFarBelow = 0.4;
  const std::string_view secret = bytes_of(text, span);
  const auto has = [&](int (*kind)(int)) {
    return std::any_of(secret.begin(), secret.end(), [&](char c) {
      return kind(static_cast<unsigned char>(c)) != 0;
    });
  };
  return has(std::isupper) && has(std::islower) && has(std::isdigit) &&
         secret.find("EXAMPLE") == std::string_view::npos && !is_fill(secret) &&
         !in_base64_run(text, span) && !looks_like_path(secret) &&
         entropy(secret) > entropy_floor(secret.size(), 62) - kFarBelow;
}

bool has_key_id_near(std::string_view text, ByteSpan span) {
  constexpr std::uint64_t kNear = 400;
  const std::uint64_t begin = span.begin - std::min(span.begin, kNear);
  const std::string_view near = text.substr(begin, span.end - begin + kNear);
  for (const std::string_view kind : {"AKIA", "ASIA"}) {
    for (std::size_t at = near.find(kind); at != std::string_view::npos;
         at = near.find(kind, at + 1)) {
      const std::string_view body = near.substr(at + 4, 16);
      if (body.size() == 16 && std::all_of(body.begin(), body.end(), [](char c) {
            return (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7');
          })) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace

Verdict check_aws_secret_access_key(const ValidatorInput& input) {
  if (!is_random_base64(input.text, input.secret)) return Verdict::reject();
  Verdict verdict;
  if (has_key_id_near(input.text, input.secret)) {
    verdict.evidence.emplace_back("beside an access key id");
    return verdict;
  }
  const std::string_view name =
      bytes_of(input.text, {input.match.begin, input.secret.begin});
  const bool named = contains_ignoring_case(name, "aws") ||
                     contains_ignoring_case(name, "access") ||
                     contains_ignoring_case(name, "s3");
  if (!named) verdict.confidence = Confidence::medium;
  return verdict;
}

Verdict check_aws_ses_smtp(const ValidatorInput& input) {
  constexpr char kVersion = 4;
  const auto bytes = from_base64(bytes_of(input.text, input.secret));
  if (!bytes || bytes->size() != 33 || bytes->front() != kVersion ||
      !is_random_base64(input.text, input.secret)) {
    return Verdict::reject();
  }
  return {.evidence = {"has the form of an Amazon SES SMTP password"}};
}

}  // namespace leaksieve

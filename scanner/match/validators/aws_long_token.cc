#include "scanner/match/validators/aws_long_token.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <string>

#include "scanner/base/text_encoding.h"
#include "scanner/match/local_checks.h"
#include "scanner/match/validators/base64.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/model/rule.h"

namespace leaksieve {
namespace {

// From the head at `span` to where the base64, percent-escaped or not, ends.
ByteSpan whole_token(std::string_view text, ByteSpan span) {
  const std::uint64_t limit =
      std::min<std::uint64_t>(text.size(), span.begin + kMaxMatchWidth);
  const auto escape = [&](std::uint64_t i, std::string_view code) {
    return text.substr(i, 3) == code;
  };
  while (span.end < limit) {
    if (is_base64(text[span.end])) {
      ++span.end;
    } else if (escape(span.end, "%2B") || escape(span.end, "%2F") ||
               escape(span.end, "%3D")) {
      span.end += 3;
    } else {
      break;
    }
  }
  for (int i = 0; i < 2 && span.end < limit && text[span.end] == '='; ++i) ++span.end;
  return span;
}

// A token that goes on to the left is a slice of something else.
bool begins_here(std::string_view text, std::uint64_t at) {
  if (!begins_word(text, at)) return false;
  return at == 0 || (text[at - 1] != '+' && text[at - 1] != '/');
}

Verdict accept_whole(const ValidatorInput& input) {
  const ByteSpan span = whole_token(input.text, input.secret);
  if (!begins_here(input.text, span.begin)) return Verdict::reject();
  const std::string_view secret = bytes_of(input.text, span);
  if (is_fill(secret.substr(std::min<std::size_t>(48, secret.size() / 2)))) {
    return Verdict::reject();
  }
  return {.match = ByteSpan{std::min(input.match.begin, span.begin),
                            std::max(input.match.end, span.end)},
          .secret = span};
}

}  // namespace

Verdict check_aws_session_token(const ValidatorInput& input) {
  return accept_whole(input);
}

Verdict check_aws_bedrock(const ValidatorInput& input) {
  constexpr std::string_view kLongTerm = "ABSK";
  Verdict verdict = accept_whole(input);
  if (!verdict.accept) return verdict;
  const std::string_view secret = bytes_of(input.text, *verdict.secret);
  if (!secret.starts_with(kLongTerm)) return verdict;
  const auto text = from_base64(secret.substr(kLongTerm.size()));
  if (!text || !text->starts_with("BedrockAPIKey-")) {
    verdict.confidence = Confidence::medium;
    verdict.evidence.emplace_back("does not decode to the name of a key");
    return verdict;
  }
  const std::size_t at = text->find("-at-");
  const std::size_t colon = text->find(':');
  if (at != std::string::npos && colon == at + 4 + 12 &&
      std::all_of(text->begin() + static_cast<std::ptrdiff_t>(at + 4),
                  text->begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
                    return std::isdigit(static_cast<unsigned char>(c)) != 0;
                  })) {
    verdict.evidence.push_back(fmt::format("account {}", text->substr(at + 4, 12)));
  }
  return verdict;
}

}  // namespace leaksieve

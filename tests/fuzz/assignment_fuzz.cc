// Texts of any bytes: one byte says where the word begins. What is read as an
// assignment lies inside the text and inside the reach, and every judgement ends.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "scanner/match/assignment/judge.h"
#include "scanner/match/assignment/name.h"
#include "scanner/match/assignment/reader.h"
#include "scanner/match/validators/generic_secret.h"
#include "scanner/match/validators/url_parameter.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  if (size < 3) return 0;
  // A copy of its own, so that a byte too far is seen.
  const auto bytes = std::make_unique<char[]>(size - 2);
  std::copy(data + 2, data + size, bytes.get());
  const std::string_view text(bytes.get(), size - 2);
  const std::uint64_t begin = data[0] % (text.size() + 1);
  const std::uint64_t end = std::min<std::uint64_t>(text.size(), begin + data[1] % 32);
  const ByteSpan word{begin, end};

  if (const auto found = read_assignment(text, word)) {
    if (found->value.begin > found->value.end || found->value.end > text.size() ||
        found->value.end > begin + kReachAfter || found->value.size() == 0) {
      std::abort();
    }
    const std::string_view value = bytes_of(text, found->value);
    for (const NameKind kind : {NameKind::password, NameKind::secret, NameKind::weak}) {
      judge_assignment(*found, value, kind);
    }
    kind_of_name(found->name);
  }
  for (const Validator check :
       {check_generic_password, check_generic_secret, check_url_parameter}) {
    const Verdict verdict = check({text, word, word});
    if (verdict.secret && (verdict.secret->end > text.size() ||
                           !verdict.match->contains(*verdict.secret))) {
      std::abort();
    }
  }
  return 0;
}

#include "scanner/detect/decoded.h"

#include <algorithm>
#include <string>
#include <utility>

#include "scanner/text/decoded_text.h"
#include "scanner/text/encoded_runs.h"
#include "scanner/text/escaped_text.h"
#include "scanner/text/joined_text.h"
#include "scanner/text/wide_text.h"

namespace leaksieve {
namespace {

constexpr int kDeepest = 3;
constexpr std::string_view kDecodedFrom = "decoded from ";

// Whether the surroundings were decoded too and are written as the file is.
bool keeps_syntax(Encoding encoding) {
  return encoding != Encoding::base64 && encoding != Encoding::hex;
}

// Whether a match, with the bytes that its boundaries are about, stands there in clear.
bool stands_in_clear(const DecodedText& decoded, ByteSpan match) {
  return decoded.map.is_copied(
      {match.begin - std::min<std::uint64_t>(match.begin, 1),
       std::min<std::uint64_t>(match.end + 1, decoded.bytes.size())});
}

// "https://user:pass%40word@host" stands in clear: its "%40" belongs to the password
// and does not end it.
bool ends_at_encoded_sign(const DecodedText& decoded, const Candidate& candidate) {
  const std::string_view bytes = decoded.bytes;
  const std::uint64_t end = candidate.secret.end;
  const std::size_t scheme = bytes.find("://", candidate.match.begin);
  return end < bytes.size() && bytes[end] == '@' && scheme < candidate.secret.begin &&
         decoded.map.is_copied({scheme, scheme + 3}) &&
         !decoded.map.is_copied({end, end + 1});
}

// Puts a candidate of a decoded text on the bytes it was decoded from.
void put_outside(const DecodedText& from, Candidate& candidate) {
  if (candidate.value.empty()) {
    candidate.value = std::string(bytes_of(from.bytes, candidate.secret));
  }
  if (from.encoding == Encoding::joined) {
    candidate.secret = from.map.first_piece(candidate.secret);
  }
  candidate.match = from.map.raw(candidate.match);
  candidate.secret = from.map.raw(candidate.secret);
  for (RelatedSpan& related : candidate.related) {
    related.span = from.map.raw(related.span);
  }
  const std::string name(name_of(from.encoding));
  if (candidate.decodings++ == 0) {
    candidate.evidence.insert(candidate.evidence.begin(),
                              std::string(kDecodedFrom) + name);
  } else {
    candidate.evidence[0].insert(kDecodedFrom.size(), name + ", then ");
  }
}

// Everything decoded out of one text. `find` sets scratch.known.
class Descent {
 public:
  Descent(const DecodedFinder::FindClear& find, Matcher::Scratch& scratch)
      : find_(find), scratch_(scratch) {}

  // Visits what touches `near`; gives how far it looked, 0 if it wants no more.
  template <class Visit>
  static std::uint64_t visit(std::string_view text, ByteSpan near, const Visit& each) {
    if (!visit_escaped(text, near, each) || !visit_joined(text, near, each) ||
        !visit_wide_runs(text, near, each)) {
      return 0;
    }
    return visit_encoded_runs(text, near, each);
  }

  // Appends what a decoded text holds, put into the text it came from.
  bool read(const DecodedText& decoded, int depth, std::uint64_t& budget,
            std::vector<Candidate>& out) {
    std::vector<Candidate> inner;
    if (!find_(decoded.bytes, keeps_syntax(decoded.encoding), scratch_, inner)) {
      return false;
    }
    warm = warm || !scratch_.known.empty();
    bool ok = true;
    if (depth < kDeepest) {
      const auto each = [&](const DecodedText& below) {
        if (below.bytes.size() > budget) {
          warm = true;
          return true;
        }
        budget -= below.bytes.size();
        ok = read(below, depth + 1, budget, inner);
        return ok;
      };
      visit(decoded.bytes, {0, decoded.bytes.size()}, each);
    }
    for (Candidate& candidate : inner) {
      if (candidate.secret.size() == 0 || stands_in_clear(decoded, candidate.match) ||
          ends_at_encoded_sign(decoded, candidate)) {
        continue;
      }
      put_outside(decoded, candidate);
      out.push_back(std::move(candidate));
    }
    return ok;
  }

  bool read(const DecodedText& decoded, std::vector<Candidate>& out) {
    constexpr std::uint64_t kLeast = 1 << 16;
    std::uint64_t budget = kLeast + 2 * decoded.bytes.size();
    return read(decoded, 1, budget, out);
  }

  bool warm = false;

 private:
  const DecodedFinder::FindClear& find_;
  Matcher::Scratch& scratch_;
};

}  // namespace

bool DecodedFinder::find(std::string_view text, Matcher::Scratch& scratch,
                         std::vector<Candidate>& out) const {
  Descent descent(find_, scratch);
  bool ok = true;
  Descent::visit(text, {0, text.size()}, [&](const DecodedText& decoded) {
    ok = descent.read(decoded, out);
    return ok;
  });
  return ok;
}

bool DecodedFinder::finds_in(std::string_view text, std::span<const ByteSpan> spans,
                             Matcher::Scratch& scratch) const {
  Descent descent(find_, scratch);
  std::vector<Candidate> found;
  std::uint64_t seen = 0;
  for (ByteSpan span : spans) {
    span.begin = std::max(span.begin, std::min(seen, span.end));
    if (span.size() == 0) continue;
    seen = Descent::visit(text, span, [&](const DecodedText& decoded) {
      return descent.read(decoded, found) && !descent.warm;
    });
    // A failure of Hyperscan says that there may be something too.
    if (seen == 0) return true;
  }
  return false;
}

}  // namespace leaksieve

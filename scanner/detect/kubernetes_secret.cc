#include "scanner/detect/kubernetes_secret.h"

#include <algorithm>
#include <optional>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/base/text_encoding.h"
#include "scanner/match/assignment/judge.h"
#include "scanner/match/assignment/name.h"
#include "scanner/match/validators/placeholder.h"

namespace leaksieve {
namespace {

// More of one manifest is not looked at; a Secret holds at most 1 MiB.
constexpr std::uint64_t kLongestManifest = 2U << 20;

// Two JSON objects of a kind stand further apart than this; it bounds the work.
constexpr std::uint64_t kNextObject = 64;

struct Entry {
  std::string_view key;
  ByteSpan value;
  bool encoded = false;
};

ByteSpan span_of(std::string_view text, std::string_view part) {
  const auto begin = static_cast<std::uint64_t>(part.data() - text.data());
  return {begin, begin + part.size()};
}

// The YAML document around `at`: between lines of "---".
ByteSpan document_around(std::string_view text, std::uint64_t at) {
  const std::size_t before = text.substr(0, at).rfind("\n---");
  const std::size_t after = text.find("\n---", at);
  const std::uint64_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::uint64_t end = after == std::string_view::npos ? text.size() : after;
  return {begin, std::min(end, begin + kLongestManifest)};
}

// The entries of "data:" and "stringData:" at the indentation of "kind:".
void read_yaml(std::string_view text, ByteSpan document, std::size_t indent,
               std::vector<Entry>& entries) {
  std::string_view rest = bytes_of(text, document);
  bool inside = false;
  bool encoded = false;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    const std::size_t first = line.find_first_not_of(" \r");
    if (first == std::string_view::npos || line[first] == '#') continue;
    std::string_view content = line.substr(first);
    if (first <= indent) {
      if (content.starts_with("- ")) content.remove_prefix(2);
      encoded = content.starts_with("data:");
      inside = encoded || content.starts_with("stringData:");
      continue;
    }
    const std::size_t colon = content.find(": ");
    if (!inside || colon == std::string_view::npos) continue;
    std::string_view value = content.substr(colon + 2);
    if (const std::size_t comment = value.find(" #"); comment != std::string_view::npos)
      value = value.substr(0, comment);
    value = trimmed(trimmed(value, " \r"), "\"'");
    const std::string_view key = trimmed(content.substr(0, colon), " \"'");
    if (!value.empty() && value != "|" && value != ">" && value != "|-") {
      entries.push_back({key, span_of(text, value), encoded});
    }
  }
}

// The string pairs of "data": {...} and "stringData": {...} next to "kind".
void read_json(std::string_view text, std::uint64_t at, std::vector<Entry>& entries) {
  constexpr std::uint64_t kAround = 8192;
  const std::uint64_t begin = at - std::min(at, kAround);
  const std::string_view near = text.substr(begin, 2 * kAround);
  for (const std::string_view name : {"\"data\"", "\"stringData\""}) {
    const std::size_t open = near.find('{', std::min(near.find(name), near.size()));
    if (open == std::string_view::npos) continue;
    std::string_view rest = near.substr(open + 1, near.find('}', open) - open - 1);
    // "key": "value", ...: every second string is a value.
    std::string_view key;
    for (std::size_t quote = rest.find('"'); quote != std::string_view::npos;
         quote = rest.find('"')) {
      rest.remove_prefix(quote + 1);
      const std::size_t close = rest.find('"');
      if (close == std::string_view::npos) break;
      const std::string_view string = rest.substr(0, close);
      rest.remove_prefix(close + 1);
      if (key.empty()) {
        key = string;
      } else {
        entries.push_back({key, span_of(text, string), name == "\"data\""});
        key = {};
      }
    }
  }
}

// Who and where, not what: "username", "host", "ca.crt".
bool is_public_entry(std::string_view key) {
  const std::string lower = to_lower(key);
  for (const std::string_view word :
       {"username", "user", "login", "host", "hostname", "port", "database", "dbname",
        "ca.crt", "tls.crt", "url", "endpoint", "email", "region", "bucket",
        "namespace"}) {
    if (lower == word || lower.ends_with(std::string("_") + std::string(word)) ||
        lower.ends_with(std::string("-") + std::string(word))) {
      return true;
    }
  }
  return false;
}

bool is_printable(std::string_view value) {
  return std::none_of(value.begin(), value.end(), [](char c) {
    return (c >= 0 && c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == '\x7f';
  });
}

Verdict judge(const Entry& entry, std::string_view value) {
  constexpr std::size_t kShortestKey = 100;  // an empty frame has fewer
  if (value.find("PRIVATE KEY-----") != std::string_view::npos) {
    if (value.size() < kShortestKey) return Verdict::reject();
    Verdict verdict;
    verdict.confidence = Confidence::high;
    verdict.severity = Severity::critical;
    verdict.evidence.emplace_back("a private key");
    return verdict;
  }
  value = trimmed(value, "\r\n ");
  if (is_public_entry(entry.key) || value.size() < 4) return Verdict::reject();
  if (!is_printable(value)) {
    // Keys of encryption are bytes; keystores and images are longer.
    if (value.size() < 16 || value.size() > 128) return Verdict::reject();
    Verdict verdict;
    verdict.confidence = Confidence::medium;
    verdict.evidence.emplace_back("bytes, as a key has them");
    return verdict;
  }
  const NameKind kind = kind_of_name(entry.key);
  if (kind == NameKind::password || kind == NameKind::none || kind == NameKind::weak) {
    return judge_password(value, kind != NameKind::password);
  }
  const Verdict verdict = judge_secret(value, kind);
  return verdict.accept ? verdict : judge_password(value, true);
}

}  // namespace

void read_kubernetes_secrets(std::string_view text, RuleIndex rule,
                             std::span<const Rule> rules,
                             std::vector<Candidate>& candidates) {
  std::vector<Entry> entries;
  std::uint64_t done = 0;  // a document is read once
  std::vector<Candidate> kept;
  for (Candidate& candidate : candidates) {
    if (candidate.rule != rule) {
      kept.push_back(std::move(candidate));
      continue;
    }
    const std::uint64_t at = candidate.match.begin;
    if (at < done) continue;
    if (at > 0 && text[at - 1] == '"') {
      read_json(text, at, entries);
      done = at + kNextObject;
      continue;
    }
    const ByteSpan document = document_around(text, at);
    done = document.end;
    const std::size_t line = text.substr(0, at).rfind('\n');
    read_yaml(text, document, at - (line == std::string_view::npos ? 0 : line + 1),
              entries);
  }
  const int specificity = rules[to_size(rule)].specificity;
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return a.value < b.value; });
  const auto covered = [&](const Candidate& other) {
    const auto next = std::lower_bound(
        entries.begin(), entries.end(), other.secret.begin,
        [](const Entry& e, std::uint64_t begin) { return e.value.end <= begin; });
    return next != entries.end() && next->value.overlaps(other.secret) &&
           rules[to_size(other.rule)].specificity < specificity;
  };
  kept.erase(std::remove_if(kept.begin(), kept.end(), covered), kept.end());
  for (const Entry& entry : entries) {
    const std::string_view raw = bytes_of(text, entry.value);
    if (is_reference(raw)) continue;
    const std::optional<std::string> decoded =
        entry.encoded ? from_base64(raw) : std::string(raw);
    if (!decoded) continue;
    Verdict verdict = judge(entry, *decoded);
    if (!verdict.accept) continue;
    const Rule& own = rules[to_size(rule)];
    verdict.evidence.emplace_back(entry.encoded ? "base64 is no encryption"
                                                : "an entry of stringData");
    kept.push_back({rule,
                    entry.value,
                    entry.value,
                    verdict.severity.value_or(own.severity),
                    verdict.confidence.value_or(own.confidence),
                    std::move(verdict.evidence),
                    {}});
  }
  candidates = std::move(kept);
}

}  // namespace leaksieve

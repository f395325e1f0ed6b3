#include "scanner/match/validators/kubernetes_secret.h"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/match/validators/base64.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kFurthest = 64 * 1024;

// The line that holds byte `at`, without its end.
ByteSpan line_at(std::string_view text, std::uint64_t at) {
  const std::size_t before =
      at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::uint64_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::uint64_t end = std::min<std::uint64_t>(text.find('\n', at), text.size());
  return {begin, end};
}

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Whether another manifest begins or ends with this line. Of those without a "---"
// between them, the kind of the next tells; so no line is looked at for many of them.
bool is_border(std::string_view line, std::size_t level) {
  if (line.starts_with("---")) return true;
  const std::size_t begin = indentation(line);
  if (begin > level) return false;
  std::string_view name = line.substr(begin);
  if (name.starts_with("- ")) name.remove_prefix(2);
  if (name.starts_with('"') || name.starts_with('\'')) name.remove_prefix(1);
  return name.starts_with("kind");
}

// The lines of the manifest of which `kind` is one.
ByteSpan manifest_of(std::string_view text, ByteSpan kind, std::size_t level) {
  ByteSpan manifest = kind;
  while (manifest.begin > 0 && kind.begin - manifest.begin < kFurthest) {
    const ByteSpan line = line_at(text, manifest.begin - 1);
    if (is_border(bytes_of(text, line), level)) break;
    manifest.begin = line.begin;
  }
  while (manifest.end + 1 < text.size() && manifest.end - kind.end < kFurthest) {
    const ByteSpan line = line_at(text, manifest.end + 1);
    if (is_border(bytes_of(text, line), level)) break;
    manifest.end = line.end;
  }
  return manifest;
}

struct Entry {
  std::string_view key;
  ByteSpan value;  // without quotes
};

// "key: value" of a line; nothing if it is something else.
std::optional<Entry> entry_of(std::string_view text, ByteSpan line) {
  const std::string_view bytes = bytes_of(text, line);
  const std::size_t colon = bytes.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::size_t begin = indentation(bytes);
  if (bytes.substr(begin).starts_with("- ")) begin += 2;
  if (begin >= colon) return std::nullopt;
  Entry entry;
  entry.key = bytes.substr(begin, colon - begin);
  while (!entry.key.empty() &&
         (entry.key.front() == '"' || entry.key.front() == '\'')) {
    entry.key.remove_prefix(1);
  }
  while (!entry.key.empty() && (entry.key.back() == '"' || entry.key.back() == '\'')) {
    entry.key.remove_suffix(1);
  }
  std::size_t end = bytes.size();
  begin = std::min(bytes.find_first_not_of(" \t", colon + 1), end);
  while (end > begin &&
         (bytes[end - 1] == ' ' || bytes[end - 1] == '\t' || bytes[end - 1] == '\r')) {
    --end;
  }
  if (end - begin >= 2 && bytes[begin] == bytes[end - 1] &&
      (bytes[begin] == '"' || bytes[begin] == '\'')) {
    ++begin;
    --end;
  }
  entry.value = {line.begin + begin, line.begin + end};
  return entry;
}

// Names of what is no secret in a secret.
bool is_plain_name(std::string_view key) {
  const std::string name = to_lower(key);
  for (const std::string_view end :
       {"user",     "username",  "host",      "hostname",  "port",
        "database", "dbname",    "email",     "crt",       "cert",
        "ca.pem",   "namespace", "region",    "endpoint",  "bucket",
        "enabled",  "public",    "client-id", "client_id", "clientid"}) {
    if (name.ends_with(end)) return true;
  }
  return false;
}

bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\r' || c == '\t';
  });
}

bool is_secret_value(std::string_view value) {
  constexpr std::size_t kShortest = 4;
  while (!value.empty() && (value.back() == '\n' || value.back() == '\r')) {
    value.remove_suffix(1);
  }
  // Bytes that are no text may be a key; more of them are a file of some kind.
  constexpr std::size_t kShortestKey = 16;
  constexpr std::size_t kLongestKey = 128;
  if (!is_printable(value)) {
    return value.size() >= kShortestKey && value.size() <= kLongestKey;
  }
  if (value.size() < kShortest) return false;
  if (value.find("\"auth\"") != std::string_view::npos) return true;  // of registries
  if (value.find("-----BEGIN") != std::string_view::npos) {
    return value.find("PRIVATE KEY") != std::string_view::npos;
  }
  return !is_placeholder(value) && !is_weak_password(value) && !is_well_known(value) &&
         value != "true" && value != "false";
}

// Whether a value begins a block of the lines below it, indented further.
bool begins_block(std::string_view value) {
  return value == "|" || value == "|-" || value == "|+" || value == ">" ||
         value == ">-" || value == ">+";
}

// Widens `value`, which ends a line of the given indentation, to the block below it.
ByteSpan block_below(std::string_view text, ByteSpan value, std::size_t level,
                     std::uint64_t end) {
  ByteSpan block{value.end, value.end};
  for (std::uint64_t at = line_at(text, value.end).end + 1; at < end;) {
    const ByteSpan line = line_at(text, at);
    const std::string_view bytes = bytes_of(text, line);
    if (is_blank_line(bytes) || indentation(bytes) <= level) break;
    if (block.size() == 0) block.begin = line.begin + indentation(bytes);
    block.end = line.end;
    at = line.end + 1;
  }
  return block;
}

bool is_secret(std::string_view value, bool encoded) {
  if (!encoded) return is_secret_value(value);
  std::string digits;
  for (const char c : value) {
    if (std::isspace(static_cast<unsigned char>(c)) == 0) digits += c;
  }
  const auto bytes = decode_base64(digits);
  return bytes && is_secret_value(*bytes);
}

}  // namespace

Verdict check_kubernetes_secret(const ValidatorInput& input) {
  const std::string_view text = input.text;
  const ByteSpan kind = line_at(text, input.match.begin);
  const std::size_t level = indentation(bytes_of(text, kind));
  const ByteSpan manifest = manifest_of(text, kind, level);
  std::optional<ByteSpan> first;
  std::size_t secrets = 0;
  bool inside = false;
  bool encoded = false;
  for (std::uint64_t at = manifest.begin; at < manifest.end;) {
    const ByteSpan line = line_at(text, at);
    at = line.end + 1;
    const std::string_view bytes = bytes_of(text, line);
    if (is_blank_line(bytes)) continue;
    auto entry = entry_of(text, line);
    if (indentation(bytes) <= level) {
      inside = entry && indentation(bytes) == level && entry->value.size() == 0 &&
               (entry->key == "data" || entry->key == "stringData");
      encoded = inside && entry->key == "data";
      continue;
    }
    if (!inside || !entry || is_plain_name(entry->key)) continue;
    if (begins_block(bytes_of(text, entry->value))) {
      entry->value = block_below(text, entry->value, indentation(bytes), manifest.end);
      at = std::max(at, entry->value.end);
    }
    if (!is_secret(bytes_of(text, entry->value), encoded)) continue;
    ++secrets;
    if (!first) first = entry->value;
  }
  if (!first) return Verdict::reject();
  Verdict verdict;
  verdict.match = *first;
  verdict.secret = *first;
  verdict.evidence.push_back(secrets == 1 ? "one value of a Kubernetes secret"
                                          : "the first of " + std::to_string(secrets) +
                                                " values of a Kubernetes secret");
  return verdict;
}

}  // namespace leaksieve

#include "scanner/policy/ignore_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

bool is_commit(std::string_view text) {
  return text.size() == 40 && std::all_of(text.begin(), text.end(),
                                          [](char c) { return hex_value(c) >= 0; });
}

// The part behind the last colon, which is taken off.
std::optional<std::string_view> take_last(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view part = text.substr(colon + 1);
  text = text.substr(0, colon);
  return part;
}

std::optional<Acceptance> read_entry(std::string_view text) {
  const auto number = take_last(text);
  const auto rule = number ? take_last(text) : std::nullopt;
  if (!rule || rule->empty() || text.empty()) return std::nullopt;
  std::uint64_t line = 0;
  const auto [end, error] =
      std::from_chars(number->data(), number->data() + number->size(), line);
  if (error != std::errc() || end != number->data() + number->size()) {
    return std::nullopt;
  }
  Acceptance entry;
  entry.rule = *rule;
  entry.line = line;
  if (text.size() > 41 && text[40] == ':' && is_commit(text.substr(0, 40))) {
    entry.commit = to_lower(text.substr(0, 40));
    text.remove_prefix(41);
  }
  std::string path(text);
  std::replace(path.begin(), path.end(), '\\', '/');
  while (path.starts_with("./")) path.erase(0, 2);
  entry.paths.push_back(std::move(path));
  return entry;
}

}  // namespace

Acceptances read_ignore_file(std::string_view text, const std::string& name,
                             Diagnostics& diagnostics) {
  Acceptances out;
  std::size_t wrong = 0;
  std::size_t first_wrong = 0;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = trimmed(take_line(text));
    if (line.empty() || line.starts_with('#')) continue;
    std::optional<Acceptance> entry = read_entry(line);
    if (!entry) {
      if (wrong++ == 0) first_wrong = number;
      continue;
    }
    entry->source = fmt::format("{}:{}", name, number);
    out.entries.push_back(std::move(*entry));
  }
  if (wrong > 0) {
    diagnostics.push_back(
        {Diagnostic::Level::warning,
         fmt::format("{} line{} no fingerprint such as path:rule:line, the first is "
                     "line {}",
                     wrong, wrong == 1 ? " is" : "s are", first_wrong),
         name, "", false});
  }
  return out;
}

}  // namespace leaksieve

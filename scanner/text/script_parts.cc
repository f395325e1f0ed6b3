#include "scanner/text/script_parts.h"

#include <algorithm>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

std::size_t indentation_of(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

bool is_empty(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// The end of the lines after `begin` that are further in than `column`; empty ones
// count.
std::size_t end_of_block(std::string_view text, std::size_t begin, std::size_t column,
                         bool lists) {
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const std::size_t in = indentation_of(line);
    const bool item = lists && in == column && line.substr(in).starts_with("- ");
    if (!is_empty(line) && in <= column && !item) return begin;
    begin = end + 1;
  }
  return text.size();
}

void add_run_lines(std::string_view text, std::vector<ScriptPart>& parts) {
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t word = begin + indentation_of(text.substr(begin, end - begin));
    if (to_lower(text.substr(word, 4)) == "run " && text[word + 4] != '[') {
      while (
          end < text.size() && end > begin &&
          (text[end - 1] == '\\' || (text[end - 1] == '\r' && text[end - 2] == '\\'))) {
        end = std::min(text.find('\n', end + 1), text.size());
      }
      parts.push_back({{word + 4, end}});
    }
    begin = end + 1;
  }
}

// A scalar or a list that begins after `key:` on a line.
void add_value(std::string_view text, std::size_t value, std::size_t line_end,
               std::size_t column, std::vector<ScriptPart>& parts) {
  while (value < line_end && (text[value] == ' ' || text[value] == '\t')) ++value;
  std::string_view rest = text.substr(value, line_end - value);
  while (!rest.empty() && (rest.back() == ' ' || rest.back() == '\r'))
    rest.remove_suffix(1);
  const bool block = rest.starts_with('|') || rest.starts_with('>');
  if (block) {
    parts.push_back({{std::min(line_end + 1, text.size()),
                      end_of_block(text, line_end + 1, column, false)}});
  } else if (rest.empty()) {
    // A list: each item is a line of its own, a block scalar, or in quotes.
    const std::size_t end = end_of_block(text, line_end + 1, column, true);
    for (std::size_t begin = line_end + 1; begin < end;) {
      const std::size_t item_end = std::min(text.find('\n', begin), end);
      const std::string_view line = text.substr(begin, item_end - begin);
      const std::size_t in = indentation_of(line);
      if (line.substr(in).starts_with("- ")) {
        const std::string_view item = line.substr(in + 2);
        if (item.starts_with('|') || item.starts_with('>')) {
          const std::size_t block_end =
              std::min(end_of_block(text, item_end + 1, in, false), end);
          parts.push_back({{std::min(item_end + 1, end), block_end}});
          begin = std::max(block_end, item_end + 1);
          continue;
        }
        const bool quoted = item.starts_with('"') || item.starts_with('\'');
        parts.push_back({{begin + in + 2 + (quoted ? 1 : 0), item_end}});
      }
      begin = item_end + 1;
    }
  } else {
    const bool quoted = (rest.front() == '"' || rest.front() == '\'') &&
                        rest.size() > 1 && rest.back() == rest.front();
    parts.push_back(
        {{value + (quoted ? 1 : 0), value + rest.size() - (quoted ? 1 : 0)}});
  }
}

// Whether the step whose `run:` is on the line at `line` says `shell: python`, above it
// or below its script, which ends at `end`.
bool step_runs_python(std::string_view text, std::size_t line, std::size_t end) {
  const auto says_python = [](std::string_view words) {
    const std::size_t at = words.find("shell: python");
    return at != std::string_view::npos;
  };
  std::size_t begin = line;
  for (int lines = 0; lines < 12 && begin > 0; ++lines) {
    const std::size_t before =
        begin < 2 ? std::string_view::npos : text.rfind('\n', begin - 2);
    begin = before == std::string_view::npos ? 0 : before + 1;
    const std::string_view now = text.substr(begin, 200);
    if (now.substr(std::min(now.find_first_not_of(' '), now.size())).starts_with("- "))
      break;
  }
  if (says_python(text.substr(begin, line - begin))) return true;
  const std::string_view after = text.substr(end, 200);
  return says_python(after.substr(0, after.find("- ")));
}

void add_workflow_steps(std::string_view text, std::string_view path,
                        std::vector<ScriptPart>& parts) {
  static constexpr std::string_view kKeys[] = {
      "run",      "script",  "before_script", "after_script", "bash", "command",
      "commands", "install", "inlineScript",  "powershell",   "pwsh", "cmd"};
  // In a workflow of GitHub `script` is JavaScript.
  const bool github = path.find(".github/") != std::string_view::npos;
  std::size_t skip_until = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::size_t key = begin + indentation_of(text.substr(begin, end - begin));
    const std::size_t line = begin;
    begin = end + 1;
    if (line < skip_until) continue;
    while (text.substr(key, end - key).starts_with("- ")) key += 2;
    const std::size_t colon = text.substr(0, end).find(':', key);
    if (colon == std::string_view::npos) continue;
    const std::string_view name = text.substr(key, colon - key);
    if (std::find(std::begin(kKeys), std::end(kKeys), name) == std::end(kKeys))
      continue;
    const std::size_t before = parts.size();
    add_value(text, colon + 1, end, key - line, parts);
    for (std::size_t i = before; i < parts.size(); ++i) {
      if (github && name == "script") parts[i].language = CodeLanguage::javascript;
      if (name == "run" && step_runs_python(text, line, parts[i].span.end)) {
        parts[i].language = CodeLanguage::python;
      }
    }
    if (parts.size() > before) skip_until = parts.back().span.end;
  }
}

}  // namespace

std::vector<ScriptPart> script_parts(std::string_view text, CodeLanguage language,
                                     std::string_view path) {
  std::vector<ScriptPart> parts;
  if (language == CodeLanguage::dockerfile) {
    add_run_lines(text, parts);
  } else if (language == CodeLanguage::ci) {
    add_workflow_steps(text, path, parts);
  } else {
    parts.push_back({{0, text.size()}});
  }
  return parts;
}

}  // namespace leaksieve

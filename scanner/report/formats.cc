#include "scanner/report/formats.h"

#include <algorithm>

#include "scanner/report/json.h"
#include "scanner/report/sarif.h"
#include "scanner/report/text.h"

namespace leaksieve {
namespace {

constexpr Format kFormats[] = {
    {"text", "for people, at the terminal", render_text},
    {"json", "one object, for scripts (schema leaksieve/1)", render_json},
    {"jsonl", "the same as JSON Lines: a header, then one finding a line",
     render_jsonl},
    {"sarif", "SARIF 2.1.0, for GitHub code scanning and others", render_sarif},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  const std::span<const Format> all = formats();
  const auto found = std::find_if(all.begin(), all.end(), [name](const Format& format) {
    return format.name == name;
  });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace leaksieve

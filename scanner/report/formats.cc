#include "scanner/report/formats.h"

#include <algorithm>

#include "scanner/report/csv.h"
#include "scanner/report/github.h"
#include "scanner/report/gitlab.h"
#include "scanner/report/html.h"
#include "scanner/report/json.h"
#include "scanner/report/junit.h"
#include "scanner/report/markdown.h"
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
    {"junit", "JUnit XML: a failed test for each finding", render_junit},
    {"html", "one page to hand over: search, filters, timeline, rotation", render_html},
    {"csv", "a table for spreadsheets, formulas inert", render_csv},
    {"github", "annotations of a GitHub workflow: the ten worst, the rest counted",
     render_github},
    {"markdown", "for a job summary or an issue", render_markdown},
    {"gitlab", "GitLab's report of secret detection, schema 15.2.1", render_gitlab},
    {"gitlab-codequality", "GitLab's report of code quality",
     render_gitlab_codequality},
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

#pragma once

#include <string>
#include <string_view>

namespace leaksieve {

/// The escapes of the formats that are made of markup or commands. Each begins with
/// visible(), so that what it gives is valid UTF-8 on one line.

/// `text` as character data or as a quoted attribute of XML 1.0 and of HTML: '&', '<',
/// '>' and both quotes are references, and what XML does not allow (U+FFFE, U+FFFF) is
/// U+FFFD.
std::string markup_text(std::string_view text);

/// `text` as one cell of a comma-separated file, in double quotes (RFC 4180). No
/// spreadsheet takes it for a formula: an apostrophe stands before each '=', '+', '-'
/// or '@' that begins the cell or follows a character at which a program set to other
/// separators would begin one (OWASP, "CSV Injection", read in 2026).
std::string csv_cell(std::string_view text);

/// `text` after the "::" of a GitHub workflow command, and as a value of one of its
/// properties. Source: actions/toolkit, packages/core/src/command.ts, read in 2026.
std::string workflow_data(std::string_view text);
std::string workflow_property(std::string_view text);

/// `text` as code in GitHub's and GitLab's Markdown, also in a cell of a table. Every
/// ASCII character but letters, digits and blanks is a numeric reference inside
/// <code>, so that neither Markdown (links, images, HTML, tables) nor what comes after
/// it (mentions, issues, commits) finds anything in it. Empty stays empty.
std::string markdown_code(std::string_view text);

/// `text`, which comes from a rule, as ordinary words in Markdown: what could be
/// markup is a numeric reference, the rest stays readable in the source.
std::string markdown_text(std::string_view text);

}  // namespace leaksieve

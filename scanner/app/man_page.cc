#include "scanner/app/man_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "scanner/report/formats.h"

namespace leaksieve {
namespace {

/// `text` as roff text: no character is a request or an escape, hyphens can be copied.
std::string roff(std::string_view text) {
  std::string out;
  bool starts_line = true;
  for (const char c : text) {
    if (starts_line && (c == '.' || c == '\'')) out += "\\&";
    starts_line = c == '\n';
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string flag_text(const FlagEntry& flag) {
  std::string head;
  for (const std::string& name : flag.names) {
    head += (head.empty() ? "" : ", ") + fmt::format("\\fB{}\\fR", roff(name));
  }
  if (!flag.argument.empty()) {
    head += fmt::format("{}\\fI{}\\fR", head.empty() ? "" : " ", roff(flag.argument));
  }
  std::string help = roff(flag.help);
  if (!flag.standard.empty()) {
    help += fmt::format(" (by default {})", roff(flag.standard));
  }
  return fmt::format(".TP\n{}\n{}.\n", head, help);
}

/// The flags that all scans have, by name.
std::set<std::vector<std::string>> common_flags(const CommandTable& table) {
  std::set<std::vector<std::string>> common;
  bool is_first = true;
  for (const CommandEntry& command : table.commands) {
    std::set<std::vector<std::string>> names;
    for (const FlagEntry& flag : command.flags) {
      if (!flag.names.empty()) names.insert(flag.names);
    }
    if (!names.contains({"-o", "--output"})) continue;
    if (is_first) common = names;
    is_first = false;
    std::erase_if(common, [&](const auto& name) { return !names.contains(name); });
  }
  return common;
}

std::string examples_text(const std::string& examples) {
  return examples.empty() ? "" : fmt::format(".PP\n.nf\n{}\n.fi\n", roff(examples));
}

std::string commands_text(const CommandTable& table) {
  const auto common = common_flags(table);
  const CommandEntry* shown = nullptr;
  std::string out = ".SH COMMANDS\n";
  for (const CommandEntry& command : table.commands) {
    out += fmt::format(".SS \"leaksieve {}\"\n{}.\n", roff(command.name),
                       roff(command.summary));
    for (const FlagEntry& flag : command.flags) {
      if (flag.names.empty() || !common.contains(flag.names)) out += flag_text(flag);
      if (flag.names == std::vector<std::string>{"-o", "--output"}) shown = &command;
    }
    out += examples_text(command.examples);
  }
  if (shown == nullptr) return out;
  out += ".SH OPTIONS OF ALL SCANS\n";
  for (const FlagEntry& flag : shown->flags) {
    if (common.contains(flag.names)) out += flag_text(flag);
  }
  return out;
}

std::string formats_text() {
  std::string out = ".SH FORMATS\n";
  for (const Format& format : formats()) {
    out +=
        fmt::format(".TP\n\\fB{}\\fR\n{}.\n", roff(format.name), roff(format.summary));
  }
  return out;
}

constexpr std::string_view kEnvironment = R"(.SH ENVIRONMENT
.TP
\fBNO_COLOR\fR
If it is not empty, no colours.
.TP
\fBCOLUMNS\fR
The width at which the text report breaks its lines on a terminal.
.TP
\fBLEAKSIEVE\fR
If it is 0, the hooks do nothing.
.SH EXIT STATUS
.TP
0
Nothing that fails, and everything promised was looked at.
.TP
1
Findings that fail.
.TP
2
It could not be done: arguments, repository, rules, output.
.TP
3
Nothing that fails, but something could not be read.
.SH SEE ALSO
.BR git (1),
.BR githooks (5)
)";

}  // namespace

std::string man_page(const CommandTable& table, std::string_view version) {
  return fmt::format(
             ".TH LEAKSIEVE 1 \"\" \"leaksieve {}\" \"User Commands\"\n"
             ".SH NAME\nleaksieve \\- find credentials in git\n"
             ".SH SYNOPSIS\n\\fBleaksieve\\fR \\fICOMMAND\\fR [\\fIFLAG\\fR]...\n"
             ".SH DESCRIPTION\n{}\nSecrets are redacted in every report unless "
             "\\fB\\-\\-show\\-secrets\\fR is given.\n",
             roff(version), roff(table.summary)) +
         commands_text(table) + formats_text() + std::string(kEnvironment);
}

}  // namespace leaksieve

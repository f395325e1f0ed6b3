#include "scanner/app/output.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <string>

#include "scanner/base/file.h"
#include "scanner/report/formats.h"
#include "scanner/report/purge_plan.h"
#include "scanner/report/rotation_plan.h"

namespace leaksieve {
namespace {

// https://no-color.org: any value that is not empty turns colours off.
bool wants_color(ColorWhen when) {
  if (when != ColorWhen::auto_) return when == ColorWhen::always;
  const char* no_color = std::getenv("NO_COLOR");
  const char* terminal = std::getenv("TERM");
  return (no_color == nullptr || *no_color == '\0') && terminal != nullptr &&
         std::string_view(terminal) != "dumb" && ::isatty(STDOUT_FILENO) == 1;
}

/// Narrower than this nothing can be laid out: the terminal breaks the lines then.
constexpr std::size_t kMinColumns = 20;

/// The width to break lines at: COLUMNS if it is a number, else the terminal's; 0 where
/// standard output is no terminal, so that `grep` and editors find whole lines.
std::size_t columns_wanted() {
  if (::isatty(STDOUT_FILENO) != 1) return 0;
  std::size_t columns = 0;
  if (const char* text = std::getenv("COLUMNS"); text != nullptr) {
    std::from_chars(text, text + std::strlen(text), columns);
  }
  winsize size{};
  if (columns == 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    columns = size.ws_col;
  }
  return columns == 0 ? 0 : std::max(columns, kMinColumns);
}

}  // namespace

Result<void> write_standard_output(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return Error{
          fmt::format("cannot write to standard output: {}", std::strerror(errno))};
    }
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

Result<void> write_reports(const Report& report, const Options& options) {
  if (options.command == Command::purge_plan) {
    return write_standard_output(render_purge_plan(report));
  }
  if (!options.rotation_plan.empty()) {
    const RenderOptions render{.secrets = options.secrets};
    SCANNER_CHECK(
        write_output(options.rotation_plan, render_rotation_plan(report, render)));
  }
  for (const OutputTarget& target : options.outputs) {
    const bool is_shown = target.file.empty();
    const RenderOptions render{.secrets = options.secrets,
                               .color = is_shown && wants_color(options.color),
                               .quiet = options.quiet,
                               .summary = options.summary,
                               .width = is_shown ? columns_wanted() : 0};
    const std::string text = find_format(target.format)->render(report, render);
    if (target.file.empty()) {
      SCANNER_CHECK(write_standard_output(text));
    } else {
      SCANNER_CHECK(write_output(target.file, text));
    }
  }
  return {};
}

}  // namespace leaksieve

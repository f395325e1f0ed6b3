#include "scanner/app/output.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "scanner/base/file.h"
#include "scanner/report/formats.h"

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
  for (const OutputTarget& target : options.outputs) {
    const RenderOptions render{options.secrets,
                               target.file.empty() && wants_color(options.color),
                               options.quiet};
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

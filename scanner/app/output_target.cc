#include "scanner/app/output_target.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "scanner/report/formats.h"

namespace leaksieve {
namespace {

Result<OutputTarget> parse_output(const std::string& text) {
  const std::size_t equals = text.find('=');
  OutputTarget target{text.substr(0, equals),
                      equals == std::string::npos ? "" : text.substr(equals + 1)};
  if (find_format(target.format) == nullptr) {
    return Error{fmt::format("-o: there is no format \"{}\"; there are: {}",
                             target.format, format_names())};
  }
  if (equals != std::string::npos && target.file.empty()) {
    return Error{fmt::format("-o: \"{}\" names no file after the =", text)};
  }
  return target;
}

/// Whether two names, neither empty, lead to one file, which need not exist.
bool is_same_file(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return false;
  std::error_code error;
  const auto canonical = [&error](const std::string& path) {
    // Of a relative path whose first part does not exist nothing would become absolute.
    const auto absolute = std::filesystem::absolute(path, error);
    return error ? absolute : std::filesystem::weakly_canonical(absolute, error);
  };
  const std::filesystem::path left = canonical(a);
  if (error) return false;
  const std::filesystem::path right = canonical(b);
  return !error && left == right;
}

}  // namespace

std::string format_names() {
  std::string names;
  for (const Format& format : formats()) {
    if (!names.empty()) names += ", ";
    names += format.name;
  }
  return names;
}

Result<std::vector<OutputTarget>> output_targets(const std::vector<std::string>& typed,
                                                 const std::string& rotation_plan) {
  std::vector<OutputTarget> targets;
  for (const std::string& text : typed) {
    SCANNER_TRY(OutputTarget target, parse_output(text));
    const bool taken =
        is_same_file(rotation_plan, target.file) ||
        std::any_of(targets.begin(), targets.end(), [&](const OutputTarget& other) {
          return other.file == target.file || is_same_file(other.file, target.file);
        });
    if (taken) {
      return Error{fmt::format("-o: two reports would go to {}; give each its own file",
                               target.file.empty() ? "standard output" : target.file)};
    }
    targets.push_back(std::move(target));
  }
  if (targets.empty()) targets.push_back({"text", ""});
  return targets;
}

}  // namespace leaksieve

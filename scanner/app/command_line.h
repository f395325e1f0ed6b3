#pragma once

#include <string>
#include <variant>

#include "scanner/app/options.h"
#include "scanner/base/result.h"

namespace leaksieve {

/// What the command line asks for: to run, or to print a text (help, version) and end.
using Request = std::variant<Options, std::string>;

/// Reads the command line. Validates only, does nothing. An Error is what to tell the
/// user about a bad argument. `version_text` is what --version prints.
Result<Request> parse_command_line(int argc, const char* const* argv,
                                   const std::string& version_text);

}  // namespace leaksieve

#pragma once

#include <string_view>
#include <vector>

#include "scanner/model/byte_span.h"
#include "scanner/text/code_language.h"

namespace leaksieve {

/// The parts of a file that a shell runs: all of a script; what follows RUN in a
/// Dockerfile; in a workflow the scalars and lists under `run:`, `script:` and their
/// like. In order.
std::vector<ByteSpan> script_parts(std::string_view text, CodeLanguage language,
                                   std::string_view path);

}  // namespace leaksieve

#pragma once

#include <string_view>
#include <vector>

#include "scanner/model/byte_span.h"
#include "scanner/text/code_language.h"

namespace leaksieve {

/// A part of a file that some interpreter reads.
struct ScriptPart {
  ByteSpan span;
  CodeLanguage language = CodeLanguage::shell;  ///< or javascript, python
};

/// The parts of a file that a shell runs: all of a script; what follows RUN in a
/// Dockerfile; in a workflow the scalars and lists under `run:`, `script:` and their
/// like, in a workflow of GitHub also the JavaScript of github-script and the steps of
/// `shell: python`. In order.
std::vector<ScriptPart> script_parts(std::string_view text, CodeLanguage language,
                                     std::string_view path);

}  // namespace leaksieve

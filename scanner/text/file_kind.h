#pragma once

#include <string_view>

namespace leaksieve {

/// How the text of a file is written, as far as values without quotes go.
enum class Syntax {
  unknown,  ///< no path, or an ending that says nothing
  code,     ///< a value without quotes is an expression: .py, .ts, .go, .tf, .json
  configuration,  ///< it is a literal: .yml, .ini, .properties, .conf
  environment,    ///< it is a literal, and secrets are at home here: .env
  script,         ///< it is a literal: .sh, Dockerfile
  markup,         ///< .xml, .html
  prose,          ///< .md, .rst, .txt
};

/// What a path tells about a text. Folders count too.
struct FileKind {
  Syntax syntax = Syntax::unknown;
  bool test = false;         ///< tests, fixtures, mocks
  bool example = false;      ///< examples, samples, templates, demos
  bool document = false;     ///< documentation
  bool foreign = false;      ///< somebody else's or generated: vendor/, *.min.js
  bool translation = false;  ///< texts for people, in their languages
  bool lock = false;         ///< checksums of dependencies, or styles and drawings
};

/// Judges a path as git writes it, in any case of letters.
FileKind file_kind_of(std::string_view path);

}  // namespace leaksieve

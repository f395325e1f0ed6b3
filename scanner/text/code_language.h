#pragma once

#include <string_view>

namespace leaksieve {

/// The languages whose calls, strings and comments we can read. One family where the
/// lexical rules agree.
enum class CodeLanguage {
  none,
  python,
  javascript,  ///< and TypeScript, JSX, Vue, Svelte
  go,
  java,
  kotlin,
  scala,
  groovy,
  rust,
  swift,
  ruby,
  csharp,
  php,
  c,  ///< and C++, Objective-C
  dart,
  other,  ///< code with the common shape of a call: Lua, Perl, Elixir, ...
  shell,
  dockerfile,
  ci,         ///< a workflow whose steps are scripts, in YAML
  terraform,  ///< HCL
};

/// Judged by the last part of `path`, its folders (`.github/workflows/`), and where the
/// name has no ending by the `#!` line of `text`. none for what is no code: data,
/// documents, lock files.
CodeLanguage code_language_of(std::string_view path, std::string_view text);

}  // namespace leaksieve

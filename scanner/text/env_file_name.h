#pragma once

#include <string_view>

namespace leaksieve {

/// What a file is by its name, as far as environment files go.
enum class EnvFile {
  no,         ///< not an environment file: "environment.ts", ".env.d.ts"
  real,       ///< values are expected: ".env", ".env.production", "prod.env", ".envrc"
  template_,  ///< meant to be committed: ".env.example", "env.sample"
  encrypted,  ///< ".env.vault", ".env.gpg"
};

/// Judges the last part of `path`, in any case of letters; folders do not count.
EnvFile env_file_named(std::string_view path);

}  // namespace leaksieve

#pragma once

#include <cstddef>
#include <string_view>

namespace leaksieve {

/// What a file is by its name, as far as environment files go.
enum class EnvFile {
  no,         ///< not an environment file: "environment.ts", ".env.d.ts"
  real,       ///< values are expected: ".env", ".env.production", "prod.env", ".envrc"
  template_,  ///< meant to be committed: ".env.example", "env.sample", ".env.j2"
  encrypted,  ///< ".env.vault", ".env.gpg"
};

/// Judges the last part of `path`, in any case of letters, as file systems that fold it
/// do; folders do not count. Copies that editors and people leave behind (".env.bak",
/// ".env copy", ".env~", "prod.env.old") are what they are copies of.
EnvFile env_file_named(std::string_view path);

/// Where the values of an environment file are used, as its name says it.
enum class EnvMode { any, development, test, staging, production };

constexpr std::string_view name_of(EnvMode mode) {
  constexpr std::string_view kNames[] = {"any", "development", "test", "staging",
                                         "production"};
  return kNames[static_cast<std::size_t>(mode)];
}

/// ".env.production" and "prod.env" are of production, ".env.local" and ".env.dev" of
/// development (".local" alone is a developer's machine; after another mode it says
/// nothing), ".env.preview" of staging; ".env" may be of any. Only the last part of
/// `path` counts, but for a folder that is named for a mode ("envs/production/.env").
EnvMode env_mode_named(std::string_view path);

/// Whether a shell reads the file, so that it holds commands too: ".envrc", ".env.sh".
bool is_shell_env_file(std::string_view path);

}  // namespace leaksieve

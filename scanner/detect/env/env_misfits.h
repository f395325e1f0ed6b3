#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/model/byte_span.h"
#include "scanner/text/dotenv.h"
#include "scanner/text/env_file_name.h"

namespace leaksieve {

/// A value that does not fit the file it stands in or the name it is given.
struct EnvMisfit {
  /// In what way: "debug mode", "wrong mode", "wrong kind", "incomplete". The role of
  /// the related place in a report.
  std::string_view what;
  std::string says;  ///< a sentence, lower case, without bytes of the value
  ByteSpan span;     ///< of the value in the text
};

/// The mode of an environment file: what its name says; else what the variables in it
/// that name a mode say (NODE_ENV, APP_ENV, RAILS_ENV, ...).
EnvMode mode_of_env_file(std::string_view path,
                         const std::vector<DotenvEntry>& entries);

/// What does not fit, in the order of the text: debugging switched on and keys of a
/// test mode in a file of production, live keys in one of development, a publishable
/// key under the name of a secret one and the reverse, a key that is cut off.
///
/// Sources: the providers' documentation of their keys' beginnings and lengths (Stripe,
/// Clerk, Razorpay, Mollie, Square, Supabase, AWS, GitHub, GitLab, SendGrid, Svix),
/// Django's deployment checklist, 2026-11.
std::vector<EnvMisfit> env_misfits(EnvMode mode,
                                   const std::vector<DotenvEntry>& entries);

}  // namespace leaksieve

#pragma once

#include <optional>
#include <string_view>

#include "scanner/text/decoded_text.h"

namespace leaksieve {

/// Whether a text is UTF-16 or UTF-32 as a whole: it begins with a byte order mark of
/// one, or its first bytes, 16 or more, are ASCII between zeros. Not
/// where the end is plain ASCII.
bool is_wide_text(std::string_view text);

/// The UTF-8 of such a text, without the mark; what is no code point becomes U+FFFD.
/// nullopt for any other text. Linear.
std::optional<DecodedText> decode_wide_text(std::string_view text);

/// Visits runs of 16 ASCII characters or more in UTF-16, of either byte order, that
/// touch `near`: what was appended to a text of another encoding, or stands in a
/// program; of a run that goes on no more than 4096 bytes around `near`. False if the
/// visitor wanted no more.
bool visit_wide_runs(std::string_view text, ByteSpan near, const DecodedVisitor& visit);

}  // namespace leaksieve

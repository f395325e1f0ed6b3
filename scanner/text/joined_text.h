#pragma once

#include <string_view>

#include "scanner/text/decoded_text.h"

namespace leaksieve {

/// Visits the surroundings of seams that touch `near`, without the seams: what stands
/// between two pieces of one string. A seam is the end of a line that ends with a
/// backslash, with the indent of the next; or a closing quote, "+", "." or "&" or
/// nothing, and the opening quote of the same kind on the next line, "+" also on the
/// same one. On both sides stand bytes of a token, three or more and twelve together, a
/// digit among them. False if the visitor wanted no more. Linear; the reach is that of
/// visit_escaped().
bool visit_joined(std::string_view text, ByteSpan near, const DecodedVisitor& visit);

}  // namespace leaksieve

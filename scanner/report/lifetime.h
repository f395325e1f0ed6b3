#pragma once

#include <string>

#include "scanner/model/finding.h"

namespace leaksieve {

/// What a reader has to know of a secret's life, in one line: whether it still stands
/// somewhere, since when, and whether it should have been rotated. Not escaped.
std::string lifetime_in_words(const Exposure& exposure);

}  // namespace leaksieve

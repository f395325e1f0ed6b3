#pragma once

#include <vector>

#include "scanner/source/history/history.h"

namespace leaksieve {

/// By number of object: the blobs that HEAD or a ref other than a tag has now. May be
/// shorter than the table; what is beyond its end is none. A tag is an old version:
/// nine hundred of them hold a large part of the history of git.git.
std::vector<bool> tip_blobs(const History& history);

}  // namespace leaksieve

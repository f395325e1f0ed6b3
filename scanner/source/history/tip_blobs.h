#pragma once

#include <vector>

#include "scanner/source/history/history.h"

namespace leaksieve {

/// By number of object: the blobs that HEAD or a ref has now. May be shorter than the
/// table; what is beyond its end is none.
std::vector<bool> tip_blobs(const History& history);

}  // namespace leaksieve

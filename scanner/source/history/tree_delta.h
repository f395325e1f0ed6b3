#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "scanner/source/tree.h"

namespace leaksieve {

/// The entries in which a tree differs from another: (its bytes, the other's bytes).
/// Calls `added` for every entry of `tree` that is not in `base` and `removed` for
/// every one of `base` that is not in `tree`; an entry whose mode or id changed is in
/// both. Whatever the order of the entries: base's without the removed and with the
/// added are those of `tree`. Entries borrow from the bytes.
///
/// Most of two versions of a tree is the same bytes, which are compared, not parsed.
/// False if one of the two is no tree; then some entries may have been given already.
bool tree_delta(std::string_view tree, std::string_view base,
                const std::function<void(const TreeEntry&)>& added,
                const std::function<void(const TreeEntry&)>& removed);

}  // namespace leaksieve

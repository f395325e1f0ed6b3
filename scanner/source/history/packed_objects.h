#pragma once

#include <cstdint>
#include <optional>

#include "scanner/source/history/object_table.h"
#include "scanner/source/objects.h"

namespace leaksieve {

/// Reads single objects of a table's packs: of those that libgit2 refuses (cut off,
/// with a damaged index or none), and of those that were removed since they were
/// opened. Borrows the table. Slow: every base is rebuilt for each object.
class PackedObjects : public ObjectFallback {
 public:
  explicit PackedObjects(const ObjectTable& table) : table_(table) {}
  std::optional<Object> read(const ObjectId& id,
                             std::uint64_t max_bytes) const override;

 private:
  const ObjectTable& table_;
};

}  // namespace leaksieve

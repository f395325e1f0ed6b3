#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "scanner/base/bulk_memory.h"

namespace leaksieve {

/// Memory for one object; empty if it has none. Owned; give it back with put().
struct Buffer {
  BulkBytes bytes;
  std::size_t capacity = 0;

  char* data() const { return bytes.get(); }
  explicit operator bool() const { return capacity > 0; }
};

/// Buffers of any size that are used again and again by one worker.
class Buffers {
 public:
  /// Up to `max_idle` bytes are kept for the next taker.
  explicit Buffers(std::size_t max_idle) : max_idle_(max_idle) {}

  /// At least `size` bytes, uninitialised. Throws bad_alloc.
  Buffer take(std::size_t size);
  /// An empty one may be given, too. Leaves it empty.
  void put(Buffer& buffer);

  /// How many bytes take(size) would add to total().
  std::size_t cost(std::size_t size) const;
  /// All bytes that are in use or idle.
  std::size_t total() const { return total_; }
  /// Frees what is idle.
  void trim();

 private:
  // Four sizes for each power of two; one that is up to twice too large will do.
  static constexpr std::size_t kClasses = 4 * 64;
  static constexpr std::size_t kReach = 4;

  static std::size_t class_of(std::size_t size);
  static std::size_t capacity_of(std::size_t number);
  /// Which class has an idle buffer for it; kClasses: none.
  std::size_t idle_class(std::size_t number) const;

  std::size_t max_idle_;
  std::size_t idle_ = 0;
  std::size_t total_ = 0;
  std::array<std::vector<Buffer>, kClasses> classes_;
};

}  // namespace leaksieve

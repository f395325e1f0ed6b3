#include "scanner/base/bulk_memory.h"

#include <sys/mman.h>

#include <limits>
#include <new>

namespace leaksieve {
namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kHugePage = std::size_t{2} << 20;
/// Below this the heap has the memory at hand.
constexpr std::size_t kSmall = std::size_t{64} << 10;

constexpr std::size_t alignment_for(std::size_t size) {
  return size >= kHugePage / 2 ? kHugePage : kPage;
}

}  // namespace

void* allocate_bulk(std::size_t size) {
  if (size < kSmall) return ::operator new(size);
  const std::size_t alignment = alignment_for(size);
  if (size > std::numeric_limits<std::size_t>::max() - alignment)
    throw std::bad_alloc();
  const std::size_t rounded = (size + alignment - 1) / alignment * alignment;
  void* const memory = ::operator new (rounded, std::align_val_t{alignment});
  // Both are wishes: an old kernel, or one without huge pages, goes on without.
#ifdef MADV_HUGEPAGE
  if (alignment == kHugePage) ::madvise(memory, rounded, MADV_HUGEPAGE);
#endif
#ifdef MADV_POPULATE_WRITE
  ::madvise(memory, rounded, MADV_POPULATE_WRITE);
#endif
  return memory;
}

void free_bulk(void* memory, std::size_t size) noexcept {
  if (size < kSmall) {
    ::operator delete(memory);
  } else {
    ::operator delete (memory, std::align_val_t{alignment_for(size)});
  }
}

}  // namespace leaksieve

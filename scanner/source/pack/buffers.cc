#include "scanner/source/pack/buffers.h"

#include <algorithm>
#include <bit>
#include <new>
#include <utility>

namespace leaksieve {
namespace {

constexpr std::size_t kSmallest = 64;
constexpr std::size_t kLargest = std::size_t{1} << 62;

}  // namespace

// Class 4 * n + q holds (4 + q) * 2^n / 4 * kSmallest bytes.
std::size_t Buffers::capacity_of(std::size_t number) {
  return (kSmallest / 4 * (4 + number % 4)) << (number / 4);
}

std::size_t Buffers::class_of(std::size_t size) {
  if (size > kLargest) throw std::bad_alloc();
  size = std::max(size, kSmallest);
  const auto power = static_cast<std::size_t>(std::bit_width(size / kSmallest) - 1);
  std::size_t number = 4 * power;
  while (capacity_of(number) < size) ++number;
  return number;
}

std::size_t Buffers::idle_class(std::size_t number) const {
  const std::size_t end = std::min(number + kReach, kClasses);
  for (; number < end; ++number) {
    if (!classes_[number].empty()) return number;
  }
  return kClasses;
}

Buffer Buffers::take(std::size_t size) {
  const std::size_t number = class_of(size);
  const std::size_t idle = idle_class(number);
  if (idle < kClasses) {
    Buffer buffer = std::move(classes_[idle].back());
    classes_[idle].pop_back();
    idle_ -= buffer.capacity;
    return buffer;
  }
  const std::size_t capacity = capacity_of(number);
  Buffer buffer{BulkBytes(capacity), capacity};
  total_ += capacity;
  return buffer;
}

void Buffers::put(Buffer& buffer) {
  if (!buffer) return;
  Buffer given = std::exchange(buffer, Buffer{});
  if (given.capacity > max_idle_ - idle_) {
    total_ -= given.capacity;
    return;
  }
  idle_ += given.capacity;
  std::vector<Buffer>& idle = classes_[class_of(given.capacity)];
  idle.push_back(std::move(given));
}

std::size_t Buffers::cost(std::size_t size) const {
  const std::size_t number = class_of(size);
  return idle_class(number) < kClasses ? 0 : capacity_of(number);
}

void Buffers::trim() {
  for (std::vector<Buffer>& buffers : classes_) buffers.clear();
  total_ -= idle_;
  idle_ = 0;
}

}  // namespace leaksieve

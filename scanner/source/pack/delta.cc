#include "scanner/source/pack/delta.h"

#include <cstring>

namespace leaksieve {
namespace {

/// Seven bits a byte, least significant first. Takes it off `bytes`.
std::optional<std::uint64_t> take_size(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (int shift = 0; !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    const std::uint64_t part = byte & 0x7fU;
    if (shift > 63 || part << shift >> shift != part) return std::nullopt;
    value |= part << shift;
    if ((byte & 0x80U) == 0) return value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Delta> parse_delta(std::string_view bytes) {
  const auto base_size = take_size(bytes);
  if (!base_size) return std::nullopt;
  const auto result_size = take_size(bytes);
  if (!result_size) return std::nullopt;
  return Delta{*base_size, *result_size, bytes};
}

std::optional<DeltaStep> take_step(std::string_view& instructions) {
  const auto* at = reinterpret_cast<const unsigned char*>(instructions.data());
  const unsigned code = *at++;
  const std::size_t left = instructions.size() - 1;
  if (code == 0) return std::nullopt;
  DeltaStep step;
  if (code < 0x80) {
    if (left < code) return std::nullopt;
    step.size = code;
    step.inserted = instructions.substr(1, code);
    instructions.remove_prefix(code + 1);
    return step;
  }
  // Four bits say which bytes of the offset follow, three which of the size.
  step.is_copy = true;
  const auto* const end = at + left;
  for (unsigned i = 0; i < 7; ++i) {
    if ((code >> i & 1U) == 0) continue;
    if (at == end) return std::nullopt;
    const std::uint64_t byte = *at++;
    if (i < 4) {
      step.base_begin |= byte << 8 * i;
    } else {
      step.size |= byte << 8 * (i - 4);
    }
  }
  if (step.size == 0) step.size = 0x10000;
  instructions.remove_prefix(instructions.size() - static_cast<std::size_t>(end - at));
  return step;
}

bool apply_delta(const Delta& delta, std::string_view base, std::size_t readable,
                 char* result) {
  if (delta.base_size != base.size()) return false;
  std::string_view instructions = delta.instructions;
  std::uint64_t room = delta.result_size;
  while (!instructions.empty()) {
    const auto step = take_step(instructions);
    if (!step || step->size > room) return false;
    const char* from = nullptr;
    std::size_t there = 0;  // bytes that may be read from `from`
    if (step->is_copy) {
      if (step->base_begin > base.size() ||
          step->size > base.size() - step->base_begin) {
        return false;
      }
      from = base.data() + step->base_begin;
      there = readable - step->base_begin;
    } else {
      from = step->inserted.data();
      there = step->size + instructions.size();
    }
    // A copy of a fixed size is two instructions; most runs are short.
    if (step->size <= kDeltaSlack && there >= kDeltaSlack) {
      std::memcpy(result, from, kDeltaSlack);
    } else {
      std::memcpy(result, from, step->size);
    }
    result += step->size;
    room -= step->size;
  }
  return room == 0;
}

}  // namespace leaksieve

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace leaksieve {

/// How a text is made from another one: sizes, and the instructions that follow them.
///
/// Source: https://git-scm.com/docs/pack-format, "Deltified representation".
struct Delta {
  std::uint64_t base_size = 0;
  std::uint64_t result_size = 0;  ///< a claim, until apply_delta says true
  std::string_view instructions;  ///< borrowed from what was parsed
};

/// Nullopt if the sizes are cut off or have more than 64 bits.
std::optional<Delta> parse_delta(std::string_view bytes);

/// Room that must be behind a result (and may be behind a base): short runs are copied
/// in one go, and what is too much is written over.
inline constexpr std::size_t kDeltaSlack = 32;

/// Writes the result to `result`, where there is room for delta.result_size +
/// kDeltaSlack bytes, which do not overlap with `base`. `readable` is how many bytes
/// may be read from base.data(), at least base.size().
///
/// False if an instruction is unknown, cut off, reads outside `base` or writes past the
/// result, if the result is shorter than claimed, or if `base` has another size than
/// the delta says. What `result` holds is then unspecified.
bool apply_delta(const Delta& delta, std::string_view base, std::size_t readable,
                 char* result);

/// A step of a delta: a run of the base, or new bytes.
struct DeltaStep {
  bool is_copy = false;
  std::uint64_t base_begin = 0;  ///< of a copy: bytes from the start of the base
  std::uint64_t size = 0;        ///< bytes, never 0
  std::string_view inserted;     ///< of an insertion; borrowed from the instructions
};

/// Takes the next step off `instructions`. Nullopt if it is unknown or cut off; not to
/// be called with none left. Whether a copy lies inside the base is not checked.
std::optional<DeltaStep> take_step(std::string_view& instructions);

}  // namespace leaksieve

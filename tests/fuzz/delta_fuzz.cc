// Deltas of any bytes: one byte for the length of the base, the base, the delta. Where
// apply_delta says yes, a slow second way must come to the same.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "scanner/source/pack/delta.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const std::string_view input(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::string_view base = input.substr(0, data[0]);
  // Copies of their own, so that a byte too far is seen.
  const std::string delta_copy(input.substr(base.size()));
  const auto bytes = std::make_unique<char[]>(delta_copy.size());
  delta_copy.copy(bytes.get(), delta_copy.size());
  const auto base_copy = std::make_unique<char[]>(base.size());
  base.copy(base_copy.get(), base.size());
  const auto delta = leaksieve::parse_delta({bytes.get(), delta_copy.size()});
  if (!delta || delta->result_size > 1 << 20) return 0;  // as the caller's limit does

  const auto result_size = static_cast<std::size_t>(delta->result_size);
  const auto result = std::make_unique<char[]>(result_size + leaksieve::kDeltaSlack);
  const bool good = leaksieve::apply_delta(*delta, {base_copy.get(), base.size()},
                                           base.size(), result.get());

  std::string slow;
  bool slow_good = delta->base_size == base.size();
  for (std::string_view steps = delta->instructions; slow_good && !steps.empty();) {
    const auto step = leaksieve::take_step(steps);
    if (!step || step->size == 0 || slow.size() + step->size > result_size) {
      slow_good = false;
    } else if (!step->is_copy) {
      slow += step->inserted;
    } else if (step->base_begin + step->size > base.size()) {
      slow_good = false;
    } else {
      slow += base.substr(step->base_begin, step->size);
    }
  }
  slow_good = slow_good && slow.size() == result_size;
  if (good != slow_good) std::abort();
  if (good && slow != std::string_view(result.get(), result_size)) std::abort();
  return 0;
}

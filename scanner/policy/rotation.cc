#include "scanner/policy/rotation.h"

#include <string>
#include <string_view>

#include "scanner/base/date.h"

namespace leaksieve {

std::int64_t rotation_days(const RotateAfter& rotate_after, const Finding& finding,
                           std::int64_t otherwise) {
  const Rule& rule = *finding.rule;
  const std::int64_t* days = nullptr;
  const auto look = [&](std::string_view name) {
    if (days != nullptr) return;
    const auto found = rotate_after.by_name.find(std::string(name));
    if (found != rotate_after.by_name.end()) days = &found->second;
  };
  look(rule.id);
  for (const std::string_view alias : rule.aliases) look(alias);
  for (const std::string_view tag : rule.tags) look(tag);
  look(name_of(rule.kind));
  look(name_of(finding.severity));
  return days != nullptr ? *days : rotate_after.days.value_or(otherwise);
}

void set_rotation(std::int64_t days, Exposure& exposure) {
  constexpr std::int64_t kDay = 24 * 60 * 60;
  exposure.overdue = exposure.days > days;
  exposure.rotate_by = iso_day(exposure.since_time + days * kDay);
}

}  // namespace leaksieve

#pragma once

#include <algorithm>
#include <string_view>

#include "scanner/model/rule.h"

namespace leaksieve {

/// Whether `name` is the rule's id, or one that another scanner gives it.
inline bool answers_to(const Rule& rule, std::string_view name) {
  return rule.id == name || std::find(rule.aliases.begin(), rule.aliases.end(), name) !=
                                rule.aliases.end();
}

}  // namespace leaksieve

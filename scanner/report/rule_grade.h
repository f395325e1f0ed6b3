#pragma once

#include <string_view>

#include "scanner/model/rule.h"

namespace leaksieve {

/// What a finding of a rule rests on, the strongest first.
enum class Grade {
  checksum,   ///< the secret proves itself
  structure,  ///< it has an inner form that is taken apart, or a prefix of its own
  context,    ///< a common shape beside a telling word
  name,       ///< the name that it is given
};

Grade grade_of(const Rule& rule);
std::string_view name_of(Grade grade);

}  // namespace leaksieve

#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "scanner/detect/logs/names.h"

namespace leaksieve::logs {

/// The grade of the words that a text ends with and that say what comes next:
/// "db password: " and "api_key=" are secret, "Invalid token" is none.
NameGrade label_grade(std::string_view text);

/// A place for a value in a format.
struct FormatValue {
  NameGrade label = NameGrade::none;
  bool hidden = false;  ///< it shows four characters, the type, or nothing
};

/// The same for each value that a format leaves room for, in order: "%s", "{}", "%v",
/// "{Name}". At most 16.
std::vector<FormatValue> format_values(std::string_view format);

}  // namespace leaksieve::logs

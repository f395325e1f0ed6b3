#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"

namespace leaksieve {

/// Where a key stands in a configuration file.
enum class Section : std::uint8_t {
  top,
  scan,
  extend,
  rule,
  allowlist,
  required,
  ignore
};

/// Who may set a key. What loosens a scan for a moment, or shows what it found, is the
/// user's, not that of whoever wrote the scanned repository.
enum class SetBy : std::uint8_t { anyone, user };

/// What is done with a key.
enum class Use : std::uint8_t {
  read,
  /// Of the rivals and without effect here, harmlessly: passed over.
  passed,
  /// Of the rivals, narrows what a rule finds, and is not understood: passed over with
  /// a note, as more is found.
  noted,
};

struct Key {
  Section section;
  std::string_view name;
  SetBy set_by = SetBy::anyone;
  Use use = Use::read;
};

/// Every key there is, and who may set it.
std::span<const Key> config_keys();

/// The key of `section` that is called `typed` in any case of letters (gitleaks' files
/// are read so). The Error, which has no place in it, suggests the nearest.
Result<const Key*> find_key(Section section, std::string_view typed);

}  // namespace leaksieve

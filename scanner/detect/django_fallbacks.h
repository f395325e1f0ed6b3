#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "scanner/model/candidate.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// Adds the other keys of each SECRET_KEY_FALLBACKS: a candidate of `rule` is about the
/// first key of its list.
///
/// Source: docs.djangoproject.com/en/stable/ref/settings/#secret-key-fallbacks,
/// 2026-11.
void add_django_fallbacks(std::string_view text, RuleIndex rule,
                          std::span<const Rule> rules,
                          std::vector<Candidate>& candidates);

}  // namespace leaksieve

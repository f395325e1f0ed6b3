#include "scanner/report/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace leaksieve {

std::string count_of(std::uint64_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

std::string size_of(std::uint64_t bytes) {
  constexpr std::string_view kUnits[] = {"KiB", "MiB", "GiB", "TiB"};
  if (bytes < 1024) return count_of(bytes, "byte");
  double number = static_cast<double>(bytes) / 1024;
  std::size_t unit = 0;
  for (; number >= 1024 && unit + 1 < std::size(kUnits); ++unit) number /= 1024;
  return fmt::format("{:.1f} {}", number, kUnits[unit]);
}

std::string short_id(const ObjectId& id) { return id.hex().substr(0, 12); }

std::string place_of(const Finding& finding) {
  std::string place = finding.path;
  if (place.empty()) {
    const ObjectId& object = finding.commit.is_zero() ? finding.blob : finding.commit;
    place = name_of(finding.where);
    if (!object.is_zero()) place += " of " + short_id(object);
  } else if (finding.where != Where::file) {
    place = fmt::format("{} {}", name_of(finding.where), place);
  }
  if (finding.region.line == 0) return place;
  return fmt::format("{}:{}:{}", place, finding.region.line, finding.region.column);
}

std::string artifact_path(const Finding& finding) {
  if (!finding.path.empty()) return finding.path;
  const ObjectId& object = finding.commit.is_zero() ? finding.blob : finding.commit;
  switch (finding.where) {
    case Where::tag_message:
      return fmt::format("tag/{}/message", object.hex());
    case Where::note:
      return fmt::format("note/{}", object.hex());
    case Where::tagged_blob:
    case Where::file:
      return fmt::format("blob/{}", object.hex());
    case Where::commit_message:
      break;
  }
  return fmt::format("commit/{}/message", object.hex());
}

std::string_view title_of(const Rule& rule) {
  return rule.description.empty() ? rule.id : rule.description;
}

bool needs_rotation(const Finding& finding) {
  return finding.rule->kind != Kind::policy_change &&
         (finding.reach == Reach::remote || finding.reach == Reach::unknown);
}

bool was_pushed(const Finding& finding) {
  if (finding.reach == Reach::remote) return true;
  if (!finding.exposure) return false;
  const std::vector<std::string>& refs = finding.exposure->refs;
  return std::any_of(refs.begin(), refs.end(), [](const std::string& ref) {
    return ref.starts_with("refs/remotes/") || ref.starts_with("refs/pull/") ||
           ref.starts_with("refs/merge-requests/");
  });
}

std::string advice_of(const Finding& finding) {
  // A change of policy leaks nothing: there is nothing to take back or to rotate.
  if (finding.rule->kind == Kind::policy_change) return {};
  if (finding.reach == Reach::staged) return "unstage it, nothing to rotate";
  if (finding.reach == Reach::local) {
    return "amend or rebase the commit away before you push, nothing to rotate";
  }
  if (finding.rule->rotate_steps.empty()) return "rotate it first, then clean up";
  // The code is mended first: else the next value is logged as well.
  if (finding.rule->kind == Kind::log_statement) {
    return std::string(finding.rule->rotate_steps.front());
  }
  return fmt::format("rotate it first: {}", finding.rule->rotate_steps.front());
}

std::string_view safe_url(const Rule& rule) {
  return rule.rotate_url.starts_with("https://") ? rule.rotate_url : std::string_view();
}

std::string evidence_of(const Finding& finding) {
  std::string words;
  for (const std::string& one : finding.evidence) {
    words += (words.empty() ? "" : ", ") + one;
  }
  return words;
}

}  // namespace leaksieve

#include "scanner/report/rotation_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <vector>

#include "scanner/base/date.h"
#include "scanner/report/escape_markup.h"
#include "scanner/report/groups.h"
#include "scanner/report/lifetime.h"
#include "scanner/report/sarif_rules.h"
#include "scanner/report/wording.h"

namespace leaksieve {
namespace {

/// Of one secret; a secret in more places is in all of them for the same reason.
constexpr std::size_t kMostPlaces = 100;

struct Page {
  const Report& report;
  const RenderOptions& options;
  std::string text;

  template <class... Args>
  void line(fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(text), format, std::forward<Args>(args)...);
    text += '\n';
  }
};

std::string_view day_of(std::string_view iso_date) { return iso_date.substr(0, 10); }

/// The day since which somebody may have had the secret; empty if we do not know.
std::string first_day(const Group& group) {
  std::string first;
  for (const Finding* finding : group) {
    const std::string& date =
        finding->exposure ? finding->exposure->since : finding->date;
    if (!date.empty() && (first.empty() || date < first)) first = date;
  }
  return std::string(day_of(first));
}

bool is_emergency(const Group& group) {
  return std::any_of(group.begin(), group.end(), [](const Finding* finding) {
    return was_pushed(*finding) || finding->severity >= Severity::high;
  });
}

/// "production" for ".env.production" and "config/production.yml": the words by which
/// people name where something runs, as parts of the path.
std::string environment_of(std::string_view path) {
  constexpr std::string_view kNames[] = {
      "production", "prod", "staging", "stage", "preview", "development",
      "dev",        "test", "local",   "ci",    "qa",      "demo"};
  std::string word;
  for (std::size_t i = path.size() + 1; i-- > 0;) {
    const char c = i > 0 ? path[i - 1] : '/';
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (is_letter) {
      word.insert(word.begin(), static_cast<char>(c | 0x20));
    } else {
      if (std::find(std::begin(kNames), std::end(kNames), word) != std::end(kNames)) {
        return word;
      }
      word.clear();
    }
  }
  return {};
}

void add_environments(Page& page, const Group& group) {
  std::set<std::string> names;
  for (const Finding* finding : group) {
    if (std::string name = environment_of(finding->path); !name.empty()) {
      names.insert(std::move(name));
    }
    for (const Related& related : finding->related) {
      std::string name = environment_of(related.path);
      if (!name.empty() && related.role != "pair") names.insert(std::move(name));
    }
  }
  if (names.empty()) {
    page.line("- [ ] Find out in which environments it is used; no path names one.");
  }
  for (const std::string& name : names) page.line("- [ ] Environment: {}", name);
  const auto env = group.front()->rule->env;
  if (!env.empty()) {
    std::string list;
    for (const std::string_view name : env) {
      list += (list.empty() ? "" : ", ") + markdown_code(name);
    }
    page.line("- [ ] Look where it is set: {}", list);
  }
}

void add_places(Page& page, const Group& group) {
  page.line("\nIt stands in {}:\n", count_of(group.size(), "place"));
  for (std::size_t i = 0; i < std::min(group.size(), kMostPlaces); ++i) {
    const Finding& finding = *group[i];
    std::string more;
    if (!finding.commit.is_zero()) {
      more += ", since " + markdown_code(short_id(finding.commit));
      if (!finding.author.empty()) more += " by " + markdown_code(finding.author);
    }
    if (!finding.owner.empty()) more += ", ask " + markdown_code(finding.owner);
    if (finding.exposure) {
      more += ", " + markdown_code(lifetime_in_words(*finding.exposure));
    }
    page.line("- [ ] {}{}", markdown_code(place_of(finding)), more);
  }
  if (group.size() > kMostPlaces) {
    page.line("- [ ] {} more", group.size() - kMostPlaces);
  }
  add_environments(page, group);
}

void add_steps(Page& page, const Group& group) {
  // The form that the rules have: rules/README.md, "rotate.steps".
  constexpr std::string_view kLabels[] = {"Generate", "Deploy", "Verify", "Revoke"};
  const Rule& rule = *group.front()->rule;
  const auto steps = rule.rotate_steps;
  if (is_emergency(group)) {
    page.line(
        "\n**Emergency**: take it for stolen. Do all steps today; if it opens "
        "something "
        "that an outage of minutes does not outweigh, revoke first and deploy "
        "afterwards.\n");
  } else {
    page.line(
        "\n**Regular**: nothing says that anybody has it. Let the old one work until "
        "the "
        "new one is verified everywhere, then revoke it.\n");
  }
  if (steps.empty()) {
    for (const std::string_view label : kLabels) page.line("- [ ] {}", label);
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const bool labelled = steps.size() == std::size(kLabels);
    page.line("- [ ] {}{}{}", labelled ? kLabels[i] : "", labelled ? ": " : "",
              as_sentence(markdown_text(steps[i])));
  }
  if (!safe_url(rule).empty()) page.line("\n<{}>", safe_url(rule));
}

bool is_key_id(std::string_view text) {
  return text.size() >= 16 && text.size() <= 128 &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
         });
}

/// The AWS access key id of the group: itself, or the one that it is paired with.
std::string aws_key_id(const Page& page, const Group& group) {
  const auto id_at = [&page](const std::string& path, std::uint64_t line) {
    for (const Finding& other : page.report.findings) {
      if (other.rule->id == "aws-access-key-id" && other.path == path &&
          other.region.line == line) {
        return secret_for_report(other, page.options.secrets);
      }
    }
    return std::string();
  };
  for (const Finding* finding : group) {
    std::string id;
    if (finding->rule->id == "aws-access-key-id") {
      id = secret_for_report(*finding, page.options.secrets);
    }
    for (const Related& related : finding->related) {
      if (id.empty()) id = id_at(related.path, related.line);
    }
    if (is_key_id(id)) return id;
  }
  return {};
}

void add_aws_query(Page& page, const Group& group, const std::string& since,
                   const std::string& until) {
  std::string id = aws_key_id(page, group);
  if (id.empty()) id = "ACCESS_KEY_ID";
  const std::string start = since.empty() ? "FIRST_DAY" : since;
  page.line(
      "\n```sh\n# CloudTrail keeps 90 days; in each region:\n"
      "aws cloudtrail lookup-events \\\n"
      "  --lookup-attributes AttributeKey=AccessKeyId,AttributeValue={} \\\n"
      "  --start-time {} --end-time {}\n```\n",
      id, start, until);
  page.line(
      "```sql\n-- before that, in Athena, if a trail is kept in S3:\n"
      "SELECT eventtime, eventsource, eventname, sourceipaddress, useragent, "
      "errorcode\nFROM cloudtrail_logs\n"
      "WHERE useridentity.accesskeyid = '{}'\n"
      "  AND eventtime BETWEEN '{}T00:00:00Z' AND '{}T23:59:59Z'\n"
      "ORDER BY eventtime;\n```\n",
      id, start, until);
}

void add_audit(Page& page, const Group& group) {
  const std::string since = first_day(group);
  const std::string until = iso_day(page.report.scan.started);
  page.line(
      "- [ ] Audit: look in the provider's log for uses between {} and {} from "
      "addresses, agents and times that are not yours.",
      since.empty() ? "the first commit" : since, until);
  if (group.front()->rule->id.starts_with("aws-")) {
    add_aws_query(page, group, since, until);
  }
  page.line("\nIncident record:\n");
  page.line("- Found on {} by leaksieve {}", until, page.report.version);
  page.line("- Exposed since: {}", since.empty() ? "not known" : since);
  page.line("- Who could read the repository since then: ");
  page.line("- Rotated on, by: ");
  page.line("- Old one revoked on: ");
  page.line("- Misuse found (what was looked at, what it showed): ");
  page.line("- Reported to (owner, security, customers, authority): ");
  page.line("- What keeps it from happening again: ");
}

std::string urgency_in_words(const Group& group) {
  const Finding& first = *group.front();
  bool at_head = false;
  bool pushed = false;
  bool overdue = false;
  for (const Finding* finding : group) {
    at_head |= finding->exposure && finding->exposure->at_head;
    overdue |= finding->exposure && finding->exposure->overdue;
    pushed |= was_pushed(*finding);
  }
  std::string words =
      fmt::format("{}, {}", name_of(first.severity), name_of(first.confidence));
  if (at_head) words += ", in HEAD";
  if (pushed) words += ", pushed";
  if (overdue) words += ", overdue";
  return words;
}

std::string name_of_secret(const Page& page, const Finding& finding) {
  const std::string secret = secret_for_report(finding, page.options.secrets);
  return fmt::format("{}{}{}", markdown_text(finding.rule->id),
                     secret.empty() ? "" : " ", markdown_code(secret));
}

}  // namespace

std::string render_rotation_plan(const Report& report, const RenderOptions& options) {
  Page page{report, options, {}};
  std::vector<Group> groups = by_urgency(report.findings);
  const std::size_t all = groups.size();
  std::erase_if(groups, [](const Group& group) {
    return std::none_of(group.begin(), group.end(), [](const Finding* finding) {
      return needs_rotation(*finding);
    });
  });

  page.line("# Rotation plan\n");
  page.line("Made on {} from {} of {}. {} to rotate, in this order.",
            iso_day(report.scan.started), report.scan.mode,
            markdown_code(report.scan.target), count_of(groups.size(), "secret"));
  if (groups.size() < all) {
    page.line("\n{} nothing was pushed of, or that leak nothing, are not here.",
              count_of(all - groups.size(), "finding"));
  }
  if (!report.scan.complete) {
    page.line("\n**Incomplete**: not everything could be read; there may be more.");
  }
  if (!groups.empty())
    page.line("\n| # | Secret | Urgency | Places |\n| --- | --- | --- | --- |");
  for (std::size_t i = 0; i < groups.size(); ++i) {
    page.line("| {} | {} | {} | {} |", i + 1, name_of_secret(page, *groups[i].front()),
              urgency_in_words(groups[i]), groups[i].size());
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    page.line("\n## {}. {}\n", i + 1, name_of_secret(page, *groups[i].front()));
    page.line("{} ({})", as_sentence(markdown_text(title_of(*groups[i].front()->rule))),
              urgency_in_words(groups[i]));
    add_places(page, groups[i]);
    add_steps(page, groups[i]);
    add_audit(page, groups[i]);
  }
  if (!groups.empty()) {
    page.line("\n## When all are rotated\n");
    page.line("- [ ] Scan again: `leaksieve audit` names what is still there.");
    page.line("- [ ] Clean the history only now, if at all: `leaksieve purge-plan`.");
  }
  return std::move(page.text);
}

}  // namespace leaksieve

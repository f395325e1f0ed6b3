#include "scanner/report/purge_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "scanner/report/escape.h"
#include "scanner/report/groups.h"
#include "scanner/report/wording.h"

namespace leaksieve {
namespace {

/// What must leave the history.
struct Contents {
  std::set<std::string> files;  ///< whole files, by path
  std::size_t secrets = 0;      ///< to be replaced wherever they stand
  std::size_t in_messages = 0;
  std::size_t in_notes = 0;
  std::size_t in_tagged_blobs = 0;
  std::size_t unpushed = 0;  ///< a rebase is enough
};

bool leaves_history(const Finding& finding) {
  return finding.rule->kind != Kind::policy_change &&
         finding.rule->kind != Kind::log_statement && !finding.rule->identifier;
}

Contents contents_of(const Report& report) {
  Contents contents;
  for (const Group& group : by_secret(report.findings)) {
    if (!leaves_history(*group.front())) continue;
    bool is_secret = false;
    for (const Finding* finding : group) {
      if (finding->secret.size() == 0 && !finding->path.empty()) {
        contents.files.insert(finding->path);
        continue;
      }
      is_secret = true;
      contents.in_messages += is_message(finding->where) ? 1 : 0;
      contents.in_notes += finding->where == Where::note ? 1 : 0;
      contents.in_tagged_blobs += finding->where == Where::tagged_blob ? 1 : 0;
      if (finding->reach == Reach::local || finding->reach == Reach::staged) {
        ++contents.unpushed;
      }
    }
    contents.secrets += is_secret ? 1 : 0;
  }
  return contents;
}

/// Reads findings with whole secrets and writes what filter-repo replaces, a regular
/// expression a line: a secret may have line feeds, and "==>" means something there.
constexpr std::string_view kExpressions = R"(( umask 077
  leaksieve audit . --show-secrets -o jsonl | python3 -c '
import json, re, sys
seen = set()
for line in sys.stdin:
    finding = json.loads(line)
    secret = finding.get("secret", "")
    if finding.get("kind") in ("token", "assignment", "key-file") and secret not in seen | {""}:
        seen.add(secret)
        words = re.escape(secret).replace("\\\n", "\\n").replace("==>", "==\\x3e")
        print("regex:" + words + "==>***REMOVED***")
' >../expressions.txt
)
)";

std::string files_command(const Contents& contents) {
  std::string command = "git filter-repo --force --invert-paths";
  for (const std::string& path : contents.files) {
    command += " \\\n  --path " + shell_word(path);
  }
  return command + '\n';
}

std::string not_reached(const Contents& contents) {
  std::string text =
      "What no rewriting reaches\n"
      "  - clones and forks: everybody has to clone again; a push from an old clone\n"
      "    brings the secret back. A fork on the host keeps every commit it has.\n"
      "  - refs/pull/* on GitHub and refs/merge-requests/* on GitLab: read-only. The "
      "host's\n"
      "    support removes them and runs the garbage collection; until then a commit "
      "can be\n"
      "    read by its id.\n"
      "  - caches: web views, search, code-review mails, package registries, "
      "container\n"
      "    images, release archives, CI logs and artifacts, backups, mirrors.\n"
      "  - whoever has read it already. Rotation is the only cure for that.\n";
  if (contents.in_notes > 0) {
    text += fmt::format(
        "  - {} in notes: they hang on the old ids; look at each, and write it anew.\n",
        count_of(contents.in_notes, "finding"));
  }
  if (contents.in_tagged_blobs > 0) {
    text += fmt::format("  - {} in blobs that only a tag names: delete the tag.\n",
                        count_of(contents.in_tagged_blobs, "finding"));
  }
  return text;
}

}  // namespace

std::string shell_word(std::string_view text) {
  const bool is_plain = std::all_of(text.begin(), text.end(),
                                    [](char c) { return c >= ' ' && c <= '~'; });
  std::string out = is_plain ? "'" : "$'";
  for (const char c : text) {
    if (is_plain) {
      out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    } else if (c == '\'' || c == '\\') {
      out += fmt::format("\\{}", c);
    } else if (c >= ' ' && c <= '~') {
      out += c;
    } else {
      // Three octal digits: a hexadecimal escape would take in a digit that follows.
      out += fmt::format("\\{:03o}", static_cast<unsigned char>(c));
    }
  }
  return out + '\'';
}

std::string render_purge_plan(const Report& report) {
  const Contents contents = contents_of(report);
  std::string out =
      fmt::format("# To take out of the history of {}: {}, {}\n",
                  visible(report.scan.target), count_of(contents.secrets, "secret"),
                  count_of(contents.files.size(), "whole file"));
  if (!report.scan.complete) {
    out += "# INCOMPLETE: not everything could be read; there may be more\n";
  }
  if (contents.secrets == 0 && contents.files.empty()) {
    return out + "# Nothing to do.\n";
  }
  if (contents.unpushed > 0) {
    out += fmt::format("# {} never pushed: amend or rebase instead\n",
                       count_of(contents.unpushed, "finding"));
  }
  out +=
      "\n# 1. Rotate every secret first (leaksieve audit --rotation-plan plan.md): a "
      "purge\n"
      "#    is no substitute. Tell everybody: all commits after the first one get new "
      "ids,\n"
      "#    signatures are lost, open pull requests break.\n\n"
      "# 2. Work on a fresh mirror, keep a backup where nobody else can read it.\n"
      "#    git filter-repo is a program of its own (2.47 or later).\n"
      "git clone --mirror \"$URL\" purge.git\n"
      "cp -a purge.git purge-backup.git && chmod -R go= purge-backup.git\n"
      "cd purge.git\n\n";
  int step = 3;
  if (contents.secrets > 0) {
    out += fmt::format(
        "# {}. Write the secrets into a file of your own; none is printed.\n{}\n",
        step++, kExpressions);
    out += fmt::format(
        "# {}. Replace them in every version of every file{}.\n"
        "git filter-repo --force --sensitive-data-removal \\\n"
        "  --replace-text ../expressions.txt --replace-message ../expressions.txt\n"
        "rm ../expressions.txt\n\n",
        step++, contents.in_messages > 0 ? ", and in messages" : " and every message");
  }
  if (!contents.files.empty()) {
    out +=
        fmt::format("# {}. Remove whole files.\n{}\n", step++, files_command(contents));
  }
  out += fmt::format(
      "# {}. Look again; it must find nothing of the above.\nleaksieve audit .\n\n"
      "# {}. Lift the protection of branches, push, protect them again, and let "
      "everybody\n"
      "#    clone anew.\ngit push --force --mirror \"$URL\"\n\n",
      step, step + 1);
  return out + not_reached(contents);
}

}  // namespace leaksieve

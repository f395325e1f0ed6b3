#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scanner/model/level.h"
#include "scanner/model/object_id.h"
#include "scanner/model/region.h"
#include "scanner/model/rule.h"
#include "scanner/model/secret_text.h"
#include "scanner/model/suppression.h"

namespace leaksieve {

/// In what a finding stands; the words of the JSON report.
enum class Where { file, commit_message, tag_message, note, tagged_blob };

constexpr std::string_view name_of(Where where) {
  constexpr std::string_view kNames[] = {"file", "commit message", "tag message",
                                         "note", "tagged blob"};
  return kNames[static_cast<std::size_t>(where)];
}

/// A text of its own, not the content of a file.
constexpr bool is_message(Where where) {
  return where == Where::commit_message || where == Where::tag_message;
}

/// How far the secret has got, which decides the advice.
enum class Reach { unknown, staged, local, remote };

constexpr std::string_view name_of(Reach reach) {
  constexpr std::string_view kNames[] = {"unknown", "staged", "local", "remote"};
  return kNames[static_cast<std::size_t>(reach)];
}

/// A place that belongs to a finding, in the file `path`.
struct Related {
  std::string role;
  std::string path;
  std::uint64_t line = 0;  ///< 1-based
};

/// How long a secret has stood in a history, and whether it still does.
struct Exposure {
  std::string since;              ///< when it was introduced, ISO 8601
  std::int64_t since_time = 0;    ///< the same, seconds since 1970
  std::string until;              ///< when it was removed; empty: it was not
  std::string rotate_by;          ///< the day by which it had to be rotated, ISO 8601
  std::int64_t days = 0;          ///< from `since` to the day of the scan
  bool overdue = false;           ///< the scan is later than `rotate_by`
  std::string rotated;            ///< the day on which policy says it was; empty: none
  ObjectId removed_by;            ///< the commit that did; zero: none
  bool at_head = false;           ///< HEAD still has it at this path
  std::vector<std::string> refs;  ///< refs that have it at this path, sorted
};

/// Enough for a name and an operator.
inline constexpr std::size_t kMaxLead = 100;

/// A candidate that became part of a report. Owns all its text.
struct Finding {
  const Rule* rule = nullptr;  ///< lives in the RuleSet of the scan
  SecretText secret;           ///< empty for a finding about a whole file
  /// What stands before the secret on its line, at most its last kMaxLead bytes. It may
  /// hold another secret.
  SecretText lead;
  Severity severity = Severity::high;
  Confidence confidence = Confidence::high;
  Where where = Where::file;
  std::string
      path;  ///< bytes as git has them, '/' between the parts; empty for a message
  /// How many of the last bytes of `path` are inside an archive: "!" and the path
  /// there.
  std::size_t inner_path = 0;
  Region region;
  ObjectId blob;       ///< of a tag's message the tag; zero: not an object of git
  ObjectId commit;     ///< zero: none
  std::string author;  ///< "Name <mail>", bytes as git has them
  std::string date;    ///< of the commit's author, ISO 8601 with its own offset
  /// Whom to ask today, bytes as git has them: the owners that CODEOWNERS gives the
  /// path, a blank between them, else the author as .mailmap knows him; empty: unknown.
  std::string owner;
  Reach reach = Reach::unknown;
  std::optional<Exposure> exposure;  ///< of what was followed through a history
  std::vector<Related> related;
  std::vector<std::string> evidence;
  std::string fingerprint;  ///< of its location; see model/fingerprint.h
  /// "salt:hexadecimal", what policy knows it by; empty without a salt.
  std::string keyed_fingerprint;
  /// Of a log statement: what makes it the same elsewhere, see Candidate::identity.
  std::string identity;
  std::vector<std::uint32_t> allowlists;   ///< as Candidate::allowlists
  std::optional<Suppression> suppression;  ///< nothing: it is shown
};

}  // namespace leaksieve

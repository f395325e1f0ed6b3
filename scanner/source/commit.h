#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/object_id.h"

namespace leaksieve {

/// A person and a moment, as a commit's author line has them.
struct Signature {
  std::string name_and_mail;  ///< "Name <mail>", bytes as git has them
  std::int64_t time = 0;      ///< seconds since 1970, UTC
  int offset_minutes = 0;     ///< of the author's clock to UTC

  /// ISO 8601 with the offset: "2026-11-24T08:00:00+01:00"; empty if out of range.
  std::string iso_date() const;
};

/// What a commit says in its header.
struct CommitHeader {
  ObjectId tree;
  std::vector<ObjectId> parents;
  Signature author;
  std::int64_t commit_time = 0;  ///< of the committer, seconds since 1970
};

/// Fails on bytes that are no commit. A damaged author or date is left at its default.
/// Format: git-commit-tree(1) and `git cat-file commit`.
Result<CommitHeader> parse_commit(std::string_view bytes);

/// What an annotated tag names.
struct TagHeader {
  ObjectId target;
  Signature tagger;
};

/// Fails on bytes that are no annotated tag.
Result<TagHeader> parse_tag(std::string_view bytes);

/// The 40 hexadecimal digits at the start of `text` as an id; fails if they are none.
Result<ObjectId> parse_id(std::string_view text);

/// The ids that begin the lines of `text`, as the files "shallow" and MERGE_HEAD have
/// them; other lines are passed over.
std::vector<ObjectId> parse_ids(std::string_view text);

}  // namespace leaksieve

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/source/commit.h"
#include "scanner/source/range_source.h"

namespace leaksieve {
namespace {

bool is_all_zero(std::string_view text) {
  return text.size() >= 7 && text.find_first_not_of('0') == std::string_view::npos;
}

bool looks_like_id(std::string_view text) {
  return text.size() >= 7 && text.size() <= 40 &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

// The commit that a ref leads to; zero if it leads to none.
ObjectId peel(const git::Repository& repository, const git::Ref& ref) {
  if (ref.target.is_zero()) return {};
  const auto commit = repository.commit_named(ref.target.hex());
  return commit ? *commit : ObjectId{};
}

// Excludes what the refs under `prefix` reach, but for those that name `tip` itself.
Result<void> exclude_refs(const git::Repository& repository, std::string_view prefix,
                          const ObjectId& tip, Range& range) {
  SCANNER_TRY(const std::vector<git::Ref> refs, repository.refs());
  for (const git::Ref& ref : refs) {
    if (!ref.name.starts_with(prefix)) continue;
    const ObjectId commit = peel(repository, ref);
    if (!commit.is_zero() && commit != tip) range.exclude.push_back(commit);
  }
  return {};
}

// The commit whose policy counts where no BASE is given; see Range::base.
ObjectId default_base(const git::Repository& repository, const Range& range) {
  if (repository.work_dir().empty()) {
    const auto head = repository.head();
    return head ? *head : ObjectId{};
  }
  if (const auto head = repository.commit_named("refs/remotes/origin/HEAD")) {
    return *head;
  }
  if (range.include.empty() || range.exclude.empty()) return {};
  std::vector<git_oid> commits = {git::to_oid(range.include.front())};
  for (const ObjectId& commit : range.exclude) commits.push_back(git::to_oid(commit));
  git_oid fork{};
  const int status =
      git_merge_base_many(&fork, repository.raw(), commits.size(), commits.data());
  return status == 0 ? git::to_id(fork) : ObjectId{};
}

// Excludes what BASE reaches; see parse_range for a BASE that is not there.
Result<void> exclude_base(const git::Repository& repository, const std::string& base,
                          Range& range) {
  auto commit = repository.commit_named(base.empty() ? "HEAD" : base);
  if (commit) {
    range.exclude.push_back(*commit);
    range.base = *commit;
    return {};
  }
  if (!repository.is_shallow() && !looks_like_id(base)) return commit.error();
  const std::string fetch = looks_like_id(base)
                                ? fmt::format("git fetch --no-tags origin {}", base)
                                : "git fetch --unshallow";
  if (!repository.is_shallow()) {
    return Error{fmt::format("the base {} is not in this repository; bring it by: {}",
                             base, fetch)};
  }
  range.diagnostics.push_back(
      {Diagnostic::Level::error,
       fmt::format("the base {} is not in this shallow clone, so all that is there was "
                   "scanned as new; bring it by: {} (or git fetch --unshallow)",
                   base, fetch),
       "", "", true});
  return {};
}

Result<Range> symmetric(const git::Repository& repository, const std::string& left,
                        const std::string& right) {
  Range range;
  SCANNER_TRY(const ObjectId a, repository.commit_named(left.empty() ? "HEAD" : left));
  SCANNER_TRY(const ObjectId b,
              repository.commit_named(right.empty() ? "HEAD" : right));
  range.include = {a, b};
  range.base = a;
  git_oidarray bases{};
  const git_oid one = git::to_oid(a);
  const git_oid two = git::to_oid(b);
  const int status = git_merge_bases(&bases, repository.raw(), &one, &two);
  if (status == 0) {
    for (std::size_t i = 0; i < bases.count; ++i) {
      range.exclude.push_back(git::to_id(bases.ids[i]));
    }
    git_oidarray_dispose(&bases);
  } else if (status != GIT_ENOTFOUND) {
    return git::last_error(fmt::format("cannot compare {} and {}", left, right));
  }
  return range;
}

Result<Range> one_commit(const git::Repository& repository,
                         const std::string& revision) {
  Range range;
  SCANNER_TRY(const ObjectId commit, repository.commit_named(revision));
  range.include.push_back(commit);
  for (int parent = 1;; ++parent) {
    const auto id = repository.commit_named(fmt::format("{}^{}", commit.hex(), parent));
    if (!id) return range;
    if (parent == 1) range.base = *id;
    range.exclude.push_back(*id);
  }
}

}  // namespace

Result<Range> parse_range(const git::Repository& repository, const std::string& text) {
  if (const std::size_t dots = text.find("..."); dots != std::string::npos) {
    return symmetric(repository, text.substr(0, dots), text.substr(dots + 3));
  }
  const std::size_t dots = text.find("..");
  if (dots == std::string::npos) {
    if (text.ends_with("^!")) {
      return one_commit(repository, text.substr(0, text.size() - 2));
    }
    Range range;
    SCANNER_TRY(const ObjectId tip, repository.commit_named(text));
    range.include.push_back(tip);
    return range;
  }
  Range range;
  const std::string base = text.substr(0, dots);
  const std::string head = text.substr(dots + 2);
  SCANNER_TRY(const ObjectId tip,
              repository.commit_named(head.empty() ? "HEAD" : head));
  range.include.push_back(tip);
  if (is_all_zero(base)) {
    SCANNER_CHECK(exclude_refs(repository, "refs/", tip, range));
    range.base = default_base(repository, range);
  } else {
    SCANNER_CHECK(exclude_base(repository, base, range));
  }
  return range;
}

Result<Range> parse_hook_lines(const git::Repository& repository,
                               std::string_view lines) {
  Range range;
  while (!lines.empty()) {
    std::string_view line = take_line(lines);
    std::vector<std::string> words;
    while (!line.empty()) {
      const std::size_t space = std::min(line.find(' '), line.size());
      if (space > 0) words.emplace_back(line.substr(0, space));
      line.remove_prefix(std::min(space + 1, line.size()));
    }
    if (words.empty()) continue;
    const bool pre_push = words.size() == 4;
    if (!pre_push && words.size() != 3) {
      return Error{
          "--stdin wants the lines of a pre-push or pre-receive hook: four or "
          "three words each"};
    }
    const std::string& old_id = pre_push ? words[3] : words[0];
    const std::string& new_id = words[1];
    if (is_all_zero(new_id)) continue;
    SCANNER_TRY(const ObjectId tip, repository.commit_named(new_id));
    range.include.push_back(tip);
    if (!is_all_zero(old_id)) {
      // What the remote has and we lack is excluded by its other refs, if by anything.
      if (const auto old = repository.commit_named(old_id)) {
        range.exclude.push_back(*old);
        if (range.base.is_zero()) range.base = *old;
      }
    }
    if (pre_push) {
      SCANNER_CHECK(exclude_refs(repository, "refs/remotes/", ObjectId{}, range));
    } else if (is_all_zero(old_id)) {
      SCANNER_CHECK(exclude_refs(repository, "refs/", ObjectId{}, range));
    }
  }
  if (range.base.is_zero()) range.base = default_base(repository, range);
  return range;
}

}  // namespace leaksieve

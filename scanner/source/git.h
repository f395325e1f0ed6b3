#pragma once

#include <git2.h>

#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/object_id.h"

namespace leaksieve::git {

/// Frees a C handle with one C function. Adds nothing to the size of a unique_ptr.
template <auto Free>
struct FreeWith {
  template <class Handle>
  void operator()(Handle* handle) const noexcept {
    Free(handle);
  }
};
template <class Handle, auto Free>
using Owned = std::unique_ptr<Handle, FreeWith<Free>>;

using RepositoryPtr = Owned<git_repository, git_repository_free>;
using OdbPtr = Owned<git_odb, git_odb_free>;
using OdbObjectPtr = Owned<git_odb_object, git_odb_object_free>;
using ReferencePtr = Owned<git_reference, git_reference_free>;
using ReferenceIteratorPtr = Owned<git_reference_iterator, git_reference_iterator_free>;
using ReflogPtr = Owned<git_reflog, git_reflog_free>;
using ConfigPtr = Owned<git_config, git_config_free>;
using ObjectPtr = Owned<git_object, git_object_free>;

/// libgit2 and its process-wide options. Made once, in main, and handed to whoever
/// opens a repository, so that forgetting it does not compile.
class Library {
 public:
  Library();
  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  /// From now on an object whose content is not the one that its id names cannot be
  /// read. Costs more than all the rest of a scan.
  static void verify_objects();
};

/// The version of libgit2 in use: "1.5.1".
std::string version();

/// What libgit2 said last on this thread, after `what`: "cannot open X: reason".
Error last_error(std::string_view what);

inline ObjectId to_id(const git_oid& oid) {
  ObjectId id;
  std::memcpy(id.bytes.data(), oid.id, id.bytes.size());
  return id;
}
inline git_oid to_oid(const ObjectId& id) {
  git_oid oid{};
  std::memcpy(oid.id, id.bytes.data(), id.bytes.size());
  return oid;
}

/// Where to look for a repository.
struct Location {
  std::string path;  ///< where the search upwards begins; empty: $GIT_DIR, else "."
};

struct Ref {
  std::string name;  ///< "refs/heads/main"
  ObjectId target;   ///< may be a commit, an annotated tag, a tree or a blob
};

/// An open repository. Objects of a quarantine ($GIT_OBJECT_DIRECTORY, as pre-receive
/// hooks have it) are seen as well. Not to be shared between threads, but for odb().
class Repository {
 public:
  /// Fails with what to do: no repository, one of another owner (safe.directory), one
  /// in a format that this libgit2 does not know.
  static Result<Repository> open(const Library& library, const Location& location);

  git_repository* raw() const { return repository_.get(); }
  git_odb* odb() const { return odb_.get(); }  ///< may be shared between threads

  std::string git_dir() const;     ///< ends in '/'; of a linked worktree: its own
  std::string common_dir() const;  ///< ends in '/'; where refs and objects are
  std::string work_dir() const;    ///< ends in '/'; empty if bare
  bool is_shallow() const;
  /// Whether a remote has promised what was not fetched (remote.NAME.promisor).
  bool is_partial() const;

  /// The index that git would use: $GIT_INDEX_FILE, else git_dir() + "index".
  std::string index_path() const;

  /// The commit that HEAD names; zero if HEAD is unborn. Fails if HEAD is damaged.
  Result<ObjectId> head() const;

  /// Every ref but HEAD, sorted by name; symbolic ones resolved, broken ones with a
  /// zero target. The older entries of the stash (its reflog) follow as
  /// "refs/stash@{n}".
  Result<std::vector<Ref>> refs() const;

  /// Objects that must not be read: libgit2 would follow deltas against themselves
  /// without an end. To be told before objects are read by other threads; whoever reads
  /// through an ObjectStore gets an error then.
  void refuse(const std::vector<ObjectId>& objects) const {
    refused_->insert(objects.begin(), objects.end());
  }
  std::shared_ptr<const std::unordered_set<ObjectId>> refused() const {
    return refused_;
  }

  /// The commit that a revision names, tags peeled. Fails if there is none.
  Result<ObjectId> commit_named(const std::string& revision) const;

 private:
  RepositoryPtr repository_;
  OdbPtr odb_;
  std::shared_ptr<std::unordered_set<ObjectId>> refused_ =
      std::make_shared<std::unordered_set<ObjectId>>();
};

}  // namespace leaksieve::git

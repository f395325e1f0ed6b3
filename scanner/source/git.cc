#include "scanner/source/git.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace leaksieve::git {
namespace {

const char* environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? value : nullptr;
}

// Whether there is a repository, whoever owns it. libgit2 1.5 says "not found" of one
// of another owner where no safe.directory is set.
bool exists(const std::string& path) {
  git_buf found = GIT_BUF_INIT;
  const bool yes = git_repository_discover(&found, path.c_str(), 0, nullptr) == 0;
  git_buf_dispose(&found);
  return yes;
}

Error open_error(int status, const std::string& path) {
  if (status == GIT_ENOTFOUND && !exists(path)) {
    return Error{fmt::format(
        "no git repository at {} or above it; name one, or use \"leaksieve dir\" for "
        "files without git",
        path)};
  }
  if (status == GIT_EOWNER || status == GIT_ENOTFOUND) {
    return Error{
        fmt::format("cannot open the repository at {}: it belongs to another user; if "
                    "you trust it: "
                    "git config --global --add safe.directory \"$(realpath {})\"",
                    path, path)};
  }
  const git_error* error = git_error_last();
  if (error != nullptr && std::strstr(error->message, "objectformat") != nullptr) {
    return Error{
        fmt::format("cannot open the repository at {}: it uses SHA-256 object ids, "
                    "which libgit2 {} "
                    "does not know",
                    path, version())};
  }
  if (error != nullptr && std::strstr(error->message, "refstorage") != nullptr) {
    return Error{
        fmt::format("cannot open the repository at {}: its refs are a reftable, which "
                    "libgit2 {} does not know; in a copy of it: git refs migrate "
                    "--ref-format=files",
                    path, version())};
  }
  return last_error(fmt::format("cannot open the repository at {}", path));
}

}  // namespace

Library::Library() {
  git_libgit2_init();
  // Verifying the SHA-1 of every object costs more than all the rest of a scan, and a
  // scanner does not need it: it reports what stands in the object.
  git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
  // Objects are read once each; the cache would only hold memory.
  git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, static_cast<ssize_t>(32 << 20));
  // They change nothing about how objects and refs are read; libgit2 1.5 refuses them.
  const char* extensions[] = {"worktreeconfig", "partialclone", "preciousobjects"};
  git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, std::size(extensions));
}

void Library::verify_objects() {
  git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
}

Library::~Library() { git_libgit2_shutdown(); }

std::string version() {
  int major = 0;
  int minor = 0;
  int revision = 0;
  git_libgit2_version(&major, &minor, &revision);
  return fmt::format("{}.{}.{}", major, minor, revision);
}

Error last_error(std::string_view what) {
  const git_error* error = git_error_last();
  return Error{fmt::format(
      "{}: {}", what, error != nullptr ? error->message : "libgit2 gives no reason")};
}

Result<Repository> Repository::open(const Library&, const Location& location) {
  const char* git_dir = location.path.empty() ? environment("GIT_DIR") : nullptr;
  const std::string path = git_dir != nullptr      ? git_dir
                           : location.path.empty() ? "."
                                                   : location.path;
  const unsigned flags = git_dir != nullptr ? GIT_REPOSITORY_OPEN_NO_SEARCH : 0;
  Repository repository;
  git_repository* raw = nullptr;
  const int status = git_repository_open_ext(&raw, path.c_str(), flags, nullptr);
  repository.repository_.reset(raw);
  if (status < 0) return open_error(status, path);

  git_odb* odb = nullptr;
  if (git_repository_odb(&odb, raw) < 0) {
    return last_error(fmt::format("cannot read the objects of {}", path));
  }
  repository.odb_.reset(odb);
  if (const char* quarantine = environment("GIT_OBJECT_DIRECTORY")) {
    if (git_odb_add_disk_alternate(odb, quarantine) < 0) {
      return last_error("cannot read GIT_OBJECT_DIRECTORY");
    }
  }
  return repository;
}

std::string Repository::git_dir() const { return git_repository_path(raw()); }
std::string Repository::common_dir() const { return git_repository_commondir(raw()); }
std::string Repository::work_dir() const {
  const char* path = git_repository_workdir(raw());
  return path != nullptr ? path : "";
}
bool Repository::is_shallow() const { return git_repository_is_shallow(raw()) == 1; }

bool Repository::is_partial() const {
  git_config* raw_config = nullptr;
  if (git_repository_config_snapshot(&raw_config, raw()) < 0) return false;
  const ConfigPtr config(raw_config);
  bool partial = false;
  const auto look = [](const git_config_entry* entry, void* found) noexcept {
    int is_true = 0;
    if (git_config_parse_bool(&is_true, entry->value) == 0 && is_true != 0) {
      *static_cast<bool*>(found) = true;
    }
    return 0;
  };
  git_config_foreach_match(config.get(), "^remote\\..*\\.promisor$", look, &partial);
  return partial;
}

std::string Repository::index_path() const {
  const char* path = environment("GIT_INDEX_FILE");
  return path != nullptr ? path : git_dir() + "index";
}

Result<ObjectId> Repository::head() const {
  git_oid oid{};
  const int status = git_reference_name_to_id(&oid, raw(), "HEAD");
  if (status == GIT_ENOTFOUND) return ObjectId{};
  if (status < 0) return last_error("cannot resolve HEAD");
  return to_id(oid);
}

Result<std::vector<Ref>> Repository::refs() const {
  git_reference_iterator* raw_iterator = nullptr;
  const int status = git_reference_iterator_new(&raw_iterator, raw());
  const ReferenceIteratorPtr iterator(raw_iterator);
  if (status < 0) return last_error("cannot list the refs");
  std::vector<Ref> refs;
  const char* name = nullptr;
  int next = 0;
  while ((next = git_reference_next_name(&name, iterator.get())) == 0) {
    git_oid oid{};
    const bool resolved = git_reference_name_to_id(&oid, raw(), name) == 0;
    refs.push_back({name, resolved ? to_id(oid) : ObjectId{}});
  }
  if (next != GIT_ITEROVER) return last_error("cannot list the refs");
  std::sort(refs.begin(), refs.end(),
            [](const Ref& a, const Ref& b) { return a.name < b.name; });

  git_reflog* raw_log = nullptr;
  const bool has_stash = std::any_of(refs.begin(), refs.end(), [](const Ref& ref) {
    return ref.name == "refs/stash";
  });
  if (has_stash && git_reflog_read(&raw_log, raw(), "refs/stash") == 0) {
    const ReflogPtr log(raw_log);
    for (std::size_t i = 1; i < git_reflog_entrycount(log.get()); ++i) {
      const git_reflog_entry* entry = git_reflog_entry_byindex(log.get(), i);
      refs.push_back({fmt::format("refs/stash@{{{}}}", i),
                      to_id(*git_reflog_entry_id_new(entry))});
    }
  }
  return refs;
}

Result<ObjectId> Repository::commit_named(const std::string& revision) const {
  git_object* raw_object = nullptr;
  const int found = git_revparse_single(&raw_object, raw(), revision.c_str());
  const ObjectPtr object(raw_object);
  if (found < 0) {
    return Error{
        fmt::format("there is no revision \"{}\" in this repository", revision)};
  }
  git_object* raw_commit = nullptr;
  const int peeled = git_object_peel(&raw_commit, object.get(), GIT_OBJECT_COMMIT);
  const ObjectPtr commit(raw_commit);
  if (peeled < 0) {
    return Error{fmt::format("\"{}\" names an object that is not a commit", revision)};
  }
  return to_id(*git_object_id(commit.get()));
}

}  // namespace leaksieve::git

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "scanner/base/result.h"
#include "scanner/model/object_id.h"
#include "scanner/source/git.h"

namespace leaksieve {

enum class ObjectType { commit, tree, blob, tag };

std::string_view name_of(ObjectType type);

/// One object of git, expanded. Owns its bytes.
class Object {
 public:
  Object(ObjectType type, std::string bytes) : own_(std::move(bytes)), type_(type) {}

  ObjectType type() const { return type_; }
  /// Borrowed from this Object.
  std::string_view bytes() const {
    if (!handle_) return own_;
    return {static_cast<const char*>(git_odb_object_data(handle_.get())),
            git_odb_object_size(handle_.get())};
  }

 private:
  friend class ObjectStore;
  Object(git::OdbObjectPtr handle, ObjectType type)
      : handle_(std::move(handle)), type_(type) {}
  git::OdbObjectPtr handle_;
  std::string own_;  ///< without a handle
  ObjectType type_;
};

/// Another way to objects than libgit2. May be used from several threads at once.
class ObjectFallback {
 public:
  virtual ~ObjectFallback() = default;
  /// Nullopt if it has no such object, or none of at most `max_bytes`.
  virtual std::optional<Object> read(const ObjectId& id,
                                     std::uint64_t max_bytes) const = 0;
};

/// Reads objects through libgit2. Cheap to copy; may be used from several threads at
/// once. Borrows the repository, which must outlive it.
class ObjectStore {
 public:
  explicit ObjectStore(const git::Repository& repository)
      : odb_(repository.odb()), refused_(repository.refused()) {}

  /// What libgit2 cannot read is asked for there. Borrowed.
  void fall_back_to(const ObjectFallback* fallback) { fallback_ = fallback; }

  bool contains(const ObjectId& id) const;

  /// Without reading it. Fails as read() does.
  Result<ObjectType> type(const ObjectId& id) const;

  /// Fails if the object is missing, damaged, or larger than `max_bytes` expanded; the
  /// message says which, without the id.
  Result<Object> read(const ObjectId& id, std::uint64_t max_bytes) const;

  /// The same, and fails if the object is of another type.
  Result<Object> read(const ObjectId& id, ObjectType type,
                      std::uint64_t max_bytes) const;

  /// The largest commit, tag or tree that is read: nobody writes one by hand.
  static constexpr std::uint64_t kMaxStructureBytes = 256 << 20;

  Result<Object> read_structure(const ObjectId& id, ObjectType type) const {
    return read(id, type, kMaxStructureBytes);
  }

 private:
  Result<Object> read_by_libgit2(const ObjectId& id, std::uint64_t max_bytes) const;

  bool is_refused(const ObjectId& id) const {
    return !refused_->empty() && refused_->contains(id);
  }

  git_odb* odb_;
  std::shared_ptr<const std::unordered_set<ObjectId>> refused_;
  const ObjectFallback* fallback_ = nullptr;
};

}  // namespace leaksieve

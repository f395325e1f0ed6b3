#pragma once

#include <cstdint>
#include <string_view>

#include "scanner/base/result.h"
#include "scanner/model/object_id.h"
#include "scanner/source/git.h"

namespace leaksieve {

enum class ObjectType { commit, tree, blob, tag };

std::string_view name_of(ObjectType type);

/// One object of git, expanded. Owns its bytes.
class Object {
 public:
  ObjectType type() const { return type_; }
  /// Borrowed from this Object.
  std::string_view bytes() const {
    return {static_cast<const char*>(git_odb_object_data(handle_.get())),
            git_odb_object_size(handle_.get())};
  }

 private:
  friend class ObjectStore;
  Object(git::OdbObjectPtr handle, ObjectType type)
      : handle_(std::move(handle)), type_(type) {}
  git::OdbObjectPtr handle_;
  ObjectType type_;
};

/// Reads objects through libgit2. Cheap to copy; may be used from several threads at
/// once. Borrows the repository, which must outlive it.
class ObjectStore {
 public:
  explicit ObjectStore(const git::Repository& repository) : odb_(repository.odb()) {}

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
  git_odb* odb_;
};

}  // namespace leaksieve

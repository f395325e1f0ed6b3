#include "scanner/source/objects.h"

#include <fmt/format.h>

#include <optional>

namespace leaksieve {
namespace {

std::optional<ObjectType> type_of(git_object_t type) {
  switch (type) {
    case GIT_OBJECT_COMMIT:
      return ObjectType::commit;
    case GIT_OBJECT_TREE:
      return ObjectType::tree;
    case GIT_OBJECT_BLOB:
      return ObjectType::blob;
    case GIT_OBJECT_TAG:
      return ObjectType::tag;
    default:
      return std::nullopt;
  }
}

const Error& endless() {
  static const Error kError{"the object is a delta against itself"};
  return kError;
}

Error read_error(int status) {
  if (status == GIT_ENOTFOUND) return Error{"the object is missing"};
  const git_error* error = git_error_last();
  return Error{fmt::format("the object cannot be read: {}",
                           error != nullptr ? error->message : "no reason given")};
}

}  // namespace

std::string_view name_of(ObjectType type) {
  constexpr std::string_view kNames[] = {"commit", "tree", "blob", "tag"};
  return kNames[static_cast<std::size_t>(type)];
}

bool ObjectStore::contains(const ObjectId& id) const {
  const git_oid oid = git::to_oid(id);
  return git_odb_exists(odb_, &oid) == 1;
}

Result<ObjectType> ObjectStore::type(const ObjectId& id) const {
  if (is_refused(id)) return endless();
  const git_oid oid = git::to_oid(id);
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  if (const int status = git_odb_read_header(&size, &type, odb_, &oid); status < 0) {
    return read_error(status);
  }
  const std::optional<ObjectType> known = type_of(type);
  if (!known) return Error{"the object is of no known type"};
  return *known;
}

Result<Object> ObjectStore::read(const ObjectId& id, std::uint64_t max_bytes) const {
  auto object = read_by_libgit2(id, max_bytes);
  if (object || fallback_ == nullptr) return object;
  auto found = fallback_->read(id, max_bytes);
  if (!found) return object;
  return std::move(*found);
}

Result<Object> ObjectStore::read_by_libgit2(const ObjectId& id,
                                            std::uint64_t max_bytes) const {
  if (is_refused(id)) return endless();
  const git_oid oid = git::to_oid(id);
  // The size first: a delta of a few bytes may unfold to gigabytes.
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  if (const int status = git_odb_read_header(&size, &type, odb_, &oid); status < 0) {
    return read_error(status);
  }
  if (size > max_bytes) {
    return Error{fmt::format("{} bytes are more than the limit of {} (--max-file-size)",
                             size, max_bytes)};
  }
  git_odb_object* raw = nullptr;
  const int status = git_odb_read(&raw, odb_, &oid);
  git::OdbObjectPtr handle(raw);
  if (status < 0) return read_error(status);
  const std::optional<ObjectType> known = type_of(git_odb_object_type(raw));
  if (!known) return Error{"the object is of no known type"};
  return Object(std::move(handle), *known);
}

Result<Object> ObjectStore::read(const ObjectId& id, ObjectType type,
                                 std::uint64_t max_bytes) const {
  SCANNER_TRY(Object object, read(id, max_bytes));
  if (object.type() != type) {
    return Error{fmt::format("the object is a {}, not a {}", name_of(object.type()),
                             name_of(type))};
  }
  return object;
}

}  // namespace leaksieve

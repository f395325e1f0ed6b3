#include "scanner/source/git_source.h"

#include "scanner/source/commit.h"
#include "scanner/source/tree_diff.h"

namespace leaksieve {

// The header ends with the first empty line.
std::string_view message_of(std::string_view bytes) {
  const std::size_t end = bytes.find("\n\n");
  return end == std::string_view::npos ? std::string_view() : bytes.substr(end + 2);
}

Result<std::string_view> GitReader::read(const Item& item) {
  SCANNER_TRY(const std::string_view bytes, read_blob(item.object));
  return is_message(item.where) ? message_of(bytes) : bytes;
}

Result<std::string_view> GitReader::read_blob(const ObjectId& blob) {
  SCANNER_TRY(Object object, objects_.read(blob, max_bytes_));
  object_.emplace(std::move(object));
  return object_->bytes();
}

CommitInfo read_commit_info(const ObjectStore& objects, const ObjectId& commit) {
  const auto object = objects.read_structure(commit, ObjectType::commit);
  if (!object) return {};
  const auto header = parse_commit(object->bytes());
  if (!header) return {};
  return {header->author.name_and_mail, header->author.iso_date(), header->author.time};
}

bool has_file_at(const ObjectStore& objects, const ObjectId& commit,
                 const std::string& path) {
  const auto object = objects.read_structure(commit, ObjectType::commit);
  if (!object) return false;
  const auto header = parse_commit(object->bytes());
  return header && !blob_at(objects, header->tree, path).is_zero();
}

bool GitSource::has_file(const std::string& path) const {
  return Source::has_file(path) || has_file_at(objects_, head_, path);
}

std::unique_ptr<Reader> GitSource::make_reader() const {
  return std::make_unique<GitReader>(objects_, listing_, max_bytes_);
}

CommitInfo GitSource::commit_info(const ObjectId& commit) const {
  return read_commit_info(objects_, commit);
}

}  // namespace leaksieve

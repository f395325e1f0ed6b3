#include "scanner/source/git_source.h"

#include <optional>

#include "scanner/source/commit.h"

namespace leaksieve {
namespace {

// What the author wrote: a commit's or tag's header ends with the first empty line.
std::string_view message_of(std::string_view bytes) {
  const std::size_t end = bytes.find("\n\n");
  return end == std::string_view::npos ? std::string_view() : bytes.substr(end + 2);
}

class GitReader : public Reader {
 public:
  GitReader(const ObjectStore& objects, std::uint64_t max_bytes)
      : objects_(objects), max_bytes_(max_bytes) {}

  Result<std::string_view> read(const Item& item) override {
    SCANNER_TRY(const std::string_view bytes, read_blob(item.object));
    return is_message(item.where) ? message_of(bytes) : bytes;
  }

  Result<std::string_view> read_blob(const ObjectId& blob) override {
    SCANNER_TRY(Object object, objects_.read(blob, max_bytes_));
    object_.emplace(std::move(object));
    return object_->bytes();
  }

 private:
  ObjectStore objects_;
  std::uint64_t max_bytes_;
  std::optional<Object> object_;
};

}  // namespace

std::unique_ptr<Reader> GitSource::make_reader() const {
  return std::make_unique<GitReader>(objects_, max_bytes_);
}

CommitInfo GitSource::commit_info(const ObjectId& commit) const {
  const auto object = objects_.read_structure(commit, ObjectType::commit);
  if (!object) return {};
  const auto header = parse_commit(object->bytes());
  if (!header) return {};
  return {header->author.name_and_mail, header->author.iso_date()};
}

}  // namespace leaksieve

#include "scanner/source/owners/owners.h"

#include <optional>

#include "scanner/source/commit.h"
#include "scanner/source/objects.h"
#include "scanner/source/tree_diff.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kMaxBytes = 3 << 20;

class Head {
 public:
  Head(const git::Repository& repository, Diagnostics& diagnostics)
      : objects_(repository), diagnostics_(diagnostics) {
    const auto head = repository.head();
    if (!head || head->is_zero()) return;
    const auto object = objects_.read_structure(*head, ObjectType::commit);
    if (!object) return;  // whoever scans the repository has said so
    if (const auto header = parse_commit(object->bytes())) tree_ = header->tree;
  }

  /// Nullopt if HEAD has no such file, or it cannot be read.
  std::optional<std::string> read(const std::string& path) {
    if (tree_.is_zero()) return std::nullopt;
    const ObjectId blob = blob_at(objects_, tree_, path);
    if (blob.is_zero()) return std::nullopt;
    const auto object = objects_.read(blob, ObjectType::blob, kMaxBytes);
    if (object) return std::string(object->bytes());
    diagnostics_.push_back({Diagnostic::Level::warning,
                            "so no owners are named: " + object.error().message, path,
                            blob.hex(), false});
    return std::nullopt;
  }

 private:
  ObjectStore objects_;
  Diagnostics& diagnostics_;
  ObjectId tree_;
};

}  // namespace

std::string Owners::of(std::string_view path, std::string_view author) const {
  std::string owners = path.empty() ? "" : code.owners_of(path);
  return owners.empty() && !author.empty() ? mailmap.resolve(author) : owners;
}

Owners read_owners(const git::Repository& repository, Diagnostics& diagnostics) {
  Head head(repository, diagnostics);
  Owners owners;
  if (const auto text = head.read(".mailmap")) owners.mailmap = Mailmap::parse(*text);
  for (const char* const path :
       {".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"}) {
    const auto text = head.read(path);
    if (!text) continue;
    const bool gitlab = std::string_view(path).starts_with(".gitlab");
    owners.code = CodeOwners::parse(
        *text, gitlab ? CodeOwners::Dialect::gitlab : CodeOwners::guess_dialect(*text));
    owners.code_bytes = text->size();
    break;
  }
  return owners;
}

}  // namespace leaksieve

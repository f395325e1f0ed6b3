#include "scanner/source/history/history.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "scanner/source/commit_walk.h"

namespace leaksieve {
namespace {

// What the refs lead to, tags peeled.
struct Tips {
  std::vector<ObjectId> commits;
  std::vector<ObjectId> notes;  // commits under refs/notes
  std::vector<ObjectId> trees;  // named by a tag or ref directly
  std::vector<ObjectId> blobs;
};

class Structure {
 public:
  Structure(const git::Repository& repository, const StructureOptions& options)
      : repository_(repository),
        options_(options),
        history_(std::make_unique<History>(repository)) {}

  Result<std::unique_ptr<History>> run() {
    SCANNER_TRY(const ObjectId head, repository_.head());
    SCANNER_TRY(const std::vector<git::Ref> refs, repository_.refs());
    if (!options_.use_packs) {
      // Their headers have to be known all the same.
      Diagnostics unused;
      repository_.refuse(ObjectTable::open(repository_, unused).endless());
    } else {
      history_->objects = ObjectTable::open(repository_, history_->diagnostics);
      repository_.refuse(history_->objects.endless());
      history_->store.fall_back_to(&history_->packed);
      history_->commits = CommitGraph::read(history_->objects, options_.memory);
      history_->trees =
          TreeGraph::read(history_->objects, options_.workers, options_.memory);
    }
    history_->head = head;
    history_->is_partial = repository_.is_partial();
    if (!head.is_zero()) add_tip("HEAD", head);
    for (const git::Ref& ref : refs) {
      if (ref.target.is_zero()) {
        broken("the ref " + ref.name + " names nothing that is there", {});
      } else {
        add_tip(ref.name, ref.target);
      }
    }
    std::vector<ObjectId> unreached;
    if (options_.all_objects) {
      SCANNER_TRY(unreached, add_all_objects());
    }
    follow(unreached);
    return std::move(history_);
  }

 private:
  void add_tip(const std::string& name, ObjectId id) {
    // A chain of tags that name tags is followed; each tag once, so a cycle ends.
    for (;;) {
      const auto type = history_->type(id);
      if (!type) {
        broken("cannot read what " + name + " names: " + type.error().message, id);
        return;
      }
      if (*type != ObjectType::tag) {
        tips_for(*type, name).push_back(id);
        if (name.starts_with("refs/")) history_->refs.push_back({name, id});
        return;
      }
      if (!seen_tags_.insert(id).second) return;
      history_->tags.push_back(id);
      const auto object = history_->store.read_structure(id, ObjectType::tag);
      const auto tag = object ? parse_tag(object->bytes()) : object.error();
      if (!tag) {
        broken(tag.error().message, id);
        return;
      }
      id = tag->target;
    }
  }

  std::vector<ObjectId>& tips_for(ObjectType type, const std::string& name) {
    if (type == ObjectType::tree) return tips_.trees;
    if (type == ObjectType::blob) return tips_.blobs;
    return name.starts_with("refs/notes/") ? tips_.notes : tips_.commits;
  }

  // Makes a tip of every commit and tag; gives the blobs.
  Result<std::vector<ObjectId>> add_all_objects() {
    std::vector<ObjectId> blobs;
    const ObjectTable& objects = history_->objects;
    for (ObjectNumber number = 0; number < objects.packed(); ++number) {
      const ObjectId id = objects.id(number);
      // Several packs may hold it.
      if (objects.find(id) == number) add_object(id, blobs);
    }
    std::vector<ObjectId> others;
    const auto append = [](const git_oid* oid, void* out) noexcept {
      static_cast<std::vector<ObjectId>*>(out)->push_back(git::to_id(*oid));
      return 0;
    };
    if (git_odb_foreach(repository_.odb(), append, &others) < 0) {
      return git::last_error("cannot list the objects");
    }
    for (const ObjectId& id : others) {
      if (objects.find(id) == kNoObject) add_object(id, blobs);
    }
    return blobs;
  }

  void add_object(const ObjectId& id, std::vector<ObjectId>& blobs) {
    const auto type = history_->type(id);
    if (!type) {
      broken(type.error().message, id);
    } else if (*type == ObjectType::commit) {
      tips_.commits.push_back(id);
    } else if (*type == ObjectType::blob) {
      blobs.push_back(id);
    } else if (*type == ObjectType::tag) {
      add_tip("a tag", id);
    }
  }

  void follow(const std::vector<ObjectId>& unreached) {
    history_->reachable = std::make_unique<Reachable>(
        history_->store, history_->objects, history_->commits, history_->trees,
        shallow_commits(repository_), options_.names_matter);
    Reachable& reachable = *history_->reachable;
    for (const ObjectId& id : tips_.commits) reachable.add_commit(id, Where::file);
    for (const ObjectId& id : tips_.notes) reachable.add_commit(id, Where::note);
    for (const ObjectId& id : tips_.trees) reachable.add_tree(id, Where::tagged_blob);
    for (const ObjectId& id : tips_.blobs) reachable.add_blob(id, Where::tagged_blob);
    for (const ObjectId& id : unreached) reachable.add_blob(id, Where::file);
    if (reachable.reached_shallow()) {
      broken(
          "the clone is shallow, so what came before its edge was not looked at; bring "
          "it by: git fetch --unshallow",
          {});
    }
  }

  void broken(const std::string& what, const ObjectId& id) {
    history_->diagnostics.push_back(
        {Diagnostic::Level::error, what, "", id.is_zero() ? "" : id.hex(), true});
  }

  const git::Repository& repository_;
  const StructureOptions& options_;
  std::unique_ptr<History> history_;
  Tips tips_;
  std::unordered_set<ObjectId> seen_tags_;
};

}  // namespace

Result<ObjectType> History::type(const ObjectId& id) const {
  const ObjectNumber number = objects.find(id);
  if (const auto type =
          number < objects.packed() ? objects.type(number) : std::nullopt) {
    return *type;
  }
  return store.type(id);
}

Result<std::unique_ptr<History>> read_history(const git::Repository& repository,
                                              const StructureOptions& options) {
  return Structure(repository, options).run();
}

}  // namespace leaksieve

#include "scanner/source/history/history_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "scanner/source/git_source.h"
#include "scanner/source/history/attribution.h"
#include "scanner/source/history/history.h"
#include "scanner/source/history/tip_blobs.h"
#include "scanner/source/history/verify.h"
#include "scanner/source/pack/forest_reader.h"

namespace leaksieve {
namespace {

constexpr std::size_t kNoItem = SIZE_MAX;
constexpr std::uint64_t kRunBytes = std::uint64_t{32} << 20;

// What a run of items is read from: steps of a plan, or one by one without a part.
struct RunSource {
  const ObjectTable::Part* part = nullptr;
  std::shared_ptr<const VisitPlan> plan;
  std::size_t begin = 0;  // steps
  std::size_t end = 0;
};

class HistorySource : public Source {
 public:
  HistorySource(std::unique_ptr<History> history, const HistoryOptions& options)
      : Source({}), history_(std::move(history)), options_(options) {
    const Reachable& reachable = *history_->reachable;
    listing_.commit_count = reachable.commits().size();
    if (reachable.submodules() > 0)
      listing_.skipped["submodule"] = reachable.submodules();
    listing_.diagnostics = history_->diagnostics;
    listing_.diagnostics.insert(listing_.diagnostics.end(),
                                reachable.diagnostics().begin(),
                                reachable.diagnostics().end());
    item_of_.assign(history_->objects.packed(), kNone);
    if (!options_.old_code_may_run) tips_ = tip_blobs(*history_);
    for (const ObjectTable::Part& part : history_->objects.parts()) {
      add_plan(part, ObjectType::commit);
      add_plan(part, ObjectType::blob);
    }
    add_single_items();
  }

  std::vector<Run> runs() const override { return runs_; }
  std::unique_ptr<Reader> make_reader() const override;

  std::string path(const Item& item) const override {
    if (item.path != kNone) return listing_.paths[item.path];
    return history_->reachable->path(history_->objects.find(item.object));
  }
  ObjectId commit(const Item& item) const override {
    if (item.where == Where::commit_message) return item.object;
    if (item.where == Where::tag_message) return {};
    const auto commit =
        history_->reachable->commit(history_->objects.find(item.object));
    return commit == CommitGraph::kNoCommit
               ? ObjectId()
               : history_->objects.id(history_->commits.number(commit));
  }
  CommitInfo commit_info(const ObjectId& commit) const override {
    return read_commit_info(history_->store, commit);
  }

  bool has_file(const std::string& path) const override {
    return has_file_at(history_->store, history_->head, path);
  }

  bool follows_log_statements() const override { return options_.old_code_may_run; }

  std::vector<std::vector<Origin>> attribute(const std::vector<Holding>& holdings,
                                             std::uint32_t secrets) const override {
    return leaksieve::attribute(*history_, holdings, secrets);
  }

 private:
  friend class HistoryReader;

  // The objects of one pack and type that were reached.
  void add_plan(const ObjectTable::Part& part, ObjectType type) {
    const Reachable& reachable = *history_->reachable;
    const ObjectTable& objects = history_->objects;
    const bool commits = type == ObjectType::commit;
    auto plan = std::make_shared<const VisitPlan>(
        part.forest.plan(type, [&](ObjectNumber number) {
          const ObjectNumber global = part.first + number;
          if (!(commits ? reachable.reached_commit(global)
                        : reachable.reached_blob(global))) {
            return false;
          }
          // Several packs may hold it.
          return objects.parts().size() == 1 ||
                 objects.find(part.pack->id(number)) == global;
        }));
    for (const VisitPlan::Chunk& chunk : plan->chunks(kRunBytes)) {
      const std::size_t first = listing_.items.size();
      for (std::size_t i = chunk.begin; i < chunk.end; ++i) {
        if (!plan->steps[i].wanted) continue;
        const ObjectNumber global = part.first + plan->steps[i].number;
        item_of_[global] = static_cast<std::uint32_t>(listing_.items.size());
        if (commits) {
          add_message(part.pack->id(plan->steps[i].number), Where::commit_message);
        } else {
          add_blob(global, kNone);
        }
      }
      if (listing_.items.size() == first) continue;
      runs_.push_back({runs_.size(), first, listing_.items.size()});
      run_sources_.push_back({&part, plan, chunk.begin, chunk.end});
    }
  }

  void add_message(const ObjectId& id, Where where) {
    listing_.items.push_back({.object = id, .where = where, .may_run = false});
  }

  // Without a path the blob stands at the one that was reached first.
  void add_blob(ObjectNumber number, std::uint32_t path) {
    const Reachable& reachable = *history_->reachable;
    listing_.items.push_back(
        {.object = history_->objects.id(number),
         .path = path,
         .where = reachable.where(number),
         .has_telling_name = path != kNone || reachable.has_name_that_matters(number),
         .may_run =
             options_.old_code_may_run || (number < tips_.size() && tips_[number])});
  }

  // What is read one by one: tags, what is in no pack, what stands under a second name
  // that matters.
  void add_single_items() {
    const Reachable& reachable = *history_->reachable;
    const std::size_t first = listing_.items.size();
    const auto is_planned = [&](ObjectNumber number) {
      return number < item_of_.size() && item_of_[number] != kNone;
    };
    for (const ObjectId& tag : history_->tags) {
      add_message(tag, Where::tag_message);
    }
    for (const CommitGraph::Commit commit : reachable.commits()) {
      const ObjectNumber number = history_->commits.number(commit);
      if (is_planned(number)) continue;
      add_message(history_->objects.id(number), Where::commit_message);
    }
    const bool partial = history_->is_partial;
    std::size_t absent = 0;
    for (const ObjectNumber number : reachable.blobs()) {
      if (is_planned(number)) continue;
      if (partial && !history_->store.contains(history_->objects.id(number))) {
        ++absent;
      } else {
        add_blob(number, kNone);
      }
    }
    if (partial) tell_absent(absent);
    std::set<std::pair<ObjectNumber, std::uint32_t>> seen;
    for (const Reachable::Named& named : reachable.named()) {
      const ObjectNumber number = named.entry.child;
      const std::string path = reachable.path(named);
      if (path == reachable.path(number)) continue;
      const std::uint32_t path_number = listing_.paths.add(path);
      if (seen.emplace(number, path_number).second) add_blob(number, path_number);
    }
    append_small_runs(first, listing_.items.size(), runs_);
    run_sources_.resize(runs_.size());
  }

  // One sentence for all that was never fetched, instead of one an object.
  void tell_absent(std::size_t blobs) {
    if (blobs == 0 && history_->reachable->diagnostics().empty()) return;
    listing_.diagnostics.push_back(
        {Diagnostic::Level::error,
         fmt::format("the clone is partial, so what it lacks ({} blob{} of what is "
                     "known) was not looked at; bring it by: git fetch --refetch "
                     "--no-filter",
                     blobs, blobs == 1 ? "" : "s"),
         "", "", true});
  }

  std::unique_ptr<History> history_;
  HistoryOptions options_;
  std::vector<Run> runs_;
  std::vector<RunSource> run_sources_;  // by run
  std::vector<bool> tips_;              // by object: whether a tip has the blob
  std::vector<std::uint32_t> item_of_;  // by packed object: its item; kNone: none
};

class HistoryReader : public GitReader {
 public:
  explicit HistoryReader(const HistorySource& source)
      : GitReader(source.history_->store, source.listing(), source.options_.max_bytes),
        source_(source) {}

  void visit(const Run& run, const Visitor& visitor) override {
    const RunSource& from = source_.run_sources_[run.number];
    if (from.part == nullptr) {
      GitReader::visit(run, visitor);
      return;
    }
    if (part_ != from.part) {
      const HistoryOptions& options = source_.options_;
      reader_.emplace(
          from.part->forest,
          ForestReader::Limits{options.max_bytes,
                               options.memory / std::max(options.workers, 1U)});
      part_ = from.part;
    }
    LeftOvers left_over;
    reader_->visit(
        *from.plan, from.begin, from.end,
        [&](const PackObject& object) { give_object(object, visitor); }, left_over);
    for (const LeftOver& object : left_over) {
      // libgit2 may find it in another pack, or says why not.
      give(source_.item_of_[part_->first + object.number], visitor);
    }
  }

 private:
  void give_object(const PackObject& object, const Visitor& visitor) {
    const std::size_t item = source_.item_of_[part_->first + object.number];
    ItemText text;
    if (object.type == ObjectType::commit) {
      text.bytes = message_of(object.bytes);
    } else {
      text.bytes = object.bytes;
      if (object.base != kNoObject) {
        const std::uint32_t base = source_.item_of_[part_->first + object.base];
        text.base = base == kNone ? kNoItem : base;
        text.base_bytes = object.base_bytes;
        text.delta = object.delta;
      }
    }
    visitor(item, Result<ItemText>(text));
  }

  const HistorySource& source_;
  const ObjectTable::Part* part_ = nullptr;
  std::optional<ForestReader> reader_;
};

std::unique_ptr<Reader> HistorySource::make_reader() const {
  return std::make_unique<HistoryReader>(*this);
}

}  // namespace

Result<std::unique_ptr<Source>> make_history_source(const git::Repository& repository,
                                                    const HistoryOptions& options) {
  SCANNER_TRY(std::unique_ptr<History> history,
              read_history(repository,
                           {options.engine == Engine::forest, options.all_objects,
                            options.names_matter, options.workers, options.memory}));
  if (options.verify_objects) {
    const Diagnostics faults = verify_packed_objects(
        history->objects, options.max_bytes, options.workers, options.memory);
    history->diagnostics.insert(history->diagnostics.end(), faults.begin(),
                                faults.end());
  }
  return std::unique_ptr<Source>(
      std::make_unique<HistorySource>(std::move(history), options));
}

}  // namespace leaksieve

#include "scanner/scan/findings.h"

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>

#include "scanner/base/parallel.h"
#include "scanner/scan/introduced.h"
#include "scanner/text/region.h"

namespace leaksieve {
namespace {

// Few enough that the workers end together, many enough that a reader's neighbours in
// the pack, which share delta bases, are read by the same worker.
constexpr std::size_t kItemsPerChunk = 64;

// One worker: its reader, its scratch, what it found.
class Worker {
 public:
  Worker(const Source& source, const Detector& detector)
      : source_(source),
        listing_(source.listing()),
        detector_(detector),
        reader_(source.make_reader()) {}

  void scan(const Item& item, bool first_of_blob) {
    if (!ready(item)) return;
    const auto text = reader_->read(item);
    if (!text) {
      failed(item, "cannot read it: " + text.error().message);
      return;
    }
    if (first_of_blob) {
      ++found.blobs;
      found.bytes += text->size();
    }
    const std::string& path = listing_.paths[item.path];
    if (!detector_.detect(*text, path, *scratch_, candidates_)) {
      failed(item, "Hyperscan could not scan it; it may be over 4 GiB");
      return;
    }
    if (candidates_.empty()) return;
    if (item.change == kNone) {
      for (const Candidate& candidate : candidates_) add(item, *text, candidate);
      return;
    }
    // The past is read with the same reader: keep the text.
    const std::string now(*text);
    const std::vector<Candidate> candidates = std::move(candidates_);
    const Past past = past_of(item);
    for (const Candidate& candidate : past.introduced(now, candidates)) {
      add(item, now, candidate);
    }
  }

  Found found;

 private:
  // Scratch is made at the first item, so that an empty scan costs nothing.
  bool ready(const Item& item) {
    if (scratch_) return true;
    auto scratch = detector_.matcher().make_scratch();
    if (!scratch) {
      failed(item, scratch.error().message);
      return false;
    }
    scratch_ = std::make_unique<Matcher::Scratch>(std::move(*scratch));
    return true;
  }

  Past past_of(const Item& item) {
    const Change& change = listing_.changes[item.change];
    Past past;
    for (const ObjectId& blob : change.before) {
      remember(past, item, blob, listing_.paths[item.path]);
    }
    if (change.dropped != kNone) {
      for (const BlobAt& dropped : listing_.dropped[change.dropped]) {
        remember(past, item, dropped.blob, dropped.path);
      }
    }
    return past;
  }

  void remember(Past& past, const Item& item, const ObjectId& blob,
                const std::string& path) {
    if (blob.is_zero()) return;
    const auto text = reader_->read_blob(blob);
    std::vector<Candidate> old;
    if (text && detector_.detect(*text, path, *scratch_, old)) {
      past.add(*text, old);
    } else if (!text) {
      // Not to know the past may report too much, never too little.
      found.diagnostics.push_back(
          {Diagnostic::Level::warning,
           "cannot read what it replaces: " + text.error().message,
           listing_.paths[item.path], blob.hex(), false});
    }
  }

  void add(const Item& item, std::string_view text, const Candidate& candidate) {
    const Rule& rule = detector_.rule(candidate.rule);
    Finding finding;
    finding.rule = &rule;
    finding.secret = SecretText(std::string(bytes_of(text, candidate.secret)));
    finding.severity = candidate.severity;
    finding.confidence = candidate.confidence;
    finding.where = item.where;
    finding.path = listing_.paths[item.path];
    if (candidate.secret.size() > 0) finding.region = region_of(text, candidate.secret);
    finding.evidence = candidate.evidence;
    for (const RelatedSpan& related : candidate.related) {
      finding.related.push_back(
          {related.role, finding.path, region_of(text, related.span).line});
    }
    if (!is_message(item.where)) finding.blob = item.object;
    if (item.commit != kNone) {
      finding.commit = listing_.commits[item.commit];
      CommitInfo info = source_.commit_info(finding.commit);
      finding.author = std::move(info.author);
      finding.date = std::move(info.date);
    }
    found.findings.push_back(std::move(finding));
  }

  void failed(const Item& item, const std::string& what) {
    found.diagnostics.push_back({Diagnostic::Level::error, what,
                                 listing_.paths[item.path],
                                 item.object.is_zero() ? "" : item.object.hex(), true});
  }

  const Source& source_;
  const Listing& listing_;
  const Detector& detector_;
  std::unique_ptr<Reader> reader_;
  std::unique_ptr<Matcher::Scratch> scratch_;
  std::vector<Candidate> candidates_;
};

// Which items are the first of their blob, for counting. Files are all distinct.
std::vector<bool> first_of_blob(const std::vector<Item>& items) {
  std::vector<bool> first(items.size());
  std::unordered_set<ObjectId> seen;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    first[i] = !is_message(item.where) &&
               (item.object.is_zero() || seen.insert(item.object).second);
  }
  return first;
}

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()),
            std::make_move_iterator(from.end()));
}

}  // namespace

Found find_secrets(const Source& source, const Detector& detector, unsigned workers) {
  const std::vector<Item>& items = source.listing().items;
  const std::vector<bool> first = first_of_blob(items);
  const std::size_t chunks = items.size() / kItemsPerChunk + 1;
  const unsigned useful =
      static_cast<unsigned>(std::min<std::size_t>(std::max(workers, 1U), chunks));
  std::vector<std::unique_ptr<Worker>> crew;
  for (unsigned i = 0; i < useful; ++i) {
    crew.push_back(std::make_unique<Worker>(source, detector));
  }
  parallel_for(items.size(), useful, kItemsPerChunk,
               [&](unsigned worker, std::size_t begin, std::size_t end) {
                 for (std::size_t i = begin; i < end; ++i) {
                   crew[worker]->scan(items[i], first[i]);
                 }
               });
  Found all;
  for (const auto& worker : crew) {
    append(all.findings, worker->found.findings);
    append(all.diagnostics, worker->found.diagnostics);
    all.blobs += worker->found.blobs;
    all.bytes += worker->found.bytes;
  }
  return all;
}

}  // namespace leaksieve

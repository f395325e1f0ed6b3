#include "scanner/scan/findings.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>

#include "scanner/base/parallel.h"
#include "scanner/match/validator.h"
#include "scanner/scan/introduced.h"
#include "scanner/scan/new_text.h"
#include "scanner/text/region.h"

namespace leaksieve {
namespace {

// Whether an item holds a candidate, or the head of one.
enum class Warmth : std::uint8_t { unknown, cold, warm };

// What the workers tell each other, by item.
struct Progress {
  explicit Progress(const std::vector<Item>& items)
      : first_of_blob(items.size()), warmth(items.size()) {
    // For counting. Files are all distinct.
    std::unordered_set<ObjectId> seen;
    seen.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      first_of_blob[i] =
          !is_message(items[i].where) &&
          (items[i].object.is_zero() || seen.insert(items[i].object).second);
    }
  }
  // What is not known yet is read whole, so no order between workers is needed.
  void set(std::size_t item, Warmth value) {
    warmth[item].store(value, std::memory_order_relaxed);
  }
  Warmth get(std::size_t item) const {
    return warmth[item].load(std::memory_order_relaxed);
  }

  std::vector<bool> first_of_blob;
  std::vector<std::atomic<Warmth>> warmth;
};

// Lines and columns in one text. Each kind of place rises by itself.
struct Places {
  Regions secrets;
  Regions related;
};

// One worker: its reader, its scratch, what it found.
class Worker {
 public:
  Worker(const Source& source, const Detector& detector, Progress& progress)
      : source_(source),
        listing_(source.listing()),
        detector_(detector),
        progress_(progress),
        reader_(source.make_reader()) {}

  void scan(const Run& run) {
    reader_->visit(run, [&](std::size_t item, const Result<ItemText>& text) {
      scan(listing_.items[item], item, text);
    });
  }

  Found found;

 private:
  void scan(const Item& item, std::size_t number, const Result<ItemText>& text) {
    if (!ready(item)) return;
    if (!text) {
      failed(item, "cannot read it: " + text.error().message);
      return;
    }
    if (progress_.first_of_blob[number]) {
      ++found.blobs;
      found.bytes += text->bytes.size();
    }
    if (!find(item, number, *text)) {
      failed(item, "Hyperscan could not scan it; it may be over 4 GiB");
      return;
    }
    if (candidates_.empty()) return;
    if (item.change == kNone) {
      Places places{Regions(text->bytes), Regions(text->bytes)};
      for (const Candidate& candidate : candidates_) {
        add(item, text->bytes, places, candidate);
      }
      return;
    }
    // The past is read with the same reader: keep the text.
    const std::string now(text->bytes);
    const std::vector<Candidate> candidates = std::move(candidates_);
    const Past past = past_of(item);
    Places places{Regions(now), Regions(now)};
    for (const Candidate& candidate : past.introduced(now, candidates)) {
      add(item, now, places, candidate);
    }
  }

  // Fills candidates_, and path_ unless the item is passed over. False if Hyperscan
  // failed.
  bool find(const Item& item, std::size_t number, const ItemText& text) {
    candidates_.clear();
    const bool known = !item.has_telling_name && adds_nothing(text);
    if (known) progress_.set(number, Warmth::cold);
    if (known && !item.may_run) return true;
    path_ = source_.path(item);
    if (!known) {
      if (!detector_.detect(text.bytes, path_, *scratch_, candidates_)) return false;
      progress_.set(number, scratch_->warm ? Warmth::warm : Warmth::cold);
    }
    if (item.may_run) detector_.add_log_statements(text.bytes, path_, candidates_);
    return true;
  }

  // Whether the text holds no candidate because its base has none and nothing that is
  // new in it looks like one.
  bool adds_nothing(const ItemText& text) {
    if (text.base >= progress_.warmth.size() ||
        progress_.get(text.base) != Warmth::cold) {
      return false;
    }
    const std::vector<ByteSpan> spans =
        new_text(text.delta, text.bytes.size(), text.base_bytes.size(), kReachAfter);
    return !detector_.finds_in(text.bytes, spans, *scratch_);
  }

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
      remember(past, item, blob, path_);
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
      detector_.add_log_statements(*text, path, old);
      past.add(*text, old);
    } else if (!text) {
      // Not to know the past may report too much, never too little.
      found.diagnostics.push_back(
          {Diagnostic::Level::warning,
           "cannot read what it replaces: " + text.error().message, source_.path(item),
           blob.hex(), false});
    }
  }

  void add(const Item& item, std::string_view text, Places& places,
           const Candidate& candidate) {
    const Rule& rule = detector_.rule(candidate.rule);
    Finding finding;
    finding.rule = &rule;
    finding.secret = SecretText(std::string(bytes_of(text, candidate.secret)));
    finding.severity = candidate.severity;
    finding.confidence = candidate.confidence;
    finding.where = item.where;
    finding.path = path_;
    if (candidate.secret.size() > 0)
      finding.region = places.secrets.of(candidate.secret);
    finding.evidence = candidate.evidence;
    for (const RelatedSpan& related : candidate.related) {
      finding.related.push_back(
          {related.role, finding.path, places.related.of(related.span).line});
    }
    if (item.where != Where::commit_message) finding.blob = item.object;
    finding.commit = source_.commit(item);
    found.findings.push_back(std::move(finding));
  }

  void failed(const Item& item, const std::string& what) {
    found.diagnostics.push_back({Diagnostic::Level::error, what, source_.path(item),
                                 item.object.is_zero() ? "" : item.object.hex(), true});
  }

  const Source& source_;
  const Listing& listing_;
  const Detector& detector_;
  Progress& progress_;
  std::unique_ptr<Reader> reader_;
  std::unique_ptr<Matcher::Scratch> scratch_;
  std::string path_;  // of the item that was looked at last
  std::vector<Candidate> candidates_;
};

// What of a worker the tally has.
struct Counted {
  std::uint64_t bytes = 0;
  std::size_t findings = 0;
};

void count(const Run& run, const Found& found, Counted& before, Tally& tally) {
  tally.bytes += found.bytes - before.bytes;
  tally.findings += found.findings.size() - before.findings;
  before = {found.bytes, found.findings.size()};
  tally.items += run.end - run.begin;
  ++tally.runs;
}

template <class T>
void append(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()),
            std::make_move_iterator(from.end()));
}

}  // namespace

Found find_secrets(const Source& source, const Detector& detector, unsigned workers,
                   Tally* tally) {
  const std::vector<Run> runs = source.runs();
  Tally unwatched;
  if (tally == nullptr) tally = &unwatched;
  tally->all_runs = runs.size();
  tally->all_items = source.listing().items.size();
  tally->phase = Tally::Phase::reading;
  Progress progress(source.listing().items);
  const unsigned useful = static_cast<unsigned>(
      std::clamp<std::size_t>(runs.size(), 1, std::max(workers, 1U)));
  std::vector<std::unique_ptr<Worker>> crew;
  std::vector<Counted> before(useful);
  for (unsigned i = 0; i < useful; ++i) {
    crew.push_back(std::make_unique<Worker>(source, detector, progress));
  }
  parallel_for(runs.size(), useful, 1,
               [&](unsigned worker, std::size_t begin, std::size_t end) {
                 for (std::size_t i = begin; i < end; ++i) {
                   crew[worker]->scan(runs[i]);
                   count(runs[i], crew[worker]->found, before[worker], *tally);
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

#include "scanner/scan/findings.h"

#include <algorithm>
#include <atomic>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "scanner/base/parallel.h"
#include "scanner/match/validator.h"
#include "scanner/scan/introduced.h"
#include "scanner/scan/new_text.h"
#include "scanner/text/inline_comments.h"
#include "scanner/text/region.h"
#include "scanner/text/wide_text.h"

namespace leaksieve {
namespace {

// What the workers tell each other, by item.
struct Progress {
  explicit Progress(const std::vector<Item>& items)
      : first_of_blob(items.size()), is_empty(items.size()) {
    // For counting. Files are all distinct.
    std::unordered_set<ObjectId> seen;
    seen.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      first_of_blob[i] =
          !is_message(items[i].where) &&
          (items[i].object.is_zero() || seen.insert(items[i].object).second);
    }
  }
  std::vector<bool> first_of_blob;
  // Whether an item is known to hold no candidate. What is not known yet is read whole,
  // so no order between workers is needed.
  std::vector<std::atomic<bool>> is_empty;
};

// Lines and columns in one text. Each kind of place rises by itself.
struct Places {
  Regions secrets;
  Regions related;
};

// What stands before `span` on its line, at most kMaxLead bytes of it.
std::string_view lead_of(std::string_view text, ByteSpan span) {
  if (span.size() == 0) return {};
  const std::string_view before = text.substr(0, span.begin);
  const std::string_view near =
      before.substr(before.size() - std::min(before.size(), kMaxLead));
  return near.substr(near.rfind('\n') + 1);
}

Finding make_finding(const Rule& rule, std::string_view text, const std::string& path,
                     Places& places, const Candidate& candidate) {
  Finding finding;
  finding.rule = &rule;
  finding.secret = SecretText(std::string(secret_of(text, candidate)));
  finding.lead = SecretText(std::string(lead_of(text, candidate.secret)));
  finding.severity = candidate.severity;
  finding.confidence = candidate.confidence;
  finding.path = path;
  if (candidate.secret.size() > 0) {
    finding.region = places.secrets.of(candidate.secret);
  }
  finding.evidence = candidate.evidence;
  finding.allowlists = candidate.allowlists;
  for (const RelatedSpan& related : candidate.related) {
    if (related.path.empty()) {
      finding.related.push_back(
          {related.role, path, places.related.of(related.span).line});
    } else {
      finding.related.push_back({related.role, related.path, 1});
    }
  }
  finding.identity = candidate.identity;
  finding.suppression = candidate.suppression;
  return finding;
}

void apply_comments_of(std::string_view text, const Detector& detector,
                       const InlinePolicy& policy, std::vector<Candidate>& candidates) {
  if (!policy.enabled || candidates.empty()) return;
  InlineComments comments(text);
  for (Candidate& candidate : candidates) {
    apply_comments(policy, detector.rule(candidate.rule),
                   comments.covering(candidate.secret), candidate);
  }
}

// What one worker knows of the items that it looked at last, of which the next ones are
// variations. Bounded: what was forgotten is read whole.
class Memory {
 public:
  void add(std::size_t item, Matcher::Known known) {
    const std::size_t size = known.candidates.size() + known.heads.size();
    if (size > kMost / 16) return;
    const auto [at, is_new] = known_.insert_or_assign(item, std::move(known));
    if (!is_new) return;
    order_.push_back({item, size});
    for (total_ += size; total_ > kMost; order_.pop_front()) {
      total_ -= order_.front().second;
      known_.erase(order_.front().first);
    }
  }
  const Matcher::Known* find(std::size_t item) const {
    const auto at = known_.find(item);
    return at == known_.end() ? nullptr : &at->second;
  }

 private:
  static constexpr std::size_t kMost = 1 << 17;  // candidates of about 200 bytes
  std::unordered_map<std::size_t, Matcher::Known> known_;
  std::deque<std::pair<std::size_t, std::size_t>> order_;  // item, its size
  std::size_t total_ = 0;
};

constexpr const char* kTooLong = "Hyperscan could not scan it; it may be over 4 GiB";

// One worker: its reader, its scratch, what it found.
class Worker {
 public:
  Worker(const Source& source, const Detector& detector, const InlinePolicy& comments,
         const std::optional<ArchiveLimits>& archives, Progress& progress)
      : source_(source),
        listing_(source.listing()),
        detector_(detector),
        comments_(comments),
        archives_(archives),
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
    if (is_archive(text->bytes)) {
      if (archives_) {
        scan_archive(item, std::string(text->bytes));
        return;
      }
      if (progress_.first_of_blob[number]) ++found.archives;
    }
    // Lines, columns and code are those of the characters. A delta is one of the bytes.
    const std::optional<DecodedText> wide = decode_wide_text(text->bytes);
    encoding_ = wide ? name_of(wide->encoding) : "";
    const ItemText read = wide ? ItemText{.bytes = wide->bytes} : *text;
    if (!find(item, number, read)) {
      failed(item, kTooLong);
      return;
    }
    if (candidates_.empty()) return;
    if (item.change == kNone) {
      keep(item, read.bytes, candidates_);
      return;
    }
    // The past is read with the same reader: keep the text.
    const std::string now(read.bytes);
    const std::vector<Candidate> candidates = std::move(candidates_);
    const Past past = past_of(item);
    keep(item, now, past.introduced(now, candidates));
  }

  // The archive as it stands (a comment, a member that is only stored) and its members.
  void scan_archive(const Item& item, const std::string& bytes) {
    const std::string outer = source_.path(item);
    std::optional<Past> past;
    const auto scan_text = [&](std::string_view raw) {
      const std::optional<DecodedText> wide = decode_wide_text(raw);
      const std::string_view text = wide ? wide->bytes : raw;
      encoding_ = wide ? name_of(wide->encoding) : "";
      if (!look_at(detector_, comments_, text, path_, *scratch_, candidates_)) {
        failed(item, kTooLong);
        return;
      }
      if (candidates_.empty()) return;
      if (item.change == kNone) {
        keep(item, text, candidates_);
        return;
      }
      const std::vector<Candidate> candidates = std::move(candidates_);
      const std::string path = std::exchange(path_, outer);
      if (!past) past = past_of(item);
      path_ = path;
      keep(item, text, past->introduced(text, candidates));
    };
    path_ = outer;
    scan_text(bytes);
    unpack(bytes, outer, *archives_,
           [&](const std::string& member, const Result<std::string_view>& text) {
             path_ = member.empty() ? outer : outer + "!" + member;
             inner_path_ = path_.size() - outer.size();
             if (text) {
               scan_text(*text);
             } else {
               failed(item, text.error().message, path_);
             }
           });
    inner_path_ = 0;
  }

  // Fills candidates_, and path_ if there is something to say. False if Hyperscan
  // failed.
  bool find(const Item& item, std::size_t number, const ItemText& text) {
    candidates_.clear();
    if (!match(text)) return false;
    Matcher::Known known = std::move(scratch_->known);
    const bool encoded = known.encoded;
    if (known.empty()) {
      progress_.is_empty[number].store(true, std::memory_order_relaxed);
    } else {
      memory_.add(number, std::move(known));
    }
    if (candidates_.empty() && !encoded && !item.has_telling_name && !item.may_run) {
      return true;
    }
    path_ = source_.path(item);
    std::vector<Candidate> decoded;
    if (encoded && !detector_.find_encoded(text.bytes, path_, *scratch_, decoded)) {
      return false;
    }
    detector_.judge(text.bytes, path_, std::move(decoded), candidates_);
    if (item.may_run) detector_.add_log_statements(text.bytes, path_, candidates_);
    apply_comments_of(text.bytes, detector_, comments_, candidates_);
    return true;
  }

  // Fills candidates_ with what stands there in clear, and scratch_->known. What is
  // encoded, and does not touch what is new, was encoded in the base.
  bool match(const ItemText& text) {
    const Matcher& matcher = detector_.matcher();
    const Matcher::Known* base =
        is_wide_text(text.base_bytes) ? nullptr : known(text.base);
    const ByteSpan whole{0, text.bytes.size()};
    std::vector<ByteSpan> looked_at{whole};
    if (base == nullptr) {
      if (!matcher.find(text.bytes, *scratch_, candidates_)) return false;
    } else {
      const TextChange change = new_text(text.delta, text.base_bytes.size());
      if (!matcher.find(text.bytes, *base, change, *scratch_, candidates_))
        return false;
      if (!base->encoded) {
        looked_at = widened(change.fresh, kReachAfter, kReachAfter, text.bytes.size());
      }
    }
    Matcher::Known known = std::move(scratch_->known);
    known.encoded = detector_.has_encoded(text.bytes, looked_at, *scratch_);
    scratch_->known = std::move(known);
    return true;
  }

  const Matcher::Known* known(std::size_t item) const {
    static const Matcher::Known nothing;
    if (item >= progress_.is_empty.size()) return nullptr;
    if (progress_.is_empty[item].load(std::memory_order_relaxed)) return &nothing;
    return memory_.find(item);
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
    const auto bytes = reader_->read_blob(blob);
    if (!bytes) {
      // Not to know the past may report too much, never too little.
      found.diagnostics.push_back(
          {Diagnostic::Level::warning,
           "cannot read what it replaces: " + bytes.error().message, source_.path(item),
           blob.hex(), false});
      return;
    }
    const auto add_text = [&](std::string_view raw) {
      const std::optional<DecodedText> wide = decode_wide_text(raw);
      const std::string_view text = wide ? wide->bytes : raw;
      std::vector<Candidate> old;
      if (look_at(detector_, comments_, text, path, *scratch_, old)) {
        past.add(text, old);
      }
    };
    add_text(*bytes);
    if (!archives_ || !is_archive(*bytes)) return;
    unpack(*bytes, path, *archives_,
           [&](const std::string&, const Result<std::string_view>& text) {
             if (text) add_text(*text);
           });
  }

  // Makes findings of candidates, which are in order.
  void keep(const Item& item, std::string_view text,
            const std::vector<Candidate>& candidates) {
    Places places{Regions(text), Regions(text)};
    for (const Candidate& candidate : candidates) add(item, text, places, candidate);
  }

  void add(const Item& item, std::string_view text, Places& places,
           const Candidate& candidate) {
    Finding finding =
        make_finding(detector_.rule(candidate.rule), text, path_, places, candidate);
    finding.where = item.where;
    finding.inner_path = inner_path_;
    if (!encoding_.empty()) {
      finding.evidence.push_back("decoded from " + std::string(encoding_));
    }
    // A tag's message is named by its tag, a commit's by its commit.
    if (item.where != Where::commit_message) finding.blob = item.object;
    finding.commit = source_.commit(item);
    found.findings.push_back(std::move(finding));
  }

  void failed(const Item& item, const std::string& what) {
    failed(item, what, source_.path(item));
  }
  void failed(const Item& item, const std::string& what, const std::string& path) {
    found.diagnostics.push_back({Diagnostic::Level::error, what, path,
                                 item.object.is_zero() ? "" : item.object.hex(), true});
  }

  const Source& source_;
  const Listing& listing_;
  const Detector& detector_;
  const InlinePolicy& comments_;
  const std::optional<ArchiveLimits>& archives_;
  Progress& progress_;
  std::unique_ptr<Reader> reader_;
  std::unique_ptr<Matcher::Scratch> scratch_;
  Memory memory_;
  std::string path_;            // of the text that was looked at last
  std::string_view encoding_;   // of all of it; empty: it is read as it stands
  std::size_t inner_path_ = 0;  // how much of path_ is inside an archive
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

bool look_at(const Detector& detector, const InlinePolicy& comments,
             std::string_view text, const std::string& path, Matcher::Scratch& scratch,
             std::vector<Candidate>& out) {
  if (!detector.detect(text, path, scratch, out)) return false;
  detector.add_log_statements(text, path, out);
  apply_comments_of(text, detector, comments, out);
  return true;
}

Found find_secrets(const Source& source, const Detector& detector, unsigned workers,
                   const InlinePolicy& comments, Tally* tally,
                   const std::optional<ArchiveLimits>& archives) {
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
    crew.push_back(
        std::make_unique<Worker>(source, detector, comments, archives, progress));
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
    all.archives += worker->found.archives;
  }
  return all;
}

}  // namespace leaksieve

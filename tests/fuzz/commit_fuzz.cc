// A commit or tag object of any bytes.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "scanner/source/commit.h"
#include "scanner/source/git_source.h"
#include "scanner/source/history/commit_graph.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  // A copy of its own, so that a byte too far is seen.
  const std::vector<char> copy(data, data + size);
  const std::string_view bytes(copy.data(), copy.size());
  const auto header = parse_commit(bytes);
  if (header) {
    const std::string date = header->author.iso_date();
    if (!date.empty() && date.size() < 20) std::abort();
  }
  if (const auto tag = parse_tag(bytes)) (void)tag->tagger.iso_date();
  if (parse_ids(bytes).size() > bytes.size() / 40) std::abort();
  const std::string_view message = message_of(bytes);
  if (!message.empty() && message.data() + message.size() != copy.data() + size) {
    std::abort();
  }

  ObjectTable objects;
  ObjectId id;
  id.bytes.fill(0xee);
  const ObjectNumber number = objects.add(id);
  CommitGraph graph;
  if (graph.add(objects, number, bytes) != header.has_value()) std::abort();
  if (!header) return 0;
  const CommitGraph::Commit commit = graph.find(number);
  if (commit == CommitGraph::kNoCommit) std::abort();
  if (graph.parents(commit).size() != header->parents.size()) std::abort();
  if (objects.id(graph.tree(commit)) != header->tree) std::abort();
  return 0;
}

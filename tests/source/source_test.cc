#include "scanner/source/source.h"

#include <doctest/doctest.h>

#include <ostream>

#include "scanner/source/path_source.h"

namespace leaksieve {
namespace {

class Empty : public Source {
 public:
  explicit Empty(std::size_t items) : Source({}) { listing_.items.resize(items); }
  std::unique_ptr<Reader> make_reader() const override { return nullptr; }
  CommitInfo commit_info(const ObjectId&) const override { return {}; }
};

}  // namespace

TEST_CASE("Source::runs cover every item once") {
  for (const std::size_t items : {0, 1, 63, 64, 65, 1000}) {
    CAPTURE(items);
    std::size_t at = 0;
    std::size_t number = 0;
    for (const Run& run : Empty(items).runs()) {
      CHECK(run.number == number++);
      CHECK(run.begin == at);
      CHECK(run.end > run.begin);
      at = run.end;
    }
    CHECK(at == items);
  }
}

TEST_CASE("ItemReader visits the items of a run, one after the other") {
  const auto source = make_text_source("the text", "name");
  const auto reader = source->make_reader();
  int visits = 0;
  reader->visit(source->runs().at(0), [&](std::size_t item, const auto& text) {
    ++visits;
    CHECK(item == 0);
    REQUIRE(text);
    CHECK(text->bytes == "the text");
    CHECK(text->base == SIZE_MAX);
  });
  CHECK(visits == 1);
}

}  // namespace leaksieve

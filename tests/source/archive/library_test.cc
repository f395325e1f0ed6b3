#include "scanner/source/archive/library.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("archive_library: is there, once") {
  const ArchiveLibrary* library = archive_library();
  REQUIRE(library != nullptr);
  CHECK(archive_library() == library);
  archive* reader = library->read_new();
  REQUIRE(reader != nullptr);
  CHECK(library->support_zip(reader) == ARCHIVE_OK);
  CHECK(library->open_memory(reader, "no archive", 10) < ARCHIVE_OK);
  CHECK(library->error_string(reader) != nullptr);
  library->read_free(reader);
}

}  // namespace leaksieve

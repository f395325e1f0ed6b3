#include "scanner/detect/logs/vocabulary.h"

#include <doctest/doctest.h>

namespace leaksieve::logs {

TEST_CASE("Vocabulary") {
  Vocabulary parser("class Lexer: def next_token(self): pass");
  CHECK(parser.is_parser());
  CHECK_FALSE(parser.signs_in());
  Vocabulary client("headers['Authorization'] = 'Bearer ' + token");
  CHECK(client.signs_in());
  CHECK_FALSE(client.is_parser());
  CHECK(client.signs_in());  // the answer is kept
  CHECK(Vocabulary("import Logging\n").says_swift_log());
  CHECK_FALSE(Vocabulary("").is_parser());
}

}  // namespace leaksieve::logs

#include "scanner/match/assignment/cursor.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {

TEST_CASE("Cursor: beyond the end there is nothing to read") {
  Cursor at("ab", 1);
  CHECK(at.peek() == 'b');
  CHECK(at.peek(1) == '\0');
  CHECK(at.previous() == 'a');
  at.skip(5);
  CHECK(at.at_end());
  CHECK(at.peek() == '\0');
  CHECK_FALSE(at.take("b"));
  CHECK_FALSE(at.take_word("b"));
  CHECK(at.skip_blanks() == 0);
  CHECK(at.take_callee().empty());
}

TEST_CASE("Cursor: steps over what it is told, and over nothing else") {
  Cursor at("Value = 1", 0);
  CHECK_FALSE(at.take("value"));
  CHECK_FALSE(at.take_word("val"));
  CHECK(at.take_word("value"));
  CHECK(at.skip_blanks() == 1);
  CHECK(at.take("="));
  CHECK(at.position() == 7);
}

TEST_CASE("Cursor::skip_space stops after so many bytes") {
  Cursor at(" \n\t\r x", 0);
  CHECK(at.skip_space(2) == 2);
  CHECK(at.skip_space(9) == 3);
  CHECK(at.peek() == 'x');
}

TEST_CASE("Cursor::take_callee: names with their joints") {
  Cursor at("os.environ.get('X')", 0);
  CHECK(at.take_callee() == "os.environ.get");
  Cursor arrow("$a->b::c(", 1);
  CHECK(arrow.take_callee() == "a->b::c");
  Cursor number("1.5", 0);
  CHECK(number.take_callee().empty());
}

TEST_CASE("is_after_word: the word and blanks, as a word") {
  CHECK(is_after_word("ENV NAME", 4, "ENV"));
  CHECK_FALSE(is_after_word("MYENV NAME", 6, "ENV"));
  CHECK_FALSE(is_after_word("ENV=NAME", 4, "ENV"));
  CHECK_FALSE(is_after_word("NAME", 0, "ENV"));
}

}  // namespace leaksieve

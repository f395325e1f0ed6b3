// Shell scripts of any bytes: one byte says which kind of file holds them. Every span
// lies in the text, and every leak that is found.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "scanner/detect/logs/script_leaks.h"
#include "scanner/text/shell_lexer.h"

namespace {

void check(leaksieve::ByteSpan span, std::size_t size) {
  if (span.begin > span.end || span.end > size) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace leaksieve;
  if (size < 1) return 0;
  // A copy of its own, so that a byte too far is seen.
  const std::vector<char> copy(data + 1, data + size);
  const std::string_view text(copy.data(), copy.size());

  const std::uint64_t begin = data[0] / 4 % (text.size() + 1);
  ShellLexer lexer(text, {begin, text.size()});
  ShellCommand command;
  std::size_t commands = 0;
  while (lexer.next(command)) {
    if (++commands > text.size() + 1) std::abort();
    for (const ByteSpan span : {command.span, command.output, command.body}) {
      check(span, text.size());
    }
    for (const ShellWord& word : command.words) {
      check(word.span, text.size());
      if (word.first > word.last || word.last > command.expansions.size()) std::abort();
    }
    for (const ShellExpansion& expansion : command.expansions) {
      check(expansion.span, text.size());
      check(expansion.name, text.size());
    }
  }

  constexpr CodeLanguage kLanguages[] = {CodeLanguage::shell, CodeLanguage::dockerfile,
                                         CodeLanguage::ci, CodeLanguage::terraform};
  std::vector<Candidate> leaks;
  logs::find_script_leaks(text, "script", kLanguages[data[0] % 4], {}, leaks);
  if (leaks.size() > logs::kMaxLeaksPerText) std::abort();
  for (const Candidate& leak : leaks) {
    check(leak.match, text.size());
    check(leak.secret, text.size());
    for (const RelatedSpan& related : leak.related) check(related.span, text.size());
  }
  return 0;
}

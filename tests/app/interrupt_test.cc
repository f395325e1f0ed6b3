#include "scanner/app/interrupt.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <ostream>
#include <string>

using namespace leaksieve;

namespace {

struct Ended {
  int code = -1;      ///< -1: by the signal itself
  std::string words;  ///< on standard error
};

// Runs `work` in a child of its own.
template <class Work>
Ended in_child(const Work& work) {
  int ends[2];
  REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    work();
    ::_exit(0);
  }
  ::close(ends[1]);
  Ended ended;
  char bytes[256];
  for (ssize_t got = 0; (got = ::read(ends[0], bytes, sizeof bytes)) > 0;) {
    ended.words.append(bytes, static_cast<std::size_t>(got));
  }
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  if (WIFEXITED(status)) ended.code = WEXITSTATUS(status);
  return ended;
}

}  // namespace

TEST_CASE("an interrupt ends the program with code 130 and says what is undone") {
  for (const int signal : {SIGINT, SIGTERM}) {
    const Ended ended = in_child([signal] {
      std::signal(signal, SIG_DFL);
      end_on_interrupt();
      std::raise(signal);
    });
    CHECK(ended.code == 130);
    CHECK(ended.words.find("the scan is incomplete") != std::string::npos);
  }
  const Ended late = in_child([] {
    std::signal(SIGINT, SIG_DFL);
    end_on_interrupt();
    now_writing_reports();
    std::raise(SIGINT);
  });
  CHECK(late.code == 130);
  CHECK(late.words.find("while the reports were written") != std::string::npos);
}

TEST_CASE("a signal that is ignored stays ignored") {
  const Ended ended = in_child([] {
    std::signal(SIGINT, SIG_IGN);
    end_on_interrupt();
    std::raise(SIGINT);
  });
  CHECK(ended.code == 0);
  CHECK(ended.words.empty());
}

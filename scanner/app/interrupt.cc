#include "scanner/app/interrupt.h"

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstring>

#include "scanner/app/exit_code.h"

namespace leaksieve {
namespace {

// Begins with a line feed, because a progress line or "^C" may stand there.
constexpr const char* kScanning =
    "\nleaksieve: interrupted: the scan is incomplete, nothing is reported\n";
constexpr const char* kWriting =
    "\nleaksieve: interrupted while the reports were written\n";

std::atomic<const char*> g_words{kScanning};
static_assert(std::atomic<const char*>::is_always_lock_free);

// Calls nothing that is not safe in a signal handler: see signal-safety(7).
extern "C" void end_now(int) {
  const char* const words = g_words;
  [[maybe_unused]] const ssize_t put =
      ::write(STDERR_FILENO, words, std::strlen(words));
  ::_exit(kInterrupted);
}

}  // namespace

void end_on_interrupt() {
  for (const int signal : {SIGINT, SIGTERM}) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) {
      continue;
    }
    action = {};
    action.sa_handler = end_now;
    sigfillset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
  }
}

void now_writing_reports() { g_words = kWriting; }

}  // namespace leaksieve

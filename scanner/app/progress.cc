#include "scanner/app/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <system_error>

namespace leaksieve {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

std::size_t terminal_width() {
  winsize size{};
  const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

// The signals that end the program are left to the thread that does the work.
void leave_signals_to_others() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

std::string in_thousands(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string duration(double seconds) {
  if (seconds < 90) return fmt::format("{:.0f} s", seconds);
  return fmt::format("{:.0f} min", seconds / 60);
}

}  // namespace

std::string progress_line(const Tally& tally, double seconds, double reading) {
  switch (tally.phase) {
    case Tally::Phase::listing:
      return fmt::format("finding out what there is to read, {}", duration(seconds));
    case Tally::Phase::tracing:
      return fmt::format("following {} matches through the history, {}",
                         in_thousands(tally.findings), duration(seconds));
    case Tally::Phase::reading:
      break;
  }
  const double megabytes = static_cast<double>(tally.bytes) / 1e6;
  std::string line = fmt::format("{} of {} objects, {} MB", in_thousands(tally.items),
                                 in_thousands(tally.all_items),
                                 in_thousands(static_cast<std::uint64_t>(megabytes)));
  if (reading > 0) line += fmt::format(", {:.0f} MB/s", megabytes / reading);
  const std::uint64_t runs = tally.runs;
  const std::uint64_t all_runs = tally.all_runs;
  if (runs > 0 && runs <= all_runs) {
    line += fmt::format(", {} left", duration(reading / static_cast<double>(runs) *
                                              static_cast<double>(all_runs - runs)));
  }
  return line + fmt::format(", {} matches so far", in_thousands(tally.findings));
}

Progress::Progress(const Tally& tally, bool wanted) : tally_(tally) {
  if (!wanted || ::isatty(STDERR_FILENO) != 1) return;
  try {
    thread_ = std::thread([this] { run(); });
  } catch (const std::system_error&) {
    // Without a thread to spare there is no line.
  }
}

void Progress::stop() {
  if (!thread_.joinable()) return;
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
  }
  done_.notify_one();
  thread_.join();
}

void Progress::run() {
  leave_signals_to_others();
  constexpr std::chrono::milliseconds kFirst{500};
  constexpr std::chrono::milliseconds kEach{200};
  const Clock::time_point start = Clock::now();
  std::optional<Clock::time_point> reading_since;
  bool drawn = false;
  std::unique_lock lock(mutex_);
  while (!done_.wait_for(lock, drawn ? kEach : kFirst, [this] { return stopped_; })) {
    const Clock::time_point now = Clock::now();
    if (!reading_since && tally_.phase != Tally::Phase::listing) reading_since = now;
    draw("leaksieve: " +
         progress_line(tally_, Seconds(now - start).count(),
                       reading_since ? Seconds(now - *reading_since).count() : 0));
    drawn = true;
  }
  if (drawn) draw("");
}

// Blanks wipe what stood there: a terminal need not know any escape sequence.
void Progress::draw(const std::string& line) {
  const std::size_t width = terminal_width() - 1;
  const std::string text =
      fmt::format("\r{:<{}}\r{}", "", width, line.substr(0, width));
  // There is nobody to tell if a progress line cannot be written.
  [[maybe_unused]] const ssize_t put = ::write(STDERR_FILENO, text.data(), text.size());
}

}  // namespace leaksieve

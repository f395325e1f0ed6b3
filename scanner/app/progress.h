#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "scanner/scan/tally.h"

namespace leaksieve {

/// One line that says how far a scan is. `seconds` since it began, `reading` of them
/// since the first text.
std::string progress_line(const Tally& tally, double seconds, double reading);

/// While it lives, the line on standard error, drawn anew a few times a second, if that
/// is a terminal; the first after half a second, so that a short scan shows nothing.
/// Borrows the tally.
class Progress {
 public:
  Progress(const Tally& tally, bool wanted);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() { stop(); }

  /// Takes the line away. What is printed before would end up in it.
  void stop();

 private:
  void run();
  static void draw(const std::string& line);

  const Tally& tally_;
  std::mutex mutex_;
  std::condition_variable done_;
  bool stopped_ = false;  ///< guarded by `mutex_`
  std::thread thread_;
};

}  // namespace leaksieve

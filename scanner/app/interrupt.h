#pragma once

namespace leaksieve {

/// From now on SIGINT and SIGTERM end the program at once, with what remains undone on
/// standard error and exit code 130. A signal that is ignored (nohup) stays ignored.
void end_on_interrupt();

/// The scan is over: from now on an interrupt ends the writing of reports. A file that
/// is being replaced keeps its old or gets its new content all the same; see
/// base/file.h.
void now_writing_reports();

}  // namespace leaksieve

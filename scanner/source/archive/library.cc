#include "scanner/source/archive/library.h"

#include <dlfcn.h>

#include <optional>

namespace leaksieve {
namespace {

#ifdef LEAKSIEVE_LINKED_ARCHIVE
#define SCANNER_ARCHIVE_FUNCTION(name) (&::archive_##name)
#else
// The ABI of libarchive 3.
constexpr const char* kFile = "libarchive.so.13";
#define SCANNER_ARCHIVE_FUNCTION(name) \
  reinterpret_cast<decltype(&::archive_##name)>(::dlsym(library, "archive_" #name))
#endif

std::optional<ArchiveLibrary> load() {
#ifndef LEAKSIEVE_LINKED_ARCHIVE
  void* const library = ::dlopen(kFile, RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
#endif
  const ArchiveLibrary functions{
      SCANNER_ARCHIVE_FUNCTION(read_new),
      SCANNER_ARCHIVE_FUNCTION(read_free),
      SCANNER_ARCHIVE_FUNCTION(read_support_format_tar),
      SCANNER_ARCHIVE_FUNCTION(read_support_format_zip),
      SCANNER_ARCHIVE_FUNCTION(read_support_format_raw),
      SCANNER_ARCHIVE_FUNCTION(read_support_filter_gzip),
      SCANNER_ARCHIVE_FUNCTION(read_support_filter_bzip2),
      SCANNER_ARCHIVE_FUNCTION(read_support_filter_xz),
      SCANNER_ARCHIVE_FUNCTION(read_support_filter_zstd),
      SCANNER_ARCHIVE_FUNCTION(read_open_memory),
      SCANNER_ARCHIVE_FUNCTION(read_next_header),
      SCANNER_ARCHIVE_FUNCTION(read_data),
      SCANNER_ARCHIVE_FUNCTION(error_string),
      SCANNER_ARCHIVE_FUNCTION(entry_pathname),
      SCANNER_ARCHIVE_FUNCTION(entry_pathname_utf8),
      SCANNER_ARCHIVE_FUNCTION(entry_filetype),
      SCANNER_ARCHIVE_FUNCTION(entry_is_data_encrypted),
  };
  const bool complete =
      functions.read_new && functions.read_free && functions.support_tar &&
      functions.support_zip && functions.support_raw && functions.support_gzip &&
      functions.support_bzip2 && functions.support_xz && functions.support_zstd &&
      functions.open_memory && functions.next_header && functions.read_data &&
      functions.error_string && functions.pathname && functions.pathname_utf8 &&
      functions.filetype && functions.is_encrypted;
  return complete ? std::optional(functions) : std::nullopt;
}

}  // namespace

const ArchiveLibrary* archive_library() {
  static const std::optional<ArchiveLibrary> library = load();
  return library ? &*library : nullptr;
}

}  // namespace leaksieve

#pragma once

#include <archive.h>
#include <archive_entry.h>

namespace leaksieve {

/// The functions of libarchive that are called. A release holds them; any other build
/// loads the shared library when the first archive is opened, because every start would
/// pay for it (1.2 ms, more than all else of a start).
struct ArchiveLibrary {
  decltype(&::archive_read_new) read_new;
  decltype(&::archive_read_free) read_free;
  decltype(&::archive_read_support_format_tar) support_tar;
  decltype(&::archive_read_support_format_zip) support_zip;
  decltype(&::archive_read_support_format_raw) support_raw;
  decltype(&::archive_read_support_filter_gzip) support_gzip;
  decltype(&::archive_read_support_filter_bzip2) support_bzip2;
  decltype(&::archive_read_support_filter_xz) support_xz;
  decltype(&::archive_read_support_filter_zstd) support_zstd;
  decltype(&::archive_read_open_memory) open_memory;
  decltype(&::archive_read_next_header) next_header;
  decltype(&::archive_read_data) read_data;
  decltype(&::archive_error_string) error_string;
  decltype(&::archive_entry_pathname) pathname;
  decltype(&::archive_entry_pathname_utf8) pathname_utf8;
  decltype(&::archive_entry_filetype) filetype;
  decltype(&::archive_entry_is_data_encrypted) is_encrypted;
};

/// Null if the shared library is not there, or lacks a function. The same pointer each
/// time; may be called from several threads.
const ArchiveLibrary* archive_library();

}  // namespace leaksieve

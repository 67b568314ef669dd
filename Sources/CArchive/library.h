#ifndef JUESUAN_ARCHIVE_LIBRARY_H
#define JUESUAN_ARCHIVE_LIBRARY_H

#include <archive.h>
#include <archive_entry.h>
#include <stdbool.h>

/// The functions of libarchive that are used. Filters are named one by one: taking all of them would run other programs.
#define CARCHIVE_FUNCTIONS(X)           \
  X(archive_read_new)                   \
  X(archive_read_free)                  \
  X(archive_read_support_filter_gzip)   \
  X(archive_read_support_filter_bzip2)  \
  X(archive_read_support_filter_xz)     \
  X(archive_read_support_format_zip)    \
  X(archive_read_support_format_rar)    \
  X(archive_read_support_format_rar5)   \
  X(archive_read_support_format_7zip)   \
  X(archive_read_support_format_tar)    \
  X(archive_read_support_format_raw)    \
  X(archive_read_open_memory)           \
  X(archive_read_next_header)           \
  X(archive_read_data)                  \
  X(archive_error_string)               \
  X(archive_entry_pathname)             \
  X(archive_entry_size)                 \
  X(archive_entry_size_is_set)          \
  X(archive_entry_filetype)             \
  X(archive_entry_is_encrypted)

#define CARCHIVE_POINTER(name) __typeof__(name) *name;
struct carchive_library {
  CARCHIVE_FUNCTIONS(CARCHIVE_POINTER)
};
#undef CARCHIVE_POINTER

/// All functions, once `carchive_load` succeeded.
extern struct carchive_library archive_library;
extern bool archive_library_is_loaded;

#endif

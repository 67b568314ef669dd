// For locale_t.
#define _DEFAULT_SOURCE 1

#include <locale.h>
#include <stdlib.h>

#include "CArchive.h"
#include "library.h"

struct carchive {
  struct archive *reader;
  /// libarchive turns names into the thread's locale, and drops what that has no letters for.
  locale_t locale;
};

carchive *carchive_open(const void *bytes, size_t count) {
  if (!archive_library_is_loaded) return NULL;
  carchive *archive = calloc(1, sizeof *archive);
  if (archive == NULL) return NULL;
  archive->reader = archive_library.archive_read_new();
  archive->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  if (archive->reader == NULL) {
    carchive_close(archive);
    return NULL;
  }
  archive_library.archive_read_support_filter_gzip(archive->reader);
  archive_library.archive_read_support_filter_bzip2(archive->reader);
  archive_library.archive_read_support_filter_xz(archive->reader);
  archive_library.archive_read_support_format_zip(archive->reader);
  archive_library.archive_read_support_format_rar(archive->reader);
  archive_library.archive_read_support_format_rar5(archive->reader);
  archive_library.archive_read_support_format_7zip(archive->reader);
  archive_library.archive_read_support_format_tar(archive->reader);
  // What a gzip file holds that is no archive. It bids least, so that it takes only what nothing else does.
  archive_library.archive_read_support_format_raw(archive->reader);
  archive_library.archive_read_open_memory(archive->reader, bytes, count);
  return archive;
}

carchive_step carchive_next(carchive *archive, carchive_member *member) {
  struct archive_entry *entry = NULL;
  locale_t before = archive->locale == (locale_t)0 ? (locale_t)0 : uselocale(archive->locale);
  int result = archive_library.archive_read_next_header(archive->reader, &entry);
  const char *name = result == ARCHIVE_OK || result == ARCHIVE_WARN ? archive_library.archive_entry_pathname(entry) : NULL;
  if (before != (locale_t)0) uselocale(before);
  if (result == ARCHIVE_EOF) return CARCHIVE_END;
  if (result != ARCHIVE_OK && result != ARCHIVE_WARN) return CARCHIVE_FAILED;
  member->name = name == NULL ? "" : name;
  member->size = archive_library.archive_entry_size_is_set(entry) ? archive_library.archive_entry_size(entry) : -1;
  member->is_file = archive_library.archive_entry_filetype(entry) == AE_IFREG;
  member->is_encrypted = archive_library.archive_entry_is_encrypted(entry) != 0;
  return CARCHIVE_MEMBER;
}

ptrdiff_t carchive_read(carchive *archive, void *buffer, size_t count) {
  la_ssize_t got = archive_library.archive_read_data(archive->reader, buffer, count);
  return got < 0 ? -1 : (ptrdiff_t)got;
}

const char *carchive_problem(carchive *archive) {
  const char *problem = archive_library.archive_error_string(archive->reader);
  return problem == NULL ? "it is no archive, or a damaged one" : problem;
}

void carchive_close(carchive *archive) {
  if (archive == NULL) return;
  if (archive->reader != NULL) archive_library.archive_read_free(archive->reader);
  if (archive->locale != (locale_t)0) freelocale(archive->locale);
  free(archive);
}

// Archives by libarchive, which is loaded when it is first needed: it and the libraries behind it take as long to load as
// the whole start of the command.
#ifndef JUESUAN_CARCHIVE_H
#define JUESUAN_CARCHIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct carchive carchive;

typedef struct {
  /// As the archive has it: UTF-8, or whatever its maker's system spoke. Valid until the next call.
  const char *name;
  /// What the archive says; -1 where it says nothing.
  int64_t size;
  bool is_file;
  bool is_encrypted;
} carchive_member;

typedef enum { CARCHIVE_MEMBER, CARCHIVE_END, CARCHIVE_FAILED } carchive_step;

/// Loads libarchive, if it is not yet; NULL, or why it cannot be.
const char *carchive_load(void);

/// Opens what lies in memory, which stays the caller's and must outlive the archive. NULL where there is no memory, or
/// where `carchive_load` has not succeeded. Whether the bytes are an archive, the first step tells.
carchive *carchive_open(const void *bytes, size_t count);

carchive_step carchive_next(carchive *archive, carchive_member *member);

/// Reads on in the member; 0 at its end, -1 where it fails.
ptrdiff_t carchive_read(carchive *archive, void *buffer, size_t count);

/// Why the last call failed; never NULL.
const char *carchive_problem(carchive *archive);

/// `archive` may be NULL.
void carchive_close(carchive *archive);

#endif

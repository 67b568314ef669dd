#include "library.h"

#include <stddef.h>

#include "CArchive.h"
#include "CLibrary.h"

struct carchive_library archive_library;
bool archive_library_is_loaded = false;

const char *carchive_load(void) {
  if (archive_library_is_loaded) return NULL;
#define CARCHIVE_SYMBOL(name) {#name, (void **)&archive_library.name},
  const struct clibrary_symbol symbols[] = {CARCHIVE_FUNCTIONS(CARCHIVE_SYMBOL){NULL, NULL}};
#undef CARCHIVE_SYMBOL
  const char *const files[] = {"libarchive.so.13", NULL};
  const char *problem = clibrary_load(&(struct clibrary){"libarchive", "", "libarchive13", files, symbols});
  archive_library_is_loaded = problem == NULL;
  return problem;
}

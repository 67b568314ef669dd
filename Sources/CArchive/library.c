#include "library.h"

#include <dlfcn.h>
#include <stdio.h>

#include "CArchive.h"

struct carchive_library archive_library;
bool archive_library_is_loaded = false;

const char *carchive_load(void) {
  static char problem[512];
  if (archive_library_is_loaded) return NULL;
  void *handle = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    snprintf(problem, sizeof problem, "libarchive is missing; install it with: apt-get install libarchive13 (%s)",
             dlerror());
    return problem;
  }
#define CARCHIVE_LOAD(name)                                                          \
  *(void **)&archive_library.name = dlsym(handle, #name);                            \
  if (archive_library.name == NULL) {                                                \
    snprintf(problem, sizeof problem, "libarchive is too old: it has no " #name); \
    return problem;                                                                  \
  }
  CARCHIVE_FUNCTIONS(CARCHIVE_LOAD)
#undef CARCHIVE_LOAD
  archive_library_is_loaded = true;
  return NULL;
}

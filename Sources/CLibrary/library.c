#include "CLibrary.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

static _Atomic long long library_bytes = 0;

long long clibrary_bytes(void) { return library_bytes; }

/// The address space that this process has, in bytes; 0 where the system does not tell.
static long long address_space(void) {
  long long pages = 0;
  FILE *file = fopen("/proc/self/statm", "re");
  if (file == NULL) return 0;
  if (fscanf(file, "%lld", &pages) != 1) pages = 0;
  fclose(file);
  return pages * sysconf(_SC_PAGESIZE);
}

const char *clibrary_load(const struct clibrary *library) {
  static _Thread_local char problem[512];
  void *handle = NULL;
  const long long before = address_space();
  for (const char *const *file = library->files; handle == NULL && *file != NULL; file++) {
    handle = dlopen(*file, RTLD_NOW | RTLD_LOCAL);
  }
  if (handle == NULL) {
    snprintf(problem, sizeof problem, "%s%s is missing; install it with: apt-get install %s (%s)", library->name,
             library->purpose, library->package, dlerror());
    return problem;
  }
  library_bytes += address_space() - before;
  for (const struct clibrary_symbol *symbol = library->symbols; symbol->name != NULL; symbol++) {
    *symbol->place = dlsym(handle, symbol->name);
    if (*symbol->place == NULL) {
      snprintf(problem, sizeof problem, "%s is too old: it has no %s", library->name, symbol->name);
      return problem;
    }
  }
  return NULL;
}

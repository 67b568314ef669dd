#include "CLibrary.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdio.h>

const char *clibrary_load(const struct clibrary *library) {
  static _Thread_local char problem[512];
  void *handle = NULL;
  for (const char *const *file = library->files; handle == NULL && *file != NULL; file++) {
    handle = dlopen(*file, RTLD_NOW | RTLD_LOCAL);
  }
  if (handle == NULL) {
    snprintf(problem, sizeof problem, "%s%s is missing; install it with: apt-get install %s (%s)", library->name,
             library->purpose, library->package, dlerror());
    return problem;
  }
  for (const struct clibrary_symbol *symbol = library->symbols; symbol->name != NULL; symbol++) {
    *symbol->place = dlsym(handle, symbol->name);
    if (*symbol->place == NULL) {
      snprintf(problem, sizeof problem, "%s is too old: it has no %s", library->name, symbol->name);
      return problem;
    }
  }
  return NULL;
}

#include "library.h"

#include <dlfcn.h>
#include <stdio.h>

#include "CGumbo.h"

struct cgumbo_library gumbo_library;
bool gumbo_library_is_loaded = false;

const char *cgumbo_load(void) {
  static char problem[512];
  if (gumbo_library_is_loaded) return NULL;
  void *handle = dlopen("libgumbo.so.1", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    snprintf(problem, sizeof problem, "libgumbo, which reads web pages, is missing; install it with: apt-get install libgumbo1 (%s)",
             dlerror());
    return problem;
  }
#define CGUMBO_LOAD(name)                                                      \
  *(void **)&gumbo_library.name = dlsym(handle, #name);                        \
  if (gumbo_library.name == NULL) {                                            \
    snprintf(problem, sizeof problem, "libgumbo is too old: it has no " #name); \
    return problem;                                                            \
  }
  CGUMBO_FUNCTIONS(CGUMBO_LOAD)
#undef CGUMBO_LOAD
  gumbo_library.defaults = dlsym(handle, "kGumboDefaultOptions");
  if (gumbo_library.defaults == NULL) return "libgumbo is too old: it has no options";
  gumbo_library_is_loaded = true;
  return NULL;
}

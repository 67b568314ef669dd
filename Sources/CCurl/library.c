#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>

#include "library.h"

#include "CCurl.h"

struct ccurl_library library;
bool library_is_loaded = false;

const char *ccurl_load(void) {
  static char problem[512];
  if (library_is_loaded) return NULL;
  void *handle = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  // Debian's other flavour, which many systems have for git.
  if (handle == NULL) handle = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) {
    snprintf(problem, sizeof problem, "libcurl is missing; install it with: apt-get install libcurl4 (%s)", dlerror());
    return problem;
  }
#define CCURL_LOAD(name)                                                         \
  *(void **)&library.name = dlsym(handle, #name);                                \
  if (library.name == NULL) {                                                    \
    snprintf(problem, sizeof problem, "libcurl is too old: it has no " #name); \
    return problem;                                                              \
  }
  CCURL_FUNCTIONS(CCURL_LOAD)
#undef CCURL_LOAD
  if (library.curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return "libcurl cannot be initialised";
  library_is_loaded = true;
  return NULL;
}

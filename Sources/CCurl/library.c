#include <stdbool.h>
#include <stddef.h>

#include "library.h"

#include "CCurl.h"
#include "CLibrary.h"

struct ccurl_library library;
bool library_is_loaded = false;

const char *ccurl_load(void) {
  if (library_is_loaded) return NULL;
#define CCURL_SYMBOL(name) {#name, (void **)&library.name},
  const struct clibrary_symbol symbols[] = {CCURL_FUNCTIONS(CCURL_SYMBOL){NULL, NULL}};
#undef CCURL_SYMBOL
  // Debian's other flavour, which many systems have for git.
  const char *const files[] = {"libcurl.so.4", "libcurl-gnutls.so.4", NULL};
  const char *problem = clibrary_load(&(struct clibrary){"libcurl", "", "libcurl4", files, symbols});
  if (problem != NULL) return problem;
  if (library.curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) return "libcurl cannot be initialised";
  library_is_loaded = true;
  return NULL;
}

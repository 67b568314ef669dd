#include "library.h"

#include <stddef.h>

#include "CGumbo.h"
#include "CLibrary.h"

struct cgumbo_library gumbo_library;
bool gumbo_library_is_loaded = false;

const char *cgumbo_load(void) {
  if (gumbo_library_is_loaded) return NULL;
#define CGUMBO_SYMBOL(name) {#name, (void **)&gumbo_library.name},
  const struct clibrary_symbol symbols[] = {
      CGUMBO_FUNCTIONS(CGUMBO_SYMBOL){"kGumboDefaultOptions", (void **)&gumbo_library.defaults}, {NULL, NULL}};
#undef CGUMBO_SYMBOL
  const char *const files[] = {"libgumbo.so.1", NULL};
  const char *problem =
      clibrary_load(&(struct clibrary){"libgumbo", ", which reads web pages,", "libgumbo1", files, symbols});
  gumbo_library_is_loaded = problem == NULL;
  return problem;
}

#ifndef JUESUAN_GUMBO_LIBRARY_H
#define JUESUAN_GUMBO_LIBRARY_H

#include <gumbo.h>
#include <stdbool.h>

/// The functions of gumbo that are used.
#define CGUMBO_FUNCTIONS(X)  \
  X(gumbo_parse_with_options) \
  X(gumbo_normalized_tagname) \
  X(gumbo_tag_from_original_text)

#define CGUMBO_POINTER(name) __typeof__(name) *name;
struct cgumbo_library {
  CGUMBO_FUNCTIONS(CGUMBO_POINTER)
  const GumboOptions *defaults;
};
#undef CGUMBO_POINTER

/// All functions, once `cgumbo_load` succeeded.
extern struct cgumbo_library gumbo_library;
extern bool gumbo_library_is_loaded;

#endif

// Pages of the web by gumbo, an HTML5 parser, which is loaded when it is first needed.
#ifndef JUESUAN_CGUMBO_H
#define JUESUAN_CGUMBO_H

#include <stddef.h>

typedef struct cgumbo_element cgumbo_element;

/// What is told of a parsed page, node by node, in its order. What is passed is valid until the call returns.
typedef struct {
  void *context;
  /// `name` is in lower case, and not closed by a zero byte.
  void (*start)(void *context, const char *name, size_t name_length, const cgumbo_element *element);
  void (*end)(void *context);
  void (*text)(void *context, const char *text, size_t length);
} cgumbo_handler;

typedef enum {
  CGUMBO_OK,
  /// Its tree needs more memory than it may take.
  CGUMBO_TOO_LARGE,
  /// `cgumbo_load` has not succeeded.
  CGUMBO_NOT_LOADED
} cgumbo_status;

/// Loads gumbo, if it is not yet; NULL, or why it cannot be.
const char *cgumbo_load(void);

/// Parses a page in UTF-8 and tells its nodes; comments, and what templates hold, are left out. Nothing is told where the
/// tree would take more than `memory` bytes.
cgumbo_status cgumbo_parse(const char *bytes, size_t count, size_t memory, const cgumbo_handler *handler);

size_t cgumbo_attribute_count(const cgumbo_element *element);
const char *cgumbo_attribute_name(const cgumbo_element *element, size_t index);
const char *cgumbo_attribute_value(const cgumbo_element *element, size_t index);

#endif

#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "CGumbo.h"
#include "library.h"

/// What stands before each piece of memory that the parser asks for: all pieces can be let go of at once, where its own way
/// to do so goes as deep into the stack as the page nests.
struct piece {
  struct piece *next;
  struct piece *previous;
  size_t size;
  size_t padding;
};

struct heap {
  struct piece pieces;
  size_t used;
  size_t limit;
  jmp_buf full;
};

/// Does not return where there is no memory: the parser would use what it did not get.
static void *heap_take(void *context, size_t size) {
  struct heap *heap = context;
  struct piece *piece = NULL;
  if (size < heap->limit && heap->used + size + sizeof *piece <= heap->limit) piece = malloc(sizeof *piece + size);
  if (piece == NULL) longjmp(heap->full, 1);
  piece->size = size + sizeof *piece;
  piece->previous = &heap->pieces;
  piece->next = heap->pieces.next;
  piece->next->previous = piece;
  heap->pieces.next = piece;
  heap->used += piece->size;
  return piece + 1;
}

static void heap_give(void *context, void *memory) {
  if (memory == NULL) return;
  struct heap *heap = context;
  struct piece *piece = (struct piece *)memory - 1;
  heap->used -= piece->size;
  piece->next->previous = piece->previous;
  piece->previous->next = piece->next;
  free(piece);
}

static void heap_clear(struct heap *heap) {
  struct piece *piece = heap->pieces.next;
  while (piece != &heap->pieces) {
    struct piece *next = piece->next;
    free(piece);
    piece = next;
  }
}

static const GumboElement *element_of(const cgumbo_element *element) {
  return &((const GumboNode *)(const void *)element)->v.element;
}

size_t cgumbo_attribute_count(const cgumbo_element *element) { return element_of(element)->attributes.length; }

static const GumboAttribute *attribute(const cgumbo_element *element, size_t index) {
  return element_of(element)->attributes.data[index];
}

const char *cgumbo_attribute_name(const cgumbo_element *element, size_t index) {
  return attribute(element, index)->name;
}

const char *cgumbo_attribute_value(const cgumbo_element *element, size_t index) {
  return attribute(element, index)->value;
}

static const GumboVector *children_of(const GumboNode *node) {
  switch (node->type) {
    case GUMBO_NODE_DOCUMENT: return &node->v.document.children;
    case GUMBO_NODE_ELEMENT: return &node->v.element.children;
    default: return NULL;
  }
}

static void tell_start(const GumboNode *node, const cgumbo_handler *handler) {
  const GumboElement *element = &node->v.element;
  GumboStringPiece name = element->original_tag;
  if (element->tag == GUMBO_TAG_UNKNOWN) {
    gumbo_library.gumbo_tag_from_original_text(&name);
  } else {
    name.data = gumbo_library.gumbo_normalized_tagname(element->tag);
    name.length = strlen(name.data);
  }
  handler->start(handler->context, name.data == NULL ? "" : name.data, name.data == NULL ? 0 : name.length,
                 (const cgumbo_element *)(const void *)node);
}

/// Tells what one node is, and its end where nothing can lie in it.
static void tell(const GumboNode *node, const cgumbo_handler *handler) {
  switch (node->type) {
    case GUMBO_NODE_ELEMENT: tell_start(node, handler); break;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE: handler->text(handler->context, node->v.text.text, strlen(node->v.text.text)); break;
    default: break;
  }
}

/// Walks the tree without a stack: nodes know their parents and their places in them.
static void walk(const GumboNode *top, const cgumbo_handler *handler) {
  const GumboNode *node = top;
  tell(node, handler);
  while (true) {
    const GumboVector *children = children_of(node);
    if (children != NULL && children->length > 0) {
      node = children->data[0];
      tell(node, handler);
      continue;
    }
    while (true) {
      if (node->type == GUMBO_NODE_ELEMENT) handler->end(handler->context);
      if (node == top || node->parent == NULL) return;
      const GumboVector *siblings = children_of(node->parent);
      if (siblings != NULL && node->index_within_parent + 1 < siblings->length) {
        node = siblings->data[node->index_within_parent + 1];
        tell(node, handler);
        break;
      }
      node = node->parent;
    }
  }
}

cgumbo_status cgumbo_parse(const char *bytes, size_t count, size_t memory, const cgumbo_handler *handler) {
  if (!gumbo_library_is_loaded) return CGUMBO_NOT_LOADED;
  struct heap *heap = calloc(1, sizeof *heap);
  if (heap == NULL) return CGUMBO_TOO_LARGE;
  heap->pieces.next = heap->pieces.previous = &heap->pieces;
  heap->limit = memory;
  volatile cgumbo_status status = CGUMBO_TOO_LARGE;
  if (setjmp(heap->full) == 0) {
    GumboOptions options = *gumbo_library.defaults;
    options.allocator = heap_take;
    options.deallocator = heap_give;
    options.userdata = heap;
    // They are not looked at, and a broken page has one for each of its characters.
    options.max_errors = 0;
    const GumboOutput *output = gumbo_library.gumbo_parse_with_options(&options, bytes, count);
    status = CGUMBO_OK;
    walk(output->document, handler);
  }
  heap_clear(heap);
  free(heap);
  return status;
}

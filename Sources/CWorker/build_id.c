#define _GNU_SOURCE
#include "CWorker.h"

#include <elf.h>
#include <link.h>
#include <string.h>

typedef struct {
  const char *library;
  unsigned char *bytes;
  size_t capacity;
  size_t count;
} Search;

static size_t padded(size_t size) { return (size + 3) & ~(size_t)3; }

// Reads the build id among the notes of a segment, if it is there.
static void readNotes(Search *search, const unsigned char *notes, size_t size) {
  while (size >= sizeof(ElfW(Nhdr))) {
    const ElfW(Nhdr) *head = (const ElfW(Nhdr) *)notes;
    const size_t name = sizeof *head;
    const size_t content = name + padded(head->n_namesz);
    const size_t end = content + padded(head->n_descsz);
    if (end > size) {
      return;
    }
    if (head->n_type == NT_GNU_BUILD_ID && head->n_namesz == 4 && memcmp(notes + name, "GNU", 4) == 0 &&
        head->n_descsz <= search->capacity) {
      memcpy(search->bytes, notes + content, head->n_descsz);
      search->count = head->n_descsz;
      return;
    }
    notes += end;
    size -= end;
  }
}

static int visit(struct dl_phdr_info *object, size_t, void *context) {
  Search *search = context;
  // The program comes first, and has no name.
  const bool isIt = search->library ? strstr(object->dlpi_name, search->library) != nullptr : *object->dlpi_name == '\0';
  if (!isIt) {
    return 0;
  }
  for (int i = 0; i < object->dlpi_phnum && search->count == 0; ++i) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
    if (segment->p_type == PT_NOTE) {
      readNotes(search, (const unsigned char *)(object->dlpi_addr + segment->p_vaddr), segment->p_memsz);
    }
  }
  return 1;
}

size_t jsw_build_id(const char *library, unsigned char *bytes, size_t capacity) {
  Search search = {.library = library, .bytes = bytes, .capacity = capacity};
  dl_iterate_phdr(visit, &search);
  return search.count;
}

#include "CCatalogue.h"

static const char forms[] = {
#embed "resources/forms.catalogue"
};

const char *juesuan_forms_catalogue(size_t *length) {
  *length = sizeof forms;
  return forms;
}

#include "CCatalogue.h"

static const char forms[] = {
#embed "resources/forms.catalogue"
};

const char *juesuan_forms_catalogue(size_t *length) {
  *length = sizeof forms;
  return forms;
}

static const char narrative[] = {
#embed "resources/narrative.catalogue"
};

const char *juesuan_narrative_catalogue(size_t *length) {
  *length = sizeof narrative;
  return narrative;
}

static const char classification[] = {
#embed "resources/classification.catalogue"
};

const char *juesuan_classification_catalogue(size_t *length) {
  *length = sizeof classification;
  return classification;
}

static const char parts[] = {
#embed "resources/parts.catalogue"
};

const char *juesuan_parts_catalogue(size_t *length) {
  *length = sizeof parts;
  return parts;
}

static const char checklist[] = {
#embed "resources/checklist.catalogue"
};

const char *juesuan_checklist_catalogue(size_t *length) {
  *length = sizeof checklist;
  return checklist;
}

static const char head[] = {
#embed "resources/head.catalogue"
};

const char *juesuan_head_catalogue(size_t *length) {
  *length = sizeof head;
  return head;
}

static const char harvest[] = {
#embed "resources/harvest.catalogue"
};

const char *juesuan_harvest_catalogue(size_t *length) {
  *length = sizeof harvest;
  return harvest;
}

static const char document_schema[] = {
#embed "resources/document.schema.json"
};

const char *juesuan_document_schema(size_t *length) {
  *length = sizeof document_schema;
  return document_schema;
}

static const char report_schema[] = {
#embed "resources/report.schema.json"
};

const char *juesuan_report_schema(size_t *length) {
  *length = sizeof report_schema;
  return report_schema;
}

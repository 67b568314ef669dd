// The catalogues and schemas, embedded in the binary: the installed command is one file.
#ifndef JUESUAN_CCATALOGUE_H
#define JUESUAN_CCATALOGUE_H

#include <stddef.h>

/// The forms, their titles, columns, line items and identities, in the notation described at the head of the file.
const char *juesuan_forms_catalogue(size_t *length);

/// The wordings of the narrative, in the notation described at the head of the file.
const char *juesuan_narrative_catalogue(size_t *length);

/// The codes of the classification and the names that they have had, in the notation described at the head of the file.
const char *juesuan_classification_catalogue(size_t *length);

/// The wordings of a report's other parts, in the notation described at the head of the file.
const char *juesuan_parts_catalogue(size_t *length);

/// What a report must disclose, in the notation described at the head of the file.
const char *juesuan_checklist_catalogue(size_t *length);

/// The wordings of a report's head, in the notation described at the head of the file.
const char *juesuan_head_catalogue(size_t *length);

/// The wordings of links on pages that list reports, in the notation described at the head of the file.
const char *juesuan_harvest_catalogue(size_t *length);

/// The JSON Schema (draft 2020-12) of the format juesuan/1.
const char *juesuan_document_schema(size_t *length);

/// The JSON Schema (draft 2020-12) of the format juesuan-report/1.
const char *juesuan_report_schema(size_t *length);

#endif

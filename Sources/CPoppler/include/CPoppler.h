// What Poppler draws on a page, as plain arrays: the only door to Poppler's private API.
//
// All coordinates are points in the page as displayed (/Rotate applied, crop box), origin top left, y downwards.
// One document must be used by one thread at a time; different documents may be used by different threads.
#ifndef JUESUAN_CPOPPLER_H
#define JUESUAN_CPOPPLER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct jsp_document jsp_document;

typedef enum {
  JSP_OPEN_OK = 0,
  JSP_OPEN_ENCRYPTED = 1,   // a password is needed, or the one given does not open it
  JSP_OPEN_DAMAGED = 2,     // not a PDF, truncated beyond repair, no cross-reference table
  JSP_OPEN_NO_PAGES = 3,    // opened, but its page tree holds no page
  JSP_OPEN_OUT_OF_MEMORY = 4
} jsp_open_status;

enum {
  JSP_GLYPH_BOLD = 1,       // by font name, weight or flags, or by a fill-and-stroke text rendering mode
  JSP_GLYPH_INVISIBLE = 2,  // text rendering mode 3 (the text layer over a scan), or fully transparent
  JSP_GLYPH_ROTATED = 4,    // the baseline is not horizontal in the page as displayed, or text runs down or upside down
  JSP_GLYPH_SPACE = 8,      // white space: no ink
  JSP_GLYPH_SLANTED = 16,   // the baseline is far from any quarter turn
  JSP_GLYPH_QUARTERS = 96,  // two bits: by how many quarter turns, clockwise, the text is turned from running rightwards
  JSP_GLYPH_GROUND = 128,   // drawn in the colour of what lies under it: white on white
  JSP_GLYPH_PALE = 256,     // nearer to white than to black
  JSP_GLYPH_WATERMARK = 512 // in what the file itself marks as a watermark
};
enum { JSP_GLYPH_QUARTER_SHIFT = 5 };

typedef struct {
  // Advance box: along the baseline the glyph's own advance, without character and word spacing; across it font ascent
  // to descent, held within sane parts of the size.
  float x0, y0, x1, y1;
  float baseline;           // y of the pen position
  float pen_x;              // and its x
  float size;               // font size in points as displayed
  uint32_t scalar;          // one Unicode scalar value; 0xFFFD where the font says nothing
  uint32_t flags;           // JSP_GLYPH_…
} jsp_glyph;

typedef struct {
  float x0, y0, x1, y1;     // the centre line: x0 == x1 for a vertical ruling, y0 == y1 for a horizontal one
  float thickness;          // 0 for a hairline
} jsp_ruling;

typedef struct {
  float x0, y0, x1, y1;
} jsp_box;

enum {
  JSP_PAGE_GLYPH_CAP = 1,   // more glyphs than the cap: the rest was not recorded
  JSP_PAGE_DEADLINE = 2,    // drawing took longer than the deadline and was stopped
  JSP_PAGE_RULING_CAP = 4
};

typedef struct {
  float width, height;      // as displayed
  int rotation;             // 0, 90, 180, 270: what /Rotate says
  const jsp_glyph *glyphs;  // in content-stream order, those whose centre is outside the clip left out
  size_t glyph_count;
  const jsp_ruling *rulings;
  size_t ruling_count;
  const jsp_box *images;
  size_t image_count;
  size_t clipped_glyph_count;   // left out because the clip or the page's edge hides them
  size_t unmapped_glyph_count;  // glyphs without a Unicode value
  size_t hidden_layer_count;    // strings in layers that are switched off: they are not drawn
  uint32_t status;              // JSP_PAGE_…
  uint32_t error_count;         // error callbacks while this page was drawn; Poppler's warnings are not counted
} jsp_page;

typedef struct {
  double deadline_seconds;  // of processor time, per page
  size_t glyph_cap;         // per page
  size_t ruling_cap;        // per page
} jsp_limits;

// `bytes` must stay valid and unchanged until jsp_close. `password` may be NULL (UTF-8 otherwise; tried as user and as
// owner password). On any status but JSP_OPEN_OK, *document is NULL.
jsp_open_status jsp_open(const uint8_t *bytes, size_t length, const char *password, jsp_document **document);
void jsp_close(jsp_document *document);

int jsp_page_count(const jsp_document *document);

// Errors that Poppler reported while the document was opened.
uint32_t jsp_open_error_count(const jsp_document *document);

// Draws page `number` (from 1). The arrays belong to the document and are valid until the next call for this document.
// Returns 0, or -1 when there is no such page.
int jsp_read_page(jsp_document *document, int number, const jsp_limits *limits, jsp_page *page);

// The floor to measure against: the same page through an OutputDev that does nothing. Returns 0 or -1.
int jsp_noop_page(jsp_document *document, int number);

typedef struct {
  double dpi;               // lowered where the picture would have more pixels than the cap
  size_t pixel_cap;
  double deadline_seconds;  // of processor time; after it there is no picture
  const jsp_box *crop;      // the part of the page wanted; NULL for all of it
} jsp_picture_options;

// Draws page `number` as a PNG picture, in RGB on white. Returns 0 and bytes for jsp_free_picture, or -1 where there is
// no such page, nothing of it within the crop box, or no picture within the limits.
int jsp_render_page(jsp_document *document, int number, const jsp_picture_options *options, uint8_t **bytes,
                    size_t *length);
void jsp_free_picture(uint8_t *bytes);

// The first error message of the last jsp_open or jsp_read_page on this thread, or "".
const char *jsp_last_error(void);

// Has a function called where Poppler gets no memory, instead of an error that it may not survive.
void jsp_on_memory_failure(void (*handler)(void));

#ifdef __cplusplus
}
#endif

#endif

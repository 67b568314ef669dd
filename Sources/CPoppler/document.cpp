// The C functions: documents are opened here, pages drawn to the recorder, and no exception gets out.
#include "document.h"
#include "errors.h"

#include <Annot.h>
#include <ErrorCodes.h>
#include <Gfx.h>
#include <Page.h>
#include <Stream.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>
#include <utility>

namespace {

constexpr double pointsPerInch = 72;

// A template, so that of the two ways in which Poppler's versions take over the stream only the right one is compiled.
template <typename Document>
std::unique_ptr<Document> parse(const uint8_t *bytes, size_t length, const char *password) {
  // The document owns the stream, the caller the bytes.
  auto stream = std::make_unique<MemStream>(reinterpret_cast<const char *>(bytes), 0, static_cast<Goffset>(length),
                                            Object(objNull));
  std::optional<GooString> given;
  if (password) {
    given.emplace(password);
  }
  using Given = const std::optional<GooString> &;
  if constexpr (std::is_constructible_v<Document, BaseStream *, Given, Given>) {
    return std::make_unique<Document>(stream.release(), given, given);
  } else {
    return std::make_unique<Document>(std::move(stream), given, given);
  }
}

// A page tree can claim pages that it does not have.
bool hasAnyPage(PDFDoc &pdf, int pageCount) {
  constexpr int enough = 1000;
  for (int number = 1; number <= std::min(pageCount, enough); ++number) {
    if (pdf.getPage(number)) {
      return true;
    }
  }
  return false;
}

jsp_open_status open(const uint8_t *bytes, size_t length, const char *password, jsp_document **document) {
  jsp::initialisePoppler();
  jsp::resetErrors();
  auto opened = std::make_unique<jsp_document>();
  opened->pdf = parse<PDFDoc>(bytes, length, nullptr);
  if (!opened->pdf->isOk() && opened->pdf->getErrorCode() == errEncrypted && password) {
    jsp::resetErrors();
    opened->pdf = parse<PDFDoc>(bytes, length, password);
  }
  if (!opened->pdf->isOk()) {
    return opened->pdf->getErrorCode() == errEncrypted ? JSP_OPEN_ENCRYPTED : JSP_OPEN_DAMAGED;
  }
  opened->pageCount = opened->pdf->getNumPages();
  if (opened->pageCount < 1 || !hasAnyPage(*opened->pdf, opened->pageCount)) {
    return JSP_OPEN_NO_PAGES;
  }
  opened->openErrorCount = jsp::errorCount();
  *document = opened.release();
  return JSP_OPEN_OK;
}

bool mustStop(void *recorder) { return static_cast<jsp::PageRecorder *>(recorder)->mustStop(); }

bool showsAnnotation(Annot *annotation, void *recorder) {
  // The frame that some viewers draw around a link is no ruling. Other annotations (fields, stamps) are content.
  static_cast<jsp::PageRecorder *>(recorder)->isWatermark = annotation->getType() == Annot::typeWatermark;
  return annotation->getType() != Annot::typeLink && !mustStop(recorder);
}

// Whether annotations stand on a page.
bool isAnnotated(Page &page) {
  const uint32_t errorsBefore = jsp::errorCount();
  const Object annotations = page.getAnnotsObject();
  // Poppler meets them again.
  jsp::forgetErrors(errorsBefore);
  return !annotations.isNull() && !(annotations.isArray() && annotations.arrayGetLength() == 0);
}

// Draws a page as Poppler does, but from contents that are decoded before.
void draw(Page &page, jsp_document &document) {
  jsp::PageRecorder &recorder = document.recorder;
  if (isAnnotated(page)) {
    page.display(&recorder, pointsPerInch, pointsPerInch, 0, false, true, false, mustStop, &recorder, showsAnnotation,
                 &recorder);
    return;
  }
  // Left alone where an exception passes: Poppler was not made for that.
  auto *gfx = std::unique_ptr<Gfx>(page.createGfx(&recorder, pointsPerInch, pointsPerInch, 0, false, true, -1, -1, -1,
                                                  -1, false, mustStop, &recorder))
                  .release();
  Object contents = document.contents.decoded(document.pdf->getXRef(), page.getContents());
  if (!contents.isNull()) {
    gfx->saveState();
    gfx->display(&contents);
    gfx->restoreState();
  }
  delete gfx;
}

int readPage(jsp_document *document, int number, const jsp_limits *limits, jsp_page *page) {
  jsp::resetErrors();
  *page = {};
  Page *source = document->pdf->getPage(number);
  if (!source) {
    return -1;
  }
  jsp::PageRecorder &recorder = document->recorder;
  recorder.begin(*limits);
  document->endlessMaps.mend(*source);
  const jsp::SharedFonts::Loan loan(recorder.fonts, *source);
  try {
    draw(*source, *document);
  } catch (const jsp::Abandoned &) {
    // What was recorded until then is kept; the status says that it is not all.
  }
  recorder.end();

  page->rotation = source->getRotate();
  const bool isTurned = page->rotation == 90 || page->rotation == 270;
  page->width = static_cast<float>(isTurned ? source->getCropHeight() : source->getCropWidth());
  page->height = static_cast<float>(isTurned ? source->getCropWidth() : source->getCropHeight());
  page->glyphs = recorder.glyphs.data();
  page->glyph_count = recorder.glyphs.size();
  page->rulings = recorder.rulings.data();
  page->ruling_count = recorder.rulings.size();
  page->images = recorder.images.data();
  page->image_count = recorder.images.size();
  page->clipped_glyph_count = recorder.clippedGlyphCount;
  page->unmapped_glyph_count = recorder.unmappedGlyphCount;
  page->hidden_layer_count = recorder.hiddenLayerCount;
  page->status = recorder.status;
  page->error_count = jsp::errorCount();
  return 0;
}

}  // namespace

jsp_open_status jsp_open(const uint8_t *bytes, size_t length, const char *password, jsp_document **document) {
  *document = nullptr;
  try {
    return open(bytes, length, password, document);
  } catch (const std::bad_alloc &) {
    return JSP_OPEN_OUT_OF_MEMORY;
  } catch (...) {
    return JSP_OPEN_DAMAGED;
  }
}

void jsp_close(jsp_document *document) { delete document; }

int jsp_page_count(const jsp_document *document) { return document->pageCount; }

uint32_t jsp_open_error_count(const jsp_document *document) { return document->openErrorCount; }

int jsp_read_page(jsp_document *document, int number, const jsp_limits *limits, jsp_page *page) {
  if (number < 1 || number > document->pageCount) {
    return -1;
  }
  try {
    return readPage(document, number, limits, page);
  } catch (...) {
    return -1;
  }
}

int jsp_noop_page(jsp_document *document, int number) {
  if (number < 1 || number > document->pageCount) {
    return -1;
  }
  try {
    document->pdf->displayPage(&document->silentDevice, number, pointsPerInch, pointsPerInch, 0, false, true, false);
    return 0;
  } catch (...) {
    return -1;
  }
}

const char *jsp_last_error(void) { return jsp::firstError(); }

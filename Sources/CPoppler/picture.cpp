// Pages as pictures, for people to look at. Nothing is read from these.
#include "ThreadClock.h"
#include "document.h"
#include "errors.h"

#include <Page.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>
#include <splash/SplashErrorCodes.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace {

constexpr double pointsPerInch = 72;
// Coarser than this, a page is a smear: better none.
constexpr double leastDpi = 4;

using Clock = ThreadClock;

struct Freed {
  void operator()(FILE *file) const { std::fclose(file); }
};

bool isOverdue(void *deadline) { return Clock::now() > *static_cast<const Clock::time_point *>(deadline); }

struct Slice {
  int x = 0, y = 0, width = 0, height = 0;
};

// The pixels that a box covers, held within the page.
Slice pixels(const jsp_box &box, double pageWidth, double pageHeight, double dpi) {
  const double scale = dpi / pointsPerInch;
  const double left = std::clamp<double>(box.x0, 0, pageWidth) * scale;
  const double top = std::clamp<double>(box.y0, 0, pageHeight) * scale;
  const double right = std::clamp<double>(box.x1, 0, pageWidth) * scale;
  const double bottom = std::clamp<double>(box.y1, 0, pageHeight) * scale;
  Slice slice;
  // Nothing of a box beside the page is left, not even the pixel that its edge runs through.
  if (!(right > left) || !(bottom > top)) {
    return slice;
  }
  slice.x = static_cast<int>(std::floor(left));
  slice.y = static_cast<int>(std::floor(top));
  slice.width = static_cast<int>(std::ceil(right)) - slice.x;
  slice.height = static_cast<int>(std::ceil(bottom)) - slice.y;
  return slice;
}

bool writePNG(SplashBitmap &bitmap, double dpi, uint8_t **bytes, size_t *length) {
  char *buffer = nullptr;
  size_t size = 0;
  std::unique_ptr<FILE, Freed> file(open_memstream(&buffer, &size));
  if (!file) {
    return false;
  }
  const bool isWritten = bitmap.writeImgFile(splashFormatPng, file.get(), dpi, dpi) == splashOk;
  // Closing sets buffer and size.
  file.reset();
  if (!isWritten || !buffer || size == 0) {
    std::free(buffer);
    return false;
  }
  *bytes = reinterpret_cast<uint8_t *>(buffer);
  *length = size;
  return true;
}

int render(jsp_document *document, int number, const jsp_picture_options &options, uint8_t **bytes, size_t *length) {
  jsp::resetErrors();
  Page *source = document->pdf->getPage(number);
  if (!source || !(options.dpi > 0)) {
    return -1;
  }
  document->endlessMaps.mend(*source);
  const bool isTurned = source->getRotate() == 90 || source->getRotate() == 270;
  const double width = isTurned ? source->getCropHeight() : source->getCropWidth();
  const double height = isTurned ? source->getCropWidth() : source->getCropHeight();
  const jsp_box whole{0, 0, static_cast<float>(width), static_cast<float>(height)};
  const jsp_box box = options.crop ? *options.crop : whole;
  if (!(box.x1 > box.x0) || !(box.y1 > box.y0)) {
    return -1;
  }
  // Poppler makes the bitmap of the slice only, so that its pixels are what a picture costs.
  const double inchesWide = std::min<double>(box.x1 - box.x0, width) / pointsPerInch;
  const double inchesHigh = std::min<double>(box.y1 - box.y0, height) / pointsPerInch;
  const double cap = static_cast<double>(options.pixel_cap);
  // However narrow it is, it has a row of pixels.
  const double dpi = std::min({options.dpi, std::sqrt(cap / (inchesWide * inchesHigh)),
                               cap / std::max(inchesWide, inchesHigh)});
  // Poppler counts the pixels of the whole page in integers.
  constexpr double mostPixelsAcross = 1e9;
  if (!(dpi >= std::min(options.dpi, leastDpi)) ||
      !(std::max(width, height) / pointsPerInch * dpi < mostPixelsAcross)) {
    return -1;
  }
  const Slice slice = pixels(box, width, height, dpi);
  if (slice.width < 1 || slice.height < 1) {
    return -1;
  }
  SplashColor white = {0xFF, 0xFF, 0xFF};
  SplashOutputDev device(splashModeRGB8, 4, false, white);
  device.setFontAntialias(true);
  device.setVectorAntialias(true);
  device.startDoc(document->pdf.get());
  Clock::time_point deadline =
      Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.deadline_seconds));
  document->pdf->displayPageSlice(&device, number, dpi, dpi, 0, false, true, false, slice.x, slice.y, slice.width,
                                  slice.height, isOverdue, &deadline);
  // Half a picture would pass for the page.
  SplashBitmap *bitmap = device.getBitmap();
  if (isOverdue(&deadline) || !bitmap) {
    return -1;
  }
  return writePNG(*bitmap, dpi, bytes, length) ? 0 : -1;
}

}  // namespace

int jsp_render_page(jsp_document *document, int number, const jsp_picture_options *options, uint8_t **bytes,
                    size_t *length) {
  *bytes = nullptr;
  *length = 0;
  if (number < 1 || number > document->pageCount) {
    return -1;
  }
  try {
    return render(document, number, *options, bytes, length);
  } catch (...) {
    return -1;
  }
}

void jsp_free_picture(uint8_t *bytes) { std::free(bytes); }

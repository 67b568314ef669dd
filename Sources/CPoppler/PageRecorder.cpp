#include "PageRecorder.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace jsp {

namespace {

// Points. Lines of up to this slant over their length count as straight: producers round coordinates.
constexpr double slantTolerance = 0.35;
// A filled rectangle up to this thick is a ruling, a thicker one a background.
constexpr double maximumFillThickness = 3.0;
// Strokes say that they are lines, so they may be thicker.
constexpr double maximumStrokeThickness = 6.0;
// Shorter ones are parts of drawn characters and of dots.
constexpr double minimumLength = 1.0;
// A line drawn as an image has this many pixels across at most; more is a thin strip of a picture.
constexpr int maximumLinePixels = 4;
// A bar has four corners; those with arrow-like mitres at both ends six, and the first may be repeated.
constexpr int maximumOutlinePoints = 8;
constexpr double transparent = 0.01;

Ink strokeInk(const GfxState *state) {
  GfxRGB rgb;
  state->getStrokeRGB(&rgb);
  return {colToDbl(rgb.r), colToDbl(rgb.g), colToDbl(rgb.b), state->getStrokeOpacity()};
}

Rectangle bounds(const GfxState *state, const GfxSubpath *subpath) {
  double x, y;
  state->transform(subpath->getX(0), subpath->getY(0), &x, &y);
  Rectangle box{x, y, x, y};
  for (int i = 1; i < subpath->getNumPoints(); ++i) {
    state->transform(subpath->getX(i), subpath->getY(i), &x, &y);
    box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x), std::max(box.y1, y)};
  }
  return box;
}

// Whether a thin outline is a bar along its box: corners only near its ends, and each end as thick as the box, or it
// slants. Ends may be mitred, as the borders of HTML tables are.
bool outlinesBar(const double *along, const double *across, int count, double start, double end, double thickness) {
  const double mitre = std::max(slantTolerance, 1.5 * thickness);
  double lowest[2] = {1e9, 1e9};
  double highest[2] = {-1e9, -1e9};
  for (int i = 0; i < count; ++i) {
    if (along[i] - start > mitre && end - along[i] > mitre) {
      return false;
    }
    const int side = along[i] - start <= end - along[i] ? 0 : 1;
    lowest[side] = std::min(lowest[side], across[i]);
    highest[side] = std::max(highest[side], across[i]);
  }
  const double leastThickness = thickness - 2 * slantTolerance;
  return highest[0] - lowest[0] >= leastThickness && highest[1] - lowest[1] >= leastThickness;
}

// How text runs that does not run rightwards.
uint32_t directionFlags(double alongX, double alongY) {
  // A scan may lie askew by a few degrees; a watermark or a stamp is set more slanted than that.
  constexpr double slant = 0.1;
  if (std::min(std::fabs(alongX), std::fabs(alongY)) > slant * std::max(std::fabs(alongX), std::fabs(alongY))) {
    return JSP_GLYPH_SLANTED;
  }
  if (std::fabs(alongY) > std::fabs(alongX)) {
    return (alongY > 0 ? 1u : 3u) << JSP_GLYPH_QUARTER_SHIFT;
  }
  return (alongX < 0 ? 2u : 0u) << JSP_GLYPH_QUARTER_SHIFT;
}

bool isWhiteSpace(Unicode u) {
  switch (u) {
  case 0x20:
  case 0x85:
  case 0xA0:
  case 0x1680:
  case 0x2028:
  case 0x2029:
  case 0x202F:
  case 0x205F:
  case 0x3000:
  case 0xFEFF:
    return true;
  default:
    return (u >= 0x09 && u <= 0x0D) || (u >= 0x2000 && u <= 0x200B);
  }
}

bool isScalar(Unicode u) { return u > 0 && u <= 0x10FFFF && !(u >= 0xD800 && u <= 0xDFFF); }

bool containsIgnoringCase(std::string_view text, std::string_view lowerCasePart) {
  const auto found = std::search(text.begin(), text.end(), lowerCasePart.begin(), lowerCasePart.end(),
                                 [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
  return found != text.end();
}

bool isBold(const GfxFont &font) {
  if (font.isBold() || font.getWeight() >= GfxFont::W600) {
    return true;
  }
  const auto &name = font.getName();
  return name && (containsIgnoringCase(*name, "bold") || containsIgnoringCase(*name, "heavy") ||
                  containsIgnoringCase(*name, "black"));
}

// Poppler takes the glyph numbers of such fonts for Unicode, which would read as other characters.
bool hidesItsCharacters(const GfxFont &font) {
  if (!font.isCIDFont() || font.hasToUnicodeCMap()) {
    return false;
  }
  const auto *collection = static_cast<const GfxCIDFont &>(font).getCollection();
  return collection && std::string_view(collection->c_str()) == "Adobe-Identity";
}

}  // namespace

// MARK: limits

void PageRecorder::begin(const jsp_limits &newLimits) {
  glyphs.clear();
  rulings.clear();
  images.clear();
  clippedGlyphCount = 0;
  unmappedGlyphCount = 0;
  hiddenLayerCount = 0;
  status = 0;
  isWatermark = false;
  ground.clear();
  hasInk = false;
  markedContent.clear();
  watermarkDepth = 0;
  limits = newLimits;
  // Also keeps the duration inside what the clock can hold.
  const double seconds = std::clamp(limits.deadline_seconds, 0.0, 1e6);
  deadline = Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
  stopped = false;
  questions = 0;
  groupDepth = 0;
  maskGroupDepth = 0;
  end();
}

void PageRecorder::end() {
  font = nullptr;
  face = nullptr;
  faces.clear();
}

void PageRecorder::stop(uint32_t reason) {
  status |= reason;
  stopped = true;
}

bool PageRecorder::mustStop() {
  // Poppler asks very often, and what it does in between takes far less time than there is.
  constexpr uint32_t questionsPerClock = 16;
  if (!stopped && questions++ % questionsPerClock == 0 && Clock::now() >= deadline) {
    stop(JSP_PAGE_DEADLINE);
  }
  return stopped;
}

void PageRecorder::abandonIfOverdue() {
  // Endless strings and masks pass none of the places where Poppler asks whether to stop. What is thrown past Poppler
  // leaks the page it was drawing, so the polite ways get some time first.
  constexpr std::chrono::milliseconds grace(500);
  const Clock::time_point now = Clock::now();
  if (now >= deadline) {
    stop(JSP_PAGE_DEADLINE);
    if (now >= deadline + grace) {
      throw Abandoned();
    }
  }
}

bool PageRecorder::useDrawForm() {
  // Poppler asks its abort callback only after every ten operators of one content stream, so forms of a few operators
  // that call each other would never meet it. A device that claims to draw forms itself makes Poppler skip them.
  return mustStop();
}

// MARK: transparency groups

void PageRecorder::beginTransparencyGroup(GfxState *, GroupBox, GfxColorSpace *, bool, bool, bool forSoftMask) {
  abandonIfOverdue();
  ++groupDepth;
  if (forSoftMask && maskGroupDepth == 0) {
    maskGroupDepth = groupDepth;
  }
}

void PageRecorder::endTransparencyGroup(GfxState *) {
  if (maskGroupDepth == groupDepth) {
    maskGroupDepth = 0;
  }
  --groupDepth;
}

// MARK: marked content

void PageRecorder::beginMarkedContent(const char *name, Dict *properties) {
  const bool isMark = properties && std::string_view(name) == "Artifact" &&
                      properties->lookup("Subtype").isName("Watermark");
  markedContent.push_back(isMark);
  watermarkDepth += isMark ? 1 : 0;
}

void PageRecorder::endMarkedContent(GfxState *) {
  // Poppler tells the end of more than it told the beginning of: a watermark may then end early, but none goes on.
  if (!markedContent.empty()) {
    watermarkDepth -= markedContent.back() ? 1 : 0;
    markedContent.pop_back();
  }
}

// MARK: colours

const Ink &PageRecorder::fillInk(const GfxState *state) {
  if (!hasInk) {
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    ink = {colToDbl(rgb.r), colToDbl(rgb.g), colToDbl(rgb.b), state->getFillOpacity()};
    hasInk = true;
  }
  return ink;
}

uint32_t PageRecorder::colourFlags(const GfxState *state, int paint, double x, double y) {
  // What is outlined in another colour shows by its outline.
  const bool isFilled = paint != 1;
  const bool isStroked = paint != 0;
  if ((isFilled && !fillInk(state).isPale()) || (isStroked && !strokeInk(state).isPale())) {
    return 0;
  }
  const bool isHidden = (!isFilled || ground.hides(fillInk(state), x, y)) &&
                        (!isStroked || ground.hides(strokeInk(state), x, y));
  return JSP_GLYPH_PALE | (isHidden ? JSP_GLYPH_GROUND : 0u);
}

void PageRecorder::cover(const GfxState *state, const Rectangle &area) {
  if (Ground::isWorthAPlace(area)) {
    ground.cover(area, fillInk(state));
  }
}

bool PageRecorder::shade(const GfxState *state) {
  if (!isIdle()) {
    ground.coverUnknown(clipBox(state));
  }
  return true;
}

// MARK: glyphs

void PageRecorder::replacePlaceholder(GfxState *state) {
  const std::shared_ptr<GfxFont> &placeholder = state->getFont();
  if (auto shared = placeholder ? fonts.font(*placeholder) : nullptr) {
    state->setFont(std::move(shared), state->getFontSize());
  }
}

PageRecorder::Face::Face(const GfxFont &font)
    // Fonts claim anything from 0 to several em; lines are told apart by these boxes, so they must be sane.
    : ascent(std::clamp(font.getAscent(), 0.6, 1.1)), descent(std::clamp(font.getDescent(), -0.4, -0.1)), emScale(1),
      isBold(jsp::isBold(font)), isVertical(static_cast<int>(font.getWMode()) != 0),
      isUnmapped(hidesItsCharacters(font)) {
  if (font.getType() == fontType3) {
    // The em of a Type 3 font is whatever its matrix and bounding box make it.
    const double *matrix = font.getFontMatrix();
    const double *bbox = font.getFontBBox();
    const double height = std::fabs((bbox[3] - bbox[1]) * matrix[3]);
    if (height > 0 && (height < 0.4 || height > 2.5)) {
      emScale = height;
    }
  }
}

void PageRecorder::useFont(const std::shared_ptr<GfxFont> &newFont) {
  auto known = faces.find(newFont);
  if (known == faces.end()) {
    // A form brings its own fonts each time that it is drawn.
    constexpr size_t mostFaces = 32;
    if (faces.size() >= mostFaces) {
      faces.clear();
    }
    known = faces.emplace(newFont, Face(*newFont)).first;
  }
  font = newFont.get();
  face = &known->second;
}

void PageRecorder::drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                            CharCode code, int nBytes, const Unicode *u, int uLen) {
  constexpr uint32_t glyphsPerClock = 4096;
  if (++glyphsSinceClock >= glyphsPerClock) {
    glyphsSinceClock = 0;
    abandonIfOverdue();
  }
  if (isIdle()) {
    return;
  }
  const std::shared_ptr<GfxFont> &currentFont = state->getFont();
  if (!currentFont) {
    return;
  }
  if (currentFont.get() != font) {
    useFont(currentFont);
  }

  // The advance is given with character and word spacing, which belongs to the gap and not to the glyph.
  double spacing = state->getCharSpace();
  if (nBytes == 1 && code == 0x20) {
    spacing += state->getWordSpace();
  }
  if (spacing != 0) {
    double spacingX, spacingY;
    if (face->isVertical) {
      state->textTransformDelta(0, spacing, &spacingX, &spacingY);
    } else {
      state->textTransformDelta(spacing * state->getHorizScaling(), 0, &spacingX, &spacingY);
    }
    dx -= spacingX;
    dy -= spacingY;
  }

  double penX, penY, advanceX, advanceY;
  state->transform(x, y, &penX, &penY);
  state->transformDelta(dx, dy, &advanceX, &advanceY);

  // The em along the baseline and upwards from it, as displayed.
  const double *ctm = state->getCTM();
  const double *textMatrix = state->getTextMat();
  const double em = state->getFontSize() * face->emScale;
  const double alongX = (textMatrix[0] * ctm[0] + textMatrix[1] * ctm[2]) * em;
  const double alongY = (textMatrix[0] * ctm[1] + textMatrix[1] * ctm[3]) * em;
  double upX = (textMatrix[2] * ctm[0] + textMatrix[3] * ctm[2]) * em;
  const double upY = (textMatrix[2] * ctm[1] + textMatrix[3] * ctm[3]) * em;
  const double size = std::hypot(upX, upY);
  const bool isSlanted = std::fabs(alongY) > 0.02 * std::fabs(alongX) || alongX < 0;
  const uint32_t direction = isSlanted ? directionFlags(alongX, alongY) : 0;

  double baseline = penY;
  double x0, y0, x1, y1;
  if (face->isVertical) {
    double originDX, originDY;
    state->transformDelta(originX, originY, &originDX, &originDY);
    baseline = penY - originDY;
    x0 = penX + std::min(0.0, advanceX) - std::fabs(alongX) / 2;
    x1 = penX + std::max(0.0, advanceX) + std::fabs(alongX) / 2;
    y0 = penY + std::min(0.0, advanceY) - std::fabs(alongY) / 2;
    y1 = penY + std::max(0.0, advanceY) + std::fabs(alongY) / 2;
  } else {
    if (!isSlanted) {
      // Synthetic italics lean; their advance box does not.
      upX = 0;
    }
    x0 = penX + std::min(0.0, advanceX) + std::min(face->ascent * upX, face->descent * upX);
    x1 = penX + std::max(0.0, advanceX) + std::max(face->ascent * upX, face->descent * upX);
    y0 = penY + std::min(0.0, advanceY) + std::min(face->ascent * upY, face->descent * upY);
    y1 = penY + std::max(0.0, advanceY) + std::max(face->ascent * upY, face->descent * upY);
  }

  const Rectangle clip = clipBox(state);
  const double midX = (x0 + x1) / 2;
  const double midY = (y0 + y1) / 2;
  // Written so that positions that are no numbers fail.
  if (!(midX >= clip.x0 && midX <= clip.x1 && midY >= clip.y0 && midY <= clip.y1 && std::isfinite(size))) {
    ++clippedGlyphCount;
    return;
  }

  const int render = state->getRender();
  const int paint = render & 3;
  uint32_t flags = 0;
  if (face->isBold || paint == 1 || paint == 2) {
    flags |= JSP_GLYPH_BOLD;
  }
  // Mode 7 is not this: Poppler itself sets it where text is filled with a pattern.
  if (render == 3 || (paint == 0 && state->getFillOpacity() <= transparent)) {
    flags |= JSP_GLYPH_INVISIBLE;
  }
  if (isSlanted || face->isVertical) {
    flags |= JSP_GLYPH_ROTATED | direction;
  }
  if (watermarkDepth > 0 || isWatermark) {
    flags |= JSP_GLYPH_WATERMARK;
  }
  if (paint != 3) {
    flags |= colourFlags(state, paint, midX, midY);
  }

  static const Unicode unknown = 0xFFFD;
  if (face->isUnmapped || uLen <= 0 || !u || (uLen == 1 && !isScalar(u[0]))) {
    ++unmappedGlyphCount;
    u = &unknown;
    uLen = 1;
  }
  if (glyphs.size() + static_cast<size_t>(uLen) > limits.glyph_cap) {
    stop(JSP_PAGE_GLYPH_CAP);
    return;
  }
  // A ligature's characters share its width, along the baseline.
  const double stepX = isSlanted || face->isVertical ? 0 : (x1 - x0) / uLen;
  for (int i = 0; i < uLen; ++i) {
    const Unicode scalar = isScalar(u[i]) ? u[i] : unknown;
    const double left = x0 + stepX * i;
    const double right = stepX > 0 ? left + stepX : x1;
    glyphs.push_back({static_cast<float>(left), static_cast<float>(y0), static_cast<float>(right),
                      static_cast<float>(y1), static_cast<float>(baseline), static_cast<float>(penX),
                      static_cast<float>(size), scalar,
                      flags | (isWhiteSpace(scalar) ? JSP_GLYPH_SPACE : 0u)});
  }
}

// MARK: rulings

Rectangle PageRecorder::clipBox(const GfxState *state) {
  Rectangle clip;
  state->getClipBBox(&clip.x0, &clip.y0, &clip.x1, &clip.y1);
  return clip;
}

void PageRecorder::addRuling(double x0, double y0, double x1, double y1, double thickness) {
  if (rulings.size() >= limits.ruling_cap) {
    // Text is still worth having, so only the recording of rulings ends.
    status |= JSP_PAGE_RULING_CAP;
    return;
  }
  rulings.push_back({static_cast<float>(x0), static_cast<float>(y0), static_cast<float>(x1), static_cast<float>(y1),
                     static_cast<float>(thickness)});
}

void PageRecorder::addHorizontal(const Rectangle &clip, double y, double x0, double x1, double thickness) {
  // A border that lies on the edge of its own clip is half visible.
  const double slack = thickness / 2 + 0.1;
  x0 = std::max(x0, clip.x0);
  x1 = std::min(x1, clip.x1);
  if (x1 - x0 >= minimumLength && y >= clip.y0 - slack && y <= clip.y1 + slack) {
    addRuling(x0, y, x1, y, thickness);
  }
}

void PageRecorder::addVertical(const Rectangle &clip, double x, double y0, double y1, double thickness) {
  const double slack = thickness / 2 + 0.1;
  y0 = std::max(y0, clip.y0);
  y1 = std::min(y1, clip.y1);
  if (y1 - y0 >= minimumLength && x >= clip.x0 - slack && x <= clip.x1 + slack) {
    addRuling(x, y0, x, y1, thickness);
  }
}

bool PageRecorder::addThinRectangle(const Rectangle &clip, const Rectangle &rectangle) {
  const double width = rectangle.x1 - rectangle.x0;
  const double height = rectangle.y1 - rectangle.y0;
  if (height <= maximumFillThickness && width > height && width >= minimumLength) {
    addHorizontal(clip, (rectangle.y0 + rectangle.y1) / 2, rectangle.x0, rectangle.x1, height);
    return true;
  }
  if (width <= maximumFillThickness && height > width && height >= minimumLength) {
    addVertical(clip, (rectangle.x0 + rectangle.x1) / 2, rectangle.y0, rectangle.y1, width);
    return true;
  }
  return false;
}

void PageRecorder::stroke(GfxState *state) {
  if (isIdle()) {
    return;
  }
  const GfxPath *path = state->getPath();
  const Rectangle clip = clipBox(state);
  bool isChecked = false;
  double thickness = 0;
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath *subpath = path->getSubpath(i);
    const int count = subpath->getNumPoints();
    double x0, y0;
    state->transform(subpath->getX(0), subpath->getY(0), &x0, &y0);
    for (int j = 1; j < count; ++j) {
      const bool isCurve = subpath->getCurve(j);
      if (isCurve) {
        // The first of two control points; the curve ends at the point after them.
        j = std::min(j + 2, count - 1);
      }
      double x1, y1;
      state->transform(subpath->getX(j), subpath->getY(j), &x1, &y1);
      const double width = std::fabs(x1 - x0);
      const double height = std::fabs(y1 - y0);
      if (!isCurve && (width >= minimumLength || height >= minimumLength) &&
          (width <= slantTolerance || height <= slantTolerance)) {
        if (!isChecked) {
          // Asked late, as colours can be dear to convert and most paths of drawings have no candidate.
          thickness = state->getTransformedLineWidth();
          if (!(thickness <= maximumStrokeThickness) || !strokeInk(state).isVisible()) {
            return;
          }
          isChecked = true;
        }
        if (width > height) {
          addHorizontal(clip, (y0 + y1) / 2, std::min(x0, x1), std::max(x0, x1), thickness);
        } else {
          addVertical(clip, (x0 + x1) / 2, std::min(y0, y1), std::max(y0, y1), thickness);
        }
      }
      x0 = x1;
      y0 = y1;
    }
  }
}

void PageRecorder::fill(GfxState *state) { fillPath(state); }

void PageRecorder::eoFill(GfxState *state) { fillPath(state); }

void PageRecorder::fillPath(const GfxState *state) {
  if (isIdle()) {
    return;
  }
  const GfxPath *path = state->getPath();
  const Rectangle clip = clipBox(state);
  bool isChecked = false;
  bool isVisible = false;
  for (int i = 0; i < path->getNumSubpaths(); ++i) {
    const GfxSubpath *subpath = path->getSubpath(i);
    const int count = subpath->getNumPoints();
    if (count < 4) {
      continue;
    }
    if (count > maximumOutlinePoints) {
      cover(state, bounds(state, subpath).clipped(clip));
      continue;
    }
    double x[maximumOutlinePoints], y[maximumOutlinePoints];
    Rectangle box;
    bool isStraight = true;
    for (int j = 0; j < count; ++j) {
      state->transform(subpath->getX(j), subpath->getY(j), &x[j], &y[j]);
      isStraight = isStraight && !subpath->getCurve(j);
      box = j == 0 ? Rectangle{x[0], y[0], x[0], y[0]}
                   : Rectangle{std::min(box.x0, x[j]), std::min(box.y0, y[j]), std::max(box.x1, x[j]),
                               std::max(box.y1, y[j])};
    }
    const double width = box.x1 - box.x0;
    const double height = box.y1 - box.y0;
    if (!isStraight || !(std::min(width, height) <= maximumFillThickness)) {
      cover(state, box.clipped(clip));
      continue;
    }
    const bool isBar = width > height ? outlinesBar(x, y, count, box.x0, box.x1, height)
                                      : outlinesBar(y, x, count, box.y0, box.y1, width);
    if (!isBar) {
      continue;
    }
    if (!isChecked) {
      isVisible = fillInk(state).isVisible();
      isChecked = true;
    }
    if (!isVisible) {
      continue;
    }
    addThinRectangle(clip, box);
  }
}

bool PageRecorder::tilingPatternFill(GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, PatternMatrix, int, int,
                                     int, int, double, double) {
  // Some producers fill dotted borders with a pattern. Poppler has already clipped to the path that is to be filled.
  if (!isIdle() && state->getFillOpacity() > transparent) {
    const Rectangle clip = clipBox(state);
    if (!addThinRectangle(clip, clip)) {
      ground.coverUnknown(clip);
    }
  }
  return true;
}

// MARK: images

void PageRecorder::addImage(const GfxState *state, int pixelWidth, int pixelHeight, bool isVisible) {
  if (isIdle() || !isVisible) {
    return;
  }
  const double *ctm = state->getCTM();
  Rectangle box{ctm[4] + std::min(0.0, ctm[0]) + std::min(0.0, ctm[2]),
                ctm[5] + std::min(0.0, ctm[1]) + std::min(0.0, ctm[3]),
                ctm[4] + std::max(0.0, ctm[0]) + std::max(0.0, ctm[2]),
                ctm[5] + std::max(0.0, ctm[1]) + std::max(0.0, ctm[3])};
  const Rectangle clip = clipBox(state);
  if (std::min(pixelWidth, pixelHeight) <= maximumLinePixels && addThinRectangle(clip, box)) {
    return;
  }
  box = box.clipped(clip);
  if (!(box.x1 > box.x0 && box.y1 > box.y0)) {
    return;
  }
  ground.coverUnknown(box);
  if (!images.empty()) {
    // Scanners write a page as a pile of strips; together they are one picture.
    jsp_box &last = images.back();
    if (std::fabs(last.x0 - box.x0) < 1 && std::fabs(last.x1 - box.x1) < 1 && box.y0 <= last.y1 + 1 &&
        box.y1 >= last.y0 - 1) {
      last.y0 = std::min(last.y0, static_cast<float>(box.y0));
      last.y1 = std::max(last.y1, static_cast<float>(box.y1));
      return;
    }
  }
  if (images.size() < limits.ruling_cap) {
    images.push_back({static_cast<float>(box.x0), static_cast<float>(box.y0), static_cast<float>(box.x1),
                      static_cast<float>(box.y1)});
  }
}

void PageRecorder::drawImageMask(GfxState *state, Object *ref, Stream *str, int width, int height, bool invert,
                                 bool interpolate, bool inlineImg) {
  addImage(state, width, height, fillInk(state).isVisible());
  // The base class reads inline data past, so that the operators after it are found.
  OutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, inlineImg);
}

void PageRecorder::setSoftMaskFromImageMask(GfxState *state, Object *ref, Stream *str, int width, int height,
                                            bool invert, bool inlineImg, double *) {
  OutputDev::drawImageMask(state, ref, str, width, height, invert, false, inlineImg);
}

void PageRecorder::drawImage(GfxState *state, Object *ref, Stream *str, int width, int height,
                             GfxImageColorMap *colorMap, bool interpolate, const int *maskColors, bool inlineImg) {
  addImage(state, width, height, state->getFillOpacity() > transparent);
  OutputDev::drawImage(state, ref, str, width, height, colorMap, interpolate, maskColors, inlineImg);
}

void PageRecorder::drawMaskedImage(GfxState *state, Object *, Stream *, int width, int height, GfxImageColorMap *,
                                   bool, Stream *, int, int, bool, bool) {
  addImage(state, width, height, state->getFillOpacity() > transparent);
}

void PageRecorder::drawSoftMaskedImage(GfxState *state, Object *, Stream *, int width, int height, GfxImageColorMap *,
                                       bool, Stream *, int, int, GfxImageColorMap *, bool) {
  addImage(state, width, height, state->getFillOpacity() > transparent);
}

}  // namespace jsp

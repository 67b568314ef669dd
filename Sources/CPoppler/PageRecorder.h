// The output device that draws nothing and notes what would have been drawn.
#ifndef JUESUAN_PAGE_RECORDER_H
#define JUESUAN_PAGE_RECORDER_H

#include "CPoppler.h"
#include "Ground.h"
#include "SharedFonts.h"
#include "ThreadClock.h"

#include <GfxFont.h>
#include <GfxState.h>
#include <OutputDev.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace jsp {

// Matrices and boxes are pointers in some versions of Poppler and arrays in others. Their types are asked of the base
// class, so that the overrides hold in all of them.
template <typename>
struct Signature;
template <typename Result, typename Class, typename... Parameters>
struct Signature<Result (Class::*)(Parameters...)> {
  template <size_t index>
  using Parameter = std::tuple_element_t<index, std::tuple<Parameters...>>;
};
using PatternMatrix = Signature<decltype(&OutputDev::tilingPatternFill)>::Parameter<4>;
using GroupBox = Signature<decltype(&OutputDev::beginTransparencyGroup)>::Parameter<1>;

// What every device here shares: coordinates as displayed, and nothing that costs time without giving text or lines.
class SilentDevice : public OutputDev {
public:
  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  // Glyphs of Type 3 fonts come through drawChar, their drawing procedures are not run.
  bool interpretType3Chars() override { return false; }

  bool useTilingPatternFill() override { return true; }
  bool tilingPatternFill(GfxState *, Gfx *, Catalog *, GfxTilingPattern *, PatternMatrix, int, int, int, int, double,
                         double) override {
    return true;
  }

  bool useShadedFills(int) override { return true; }
  bool functionShadedFill(GfxState *, GfxFunctionShading *) override { return true; }
  bool axialShadedFill(GfxState *, GfxAxialShading *, double, double) override { return true; }
  bool radialShadedFill(GfxState *, GfxRadialShading *, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState *, GfxGouraudTriangleShading *) override { return true; }
  bool patchMeshShadedFill(GfxState *, GfxPatchMeshShading *) override { return true; }
};

// Thrown through Poppler when it goes on drawing although it was asked to stop.
struct Abandoned {};

class PageRecorder final : public SilentDevice {
public:
  std::vector<jsp_glyph> glyphs;
  std::vector<jsp_ruling> rulings;
  std::vector<jsp_box> images;
  size_t clippedGlyphCount = 0;
  size_t unmappedGlyphCount = 0;
  size_t hiddenLayerCount = 0;
  uint32_t status = 0;
  // Whether the annotation that is drawn is a watermark.
  bool isWatermark = false;
  // Of the document whose pages are drawn.
  SharedFonts fonts;

  // Forgets the last page but keeps its memory.
  void begin(const jsp_limits &limits);
  // Lets go of what belongs to Poppler's page.
  void end();

  // Whether drawing must end: a limit was reached, or the deadline has passed.
  bool mustStop();

  bool useDrawForm() override;

  void updateFont(GfxState *state) override { replacePlaceholder(state); }
  void restoreState(GfxState *state) override {
    replacePlaceholder(state);
    hasInk = false;
  }

  void updateFillColorSpace(GfxState *) override { hasInk = false; }
  void updateFillColor(GfxState *) override { hasInk = false; }
  void updateFillOpacity(GfxState *) override { hasInk = false; }

  void beginMarkedContent(const char *name, Dict *properties) override;
  void endMarkedContent(GfxState *state) override;
  // Asked for, and told, of strings that are not drawn.
  bool needCharCount() override { return true; }
  void incCharCount(int) override { ++hiddenLayerCount; }

  void stroke(GfxState *state) override;
  void fill(GfxState *state) override;
  void eoFill(GfxState *state) override;
  bool tilingPatternFill(GfxState *state, Gfx *gfx, Catalog *catalog, GfxTilingPattern *pattern, PatternMatrix matrix,
                         int x0, int y0, int x1, int y1, double xStep, double yStep) override;
  bool functionShadedFill(GfxState *state, GfxFunctionShading *) override { return shade(state); }
  bool axialShadedFill(GfxState *state, GfxAxialShading *, double, double) override { return shade(state); }
  bool radialShadedFill(GfxState *state, GfxRadialShading *, double, double) override { return shade(state); }
  bool gouraudTriangleShadedFill(GfxState *state, GfxGouraudTriangleShading *) override { return shade(state); }
  bool patchMeshShadedFill(GfxState *state, GfxPatchMeshShading *) override { return shade(state); }

  void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX, double originY,
                CharCode code, int nBytes, const Unicode *u, int uLen) override;

  void drawImageMask(GfxState *state, Object *ref, Stream *str, int width, int height, bool invert, bool interpolate,
                     bool inlineImg) override;
  void setSoftMaskFromImageMask(GfxState *state, Object *ref, Stream *str, int width, int height, bool invert,
                                bool inlineImg, double *baseMatrix) override;
  void drawImage(GfxState *state, Object *ref, Stream *str, int width, int height, GfxImageColorMap *colorMap,
                 bool interpolate, const int *maskColors, bool inlineImg) override;
  void drawMaskedImage(GfxState *state, Object *ref, Stream *str, int width, int height, GfxImageColorMap *colorMap,
                       bool interpolate, Stream *maskStr, int maskWidth, int maskHeight, bool maskInvert,
                       bool maskInterpolate) override;
  void drawSoftMaskedImage(GfxState *state, Object *ref, Stream *str, int width, int height,
                           GfxImageColorMap *colorMap, bool interpolate, Stream *maskStr, int maskWidth,
                           int maskHeight, GfxImageColorMap *maskColorMap, bool maskInterpolate) override;

  void beginTransparencyGroup(GfxState *state, GroupBox bbox, GfxColorSpace *blendingColorSpace, bool isolated,
                              bool knockout, bool forSoftMask) override;
  void endTransparencyGroup(GfxState *state) override;

private:
  using Clock = ThreadClock;

  jsp_limits limits{};
  Clock::time_point deadline;
  bool stopped = false;

  // Groups that are open, and among them the outermost one that only makes a soft mask: its content is not seen.
  int groupDepth = 0;
  int maskGroupDepth = 0;

  // What matters of a font.
  struct Face {
    double ascent;
    double descent;
    double emScale;
    bool isBold;
    bool isVertical;
    bool isUnmapped;

    explicit Face(const GfxFont &font);
  };

  // Those met on the page. The fonts are held, so that the address of one cannot come to mean another.
  std::unordered_map<std::shared_ptr<GfxFont>, Face> faces;
  const GfxFont *font = nullptr;
  const Face *face = nullptr;

  // What text stands on, and what it is filled with; asked again only where the colour may have changed, as colours can
  // be dear to convert.
  Ground ground;
  Ink ink;
  bool hasInk = false;

  // Marked content that is open, and how much of it is a watermark.
  std::vector<bool> markedContent;
  int watermarkDepth = 0;

  uint32_t glyphsSinceClock = 0;
  uint32_t questions = 0;

  bool isIdle() const { return stopped || maskGroupDepth > 0; }
  void stop(uint32_t reason);
  void abandonIfOverdue();

  void replacePlaceholder(GfxState *state);
  void useFont(const std::shared_ptr<GfxFont> &newFont);

  const Ink &fillInk(const GfxState *state);
  uint32_t colourFlags(const GfxState *state, int paint, double x, double y);
  void cover(const GfxState *state, const Rectangle &area);
  bool shade(const GfxState *state);

  void fillPath(const GfxState *state);
  void addHorizontal(const Rectangle &clip, double y, double x0, double x1, double thickness);
  void addVertical(const Rectangle &clip, double x, double y0, double y1, double thickness);
  void addRuling(double x0, double y0, double x1, double y1, double thickness);
  bool addThinRectangle(const Rectangle &clip, const Rectangle &rectangle);
  void addImage(const GfxState *state, int pixelWidth, int pixelHeight, bool isVisible);

  static Rectangle clipBox(const GfxState *state);
};

}  // namespace jsp

#endif

// The fonts of a document, each made once for all pages.
#ifndef JUESUAN_SHARED_FONTS_H
#define JUESUAN_SHARED_FONTS_H

#include <GfxFont.h>
#include <Page.h>

#include <memory>
#include <string>
#include <unordered_map>

namespace jsp {

// Poppler makes the fonts of a page anew for every page: half of its time goes into reading the same embedded files and
// character maps again. So a page is given placeholders that cost next to nothing to make, and when one of them is set
// the device puts the font in its place that was made before.
//
// A font that comes with errors is left to Poppler, which then tells of them on every page.
class SharedFonts {
public:
  // Placeholders in the place of a page's fonts, for as long as this lives.
  class Loan {
  public:
    Loan(SharedFonts &fonts, Page &page);
    ~Loan();
    Loan(const Loan &) = delete;
    Loan &operator=(const Loan &) = delete;

  private:
    Dict *resources = nullptr;
    Object own;
  };

  // The font that a placeholder stands for; null for any other font.
  std::shared_ptr<GfxFont> font(const GfxFont &placeholder) const;

private:
  // By the names of their placeholders; null where a font is left to Poppler.
  std::unordered_map<std::string, std::shared_ptr<GfxFont>> fonts;

  // A placeholder, or the entry itself where the font is left to Poppler.
  Object lent(XRef *xref, const char *tag, const Object &entry);
  bool shares(XRef *xref, const char *tag, const Object &entry, const std::string &name);
};

}  // namespace jsp

#endif

#include "SharedFonts.h"
#include "errors.h"

#include <goo/GooString.h>

#include <cstddef>
#include <string>
#include <utility>

namespace jsp {

namespace {

// As many as a report mostly has: what they take must not grow with the pages of a file.
constexpr size_t mostFonts = 64;

// What a placeholder is called by, before the number of the object that it stands for. A file may use such a name too:
// it then means another font of its own.
constexpr const char *placeholderPrefix = "juesuan-placeholder-";

std::string placeholderName(Ref reference) {
  return placeholderPrefix + std::to_string(reference.num) + "-" + std::to_string(reference.gen);
}

// Of all kinds of fonts the one that Poppler makes fastest: without glyph names and without a character map.
Object placeholder(XRef *xref, const std::string &name) {
  auto *system = new Dict(xref);
  system->add("Registry", Object(new GooString("Adobe")));
  system->add("Ordering", Object(new GooString("Identity")));
  auto *descendant = new Dict(xref);
  descendant->add("Subtype", Object(objName, "CIDFontType2"));
  descendant->add("CIDSystemInfo", Object(system));
  auto *descendants = new Array(xref);
  descendants->add(Object(descendant));
  auto *font = new Dict(xref);
  font->add("Subtype", Object(objName, "Type0"));
  font->add("BaseFont", Object(objName, name.c_str()));
  font->add("Encoding", Object(objName, "Identity-H"));
  font->add("DescendantFonts", Object(descendants));
  return Object(font);
}

}  // namespace

SharedFonts::Loan::Loan(SharedFonts &fonts, Page &page) {
  Dict *pageResources = page.getResourceDict();
  if (!pageResources) {
    return;
  }
  // Only between pages: a page's placeholders need their fonts to its end.
  if (fonts.fonts.size() > mostFonts) {
    fonts.fonts.clear();
  }
  const uint32_t errorsBefore = errorCount();
  XRef *xref = pageResources->getXRef();
  const Object listed = pageResources->lookup("Font");
  if (listed.isDict()) {
    Object lent(new Dict(xref));
    for (int i = 0; i < listed.dictGetLength(); ++i) {
      const char *tag = listed.getDict()->getKey(i);
      lent.dictAdd(tag, fonts.lent(xref, tag, listed.getDict()->getValNF(i)));
    }
    resources = pageResources;
    own = resources->lookupNF("Font").copy();
    resources->set("Font", std::move(lent));
  }
  // What comes with errors is left to Poppler, which meets them again.
  forgetErrors(errorsBefore);
}

SharedFonts::Loan::~Loan() {
  if (resources) {
    resources->set("Font", std::move(own));
  }
}

Object SharedFonts::lent(XRef *xref, const char *tag, const Object &entry) {
  if (entry.isRef()) {
    const std::string name = placeholderName(entry.getRef());
    if (shares(xref, tag, entry, name)) {
      return placeholder(xref, name);
    }
  }
  return entry.copy();
}

bool SharedFonts::shares(XRef *xref, const char *tag, const Object &entry, const std::string &name) {
  if (const auto known = fonts.find(name); known != fonts.end()) {
    return known->second != nullptr;
  }
  const uint32_t errorsBefore = errorCount();
  std::shared_ptr<GfxFont> font;
  if (const Object source = entry.fetch(xref); source.isDict()) {
    font = GfxFont::makeFont(xref, tag, entry.getRef(), source.getDict());
  }
  if (font && (!font->isOk() || errorCount() > errorsBefore)) {
    font.reset();
  }
  return fonts.emplace(name, std::move(font)).first->second != nullptr;
}

std::shared_ptr<GfxFont> SharedFonts::font(const GfxFont &placeholder) const {
  const auto &name = placeholder.getName();
  if (!name || name->rfind(placeholderPrefix, 0) != 0) {
    return nullptr;
  }
  const auto found = fonts.find(*name);
  return found == fonts.end() ? nullptr : found->second;
}

}  // namespace jsp

// Character maps that are made upon themselves.
#ifndef JUESUAN_ENDLESS_MAPS_H
#define JUESUAN_ENDLESS_MAPS_H

#include <Object.h>
#include <Page.h>

#include <unordered_set>

namespace jsp {

// Poppler reads the map that an encoding uses (UseCMap), and the one that this uses, without looking back: one that leads
// to itself ends the process. Before a page is drawn the fonts that it may draw with are looked at, each once in a
// document; where maps go round, the last of them is given none to use, and an error tells of it.
class EndlessMaps {
public:
  void mend(Page &page);

private:
  // The numbers of the objects that were looked at.
  std::unordered_set<int> seen;
  // Whether something was cut on the page.
  bool isMended = false;

  void visitResources(XRef *xref, const Object &resources, int depth);
  // A font, or what has resources of its own: a form, a pattern, a font of type 3.
  void visit(XRef *xref, const Object &entry, int depth);
  void visitAnnotation(XRef *xref, const Object &annotation);
};

}  // namespace jsp

#endif

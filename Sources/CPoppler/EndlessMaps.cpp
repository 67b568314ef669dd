#include "EndlessMaps.h"

#include "errors.h"

#include <Error.h>
#include <PDFDoc.h>
#include <XRef.h>

#include <algorithm>
#include <vector>

namespace jsp {

namespace {

// Forms stand in forms; Poppler itself gives up at a depth like this.
constexpr int deepest = 32;

// No encoding is built on more maps than a few.
constexpr size_t longestChain = 16;

const Dict *dictionary(const Object &object) {
  if (object.isStream()) {
    return object.streamGetDict();
  }
  return object.isDict() ? object.getDict() : nullptr;
}

// Returns whether the maps from an encoding on went round.
bool cut(XRef *xref, const Object &encoding) {
  std::vector<Ref> chain;
  Object next = encoding.copy();
  while (next.isRef()) {
    const Ref reference = next.getRef();
    Object map = next.fetch(xref);
    if (!map.isStream()) {
      return false;
    }
    chain.push_back(reference);
    next = map.streamGetDict()->lookupNF("UseCMap").copy();
    const bool isKnown = next.isRef() && std::find(chain.begin(), chain.end(), next.getRef()) != chain.end();
    if (isKnown || chain.size() > longestChain) {
      map.streamGetDict()->remove("UseCMap");
      xref->setModifiedObject(&map, reference);
      return true;
    }
  }
  return false;
}

}  // namespace

void EndlessMaps::mend(Page &page) {
  // What Poppler will complain about itself is not told twice.
  const uint32_t errorsBefore = errorCount();
  isMended = false;
  XRef *xref = page.getDoc()->getXRef();
  visitResources(xref, *page.getResourceDictObject(), 0);
  const Object annotations = page.getAnnotsObject();
  for (int i = 0; annotations.isArray() && i < annotations.arrayGetLength(); ++i) {
    visitAnnotation(xref, annotations.arrayGet(i));
  }
  forgetErrors(errorsBefore);
  if (isMended) {
    error(errSyntaxError, -1, "A character map uses itself");
  }
}

void EndlessMaps::visitAnnotation(XRef *xref, const Object &annotation) {
  if (!annotation.isDict()) {
    return;
  }
  const Object appearances = annotation.dictLookup("AP");
  if (!appearances.isDict()) {
    return;
  }
  visit(xref, appearances.dictLookupNF("N"), 0);
  // One for each state.
  const Object states = appearances.dictLookup("N");
  for (int i = 0; states.isDict() && i < states.dictGetLength(); ++i) {
    visit(xref, states.getDict()->getValNF(i), 0);
  }
}

void EndlessMaps::visitResources(XRef *xref, const Object &resources, int depth) {
  if (!resources.isDict() || depth > deepest) {
    return;
  }
  for (const char *kind : {"Font", "XObject", "Pattern"}) {
    const Object entries = resources.dictLookup(kind);
    for (int i = 0; entries.isDict() && i < entries.dictGetLength(); ++i) {
      visit(xref, entries.getDict()->getValNF(i), depth);
    }
  }
}

void EndlessMaps::visit(XRef *xref, const Object &entry, int depth) {
  if (entry.isRef() && !seen.insert(entry.getRef().num).second) {
    return;
  }
  const Object object = entry.isRef() ? entry.fetch(xref) : entry.copy();
  const Dict *dict = dictionary(object);
  if (!dict) {
    return;
  }
  for (const char *key : {"Encoding", "ToUnicode"}) {
    isMended |= cut(xref, dict->lookupNF(key));
  }
  visitResources(xref, dict->lookup("Resources"), depth + 1);
}

}  // namespace jsp

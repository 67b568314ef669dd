#include "Ground.h"

#include <algorithm>
#include <cmath>

namespace jsp {

namespace {

// Colour components from here on count as white.
constexpr double nearWhite = 0.98;
constexpr double transparent = 0.01;
// Below this, what lies under an area shines through: which colour that makes is not asked.
constexpr double opaque = 0.95;
// Colours whose components differ by less are one to the eye.
constexpr double sameColour = 0.03;
// Smaller areas hold no character.
constexpr double smallest = 3;
// More than a page of tables has cells. What stands on a page with more is taken to be seen, as looking for what each
// character stands on would take too long.
constexpr size_t mostAreas = 2048;

}  // namespace

bool Ink::isVisible() const {
  return opacity > transparent && !(red >= nearWhite && green >= nearWhite && blue >= nearWhite);
}

bool Ink::isPale() const {
  const double lightness = 0.3 * red + 0.59 * green + 0.11 * blue;
  return opacity * (1 - lightness) <= 0.5;
}

void Ground::clear() {
  areas.clear();
  isFull = false;
}

bool Ground::isWorthAPlace(const Rectangle &area) {
  return area.x1 - area.x0 >= smallest && area.y1 - area.y0 >= smallest;
}

void Ground::add(const Area &area) {
  if (!isWorthAPlace(area.box)) {
    return;
  }
  if (areas.size() < mostAreas) {
    areas.push_back(area);
  } else {
    isFull = true;
  }
}

void Ground::cover(const Rectangle &area, const Ink &ink) {
  if (ink.opacity > transparent) {
    add({area, ink, ink.opacity >= opaque});
  }
}

void Ground::coverUnknown(const Rectangle &area) { add({area, Ink(), false}); }

bool Ground::hides(const Ink &ink, double x, double y) const {
  if (isFull) {
    return false;
  }
  const auto top = std::find_if(areas.rbegin(), areas.rend(), [&](const Area &area) {
    return x >= area.box.x0 && x <= area.box.x1 && y >= area.box.y0 && y <= area.box.y1;
  });
  if (top == areas.rend()) {
    // Paper.
    return !ink.isVisible();
  }
  return top->isKnown && std::fabs(ink.red - top->ink.red) < sameColour &&
         std::fabs(ink.green - top->ink.green) < sameColour && std::fabs(ink.blue - top->ink.blue) < sameColour;
}

}  // namespace jsp

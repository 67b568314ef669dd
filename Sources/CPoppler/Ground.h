// What text on a page stands on.
#ifndef JUESUAN_GROUND_H
#define JUESUAN_GROUND_H

#include <cstddef>
#include <vector>

namespace jsp {

struct Rectangle {
  double x0, y0, x1, y1;

  Rectangle clipped(const Rectangle &clip) const {
    return {x0 > clip.x0 ? x0 : clip.x0, y0 > clip.y0 ? y0 : clip.y0, x1 < clip.x1 ? x1 : clip.x1,
            y1 < clip.y1 ? y1 : clip.y1};
  }
};

// A colour to paint with.
struct Ink {
  double red = 0, green = 0, blue = 0;
  double opacity = 1;

  // Not white, as far as an eye can tell, and not transparent.
  bool isVisible() const;
  // On white paper nearer to white than to black.
  bool isPale() const;
};

// The areas that were painted so far, the last on top of the others.
class Ground {
public:
  // Whether an area is large enough for characters to stand on.
  static bool isWorthAPlace(const Rectangle &area);

  void clear();
  void cover(const Rectangle &area, const Ink &ink);
  // By what has no single colour: a picture, a pattern, a shading.
  void coverUnknown(const Rectangle &area);

  // Whether what is painted with this ink at a point cannot be told from what lies there.
  bool hides(const Ink &ink, double x, double y) const;

private:
  struct Area {
    Rectangle box;
    Ink ink;
    bool isKnown;
  };

  std::vector<Area> areas;
  bool isFull = false;

  void add(const Area &area);
};

}  // namespace jsp

#endif

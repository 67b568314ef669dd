// The content streams of a page, decoded.
#ifndef JUESUAN_PAGE_CONTENTS_H
#define JUESUAN_PAGE_CONTENTS_H

#include <Object.h>

#include <cstddef>
#include <vector>

namespace jsp {

// What Poppler is to interpret. Its lexer asks a stream for every byte, which takes as long as decoding it: from memory
// it gets them at once.
class PageContents {
public:
  // A page's contents, a stream or an array of them, decoded; they hold until the next ones are asked for. What is too
  // long for that, or comes with errors, stays as it is: Poppler meets the errors again.
  Object decoded(XRef *xref, Object &&contents);

private:
  // Those of all streams, one after the other; the memory is kept from page to page.
  std::vector<char> bytes;

  bool decode(const Object &contents, std::vector<size_t> &ends);
  bool decode(Stream &stream, size_t &end);
};

}  // namespace jsp

#endif

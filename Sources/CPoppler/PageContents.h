// The content streams of a page, decoded.
#ifndef JUESUAN_PAGE_CONTENTS_H
#define JUESUAN_PAGE_CONTENTS_H

#include <Object.h>

#include <string>
#include <vector>

namespace jsp {

// What Poppler is to interpret. Its lexer asks a stream for every byte, which takes as long as decoding it: from memory
// it gets them at once.
class PageContents {
public:
  // Decodes a page's contents, a stream or an array of them. What is too long for that, or comes with errors, stays as it
  // is: Poppler meets the errors again.
  PageContents(XRef *xref, Object &&contents);
  PageContents(const PageContents &) = delete;
  PageContents &operator=(const PageContents &) = delete;

  Object &object() { return streams; }

private:
  // The bytes that the streams read from.
  std::vector<std::string> bytes;
  Object streams;

  bool decode();
};

}  // namespace jsp

#endif

#include "PageContents.h"
#include "errors.h"

#include <Stream.h>

#include <cstdint>
#include <utility>

namespace jsp {

namespace {

// More than the densest page has: what is decoded before a page is drawn must not take long.
constexpr size_t mostBytes = 4 << 20;

}  // namespace

Object PageContents::decoded(XRef *xref, Object &&contents) {
  const uint32_t errorsBefore = errorCount();
  std::vector<size_t> ends;
  if (!decode(contents, ends) || errorCount() > errorsBefore) {
    forgetErrors(errorsBefore);
    return std::move(contents);
  }
  auto *streams = new Array(xref);
  size_t start = 0;
  for (const size_t end : ends) {
    streams->add(Object(static_cast<Stream *>(
        new MemStream(bytes.data() + start, 0, static_cast<Goffset>(end - start), Object(objNull)))));
    start = end;
  }
  return Object(streams);
}

bool PageContents::decode(const Object &contents, std::vector<size_t> &ends) {
  size_t end = 0;
  if (contents.isStream()) {
    const bool isDecoded = decode(*contents.getStream(), end);
    ends.push_back(end);
    return isDecoded;
  }
  for (int i = 0; contents.isArray() && i < contents.arrayGetLength(); ++i) {
    const Object part = contents.arrayGet(i);
    if (!part.isStream() || !decode(*part.getStream(), end)) {
      return false;
    }
    ends.push_back(end);
  }
  return contents.isArray();
}

bool PageContents::decode(Stream &stream, size_t &end) {
  constexpr int piece = 16 << 10;
  stream.reset();
  int count = piece;
  while (count == piece) {
    if (end > mostBytes) {
      return false;
    }
    if (bytes.size() < end + piece) {
      bytes.resize(2 * bytes.size() + piece);
    }
    count = stream.doGetChars(piece, reinterpret_cast<uint8_t *>(bytes.data() + end));
    end += static_cast<size_t>(count);
  }
  stream.close();
  return true;
}

}  // namespace jsp

#include "PageContents.h"
#include "errors.h"

#include <Stream.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

namespace jsp {

namespace {

// More than the densest page has: what is decoded before a page is drawn must not take long.
constexpr size_t mostBytes = 4 << 20;

// The bytes of a stream; nothing where they are too many.
std::optional<std::string> decoded(Stream &stream, size_t most) {
  constexpr int piece = 32 << 10;
  std::string bytes;
  stream.reset();
  while (true) {
    const size_t start = bytes.size();
    bytes.resize(start + piece);
    const int count = stream.doGetChars(piece, reinterpret_cast<uint8_t *>(&bytes[start]));
    bytes.resize(start + static_cast<size_t>(count > 0 ? count : 0));
    if (bytes.size() > most) {
      return std::nullopt;
    }
    if (count < piece) {
      break;
    }
  }
  stream.close();
  return bytes;
}

}  // namespace

PageContents::PageContents(XRef *xref, Object &&contents) : streams(std::move(contents)) {
  const uint32_t errorsBefore = errorCount();
  if (!decode() || errorCount() > errorsBefore) {
    forgetErrors(errorsBefore);
    return;
  }
  auto *parts = new Array(xref);
  for (const std::string &part : bytes) {
    parts->add(Object(static_cast<Stream *>(
        new MemStream(part.data(), 0, static_cast<Goffset>(part.size()), Object(objNull)))));
  }
  streams = Object(parts);
}

bool PageContents::decode() {
  const bool isOne = streams.isStream();
  if (!isOne && !streams.isArray()) {
    return false;
  }
  const int count = isOne ? 1 : streams.arrayGetLength();
  size_t room = mostBytes;
  for (int i = 0; i < count; ++i) {
    Object part = isOne ? streams.copy() : streams.arrayGet(i);
    if (!part.isStream()) {
      return false;
    }
    auto own = decoded(*part.getStream(), room);
    if (!own) {
      return false;
    }
    room -= own->size();
    bytes.push_back(std::move(*own));
  }
  return true;
}

}  // namespace jsp

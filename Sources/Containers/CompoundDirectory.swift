import PageContent

/// The directory of a compound file: a tree of entries for each storage.
struct CompoundDirectory {
  struct Stream {
    var start: Int
    var size: Int
  }

  /// Of the root storage, by name in lower case.
  private(set) var streams: [String: Stream] = [:]
  /// The root's own stream.
  private(set) var root: Stream?

  private static let entrySize = 128
  /// Entries that mean none.
  private static let none = 0xFFFF_FFFF

  /// - Throws: `.damaged` where it has no root.
  init(_ bytes: [UInt8], hasLongSizes: Bool) throws(InputError) {
    let count = bytes.count / CompoundDirectory.entrySize
    guard let child = bytes.uint32(at: 76), count > 0 else {
      throw .damaged(CompoundFile.format, "it has no directory")
    }
    root = CompoundDirectory.stream(0, bytes, hasLongSizes)
    // Entries may lead to each other in circles.
    var seen = [Bool](repeating: false, count: count)
    var open = [child]
    while let entry = open.popLast() {
      guard entry != CompoundDirectory.none, entry < count, !seen[entry] else { continue }
      seen[entry] = true
      let start = entry * CompoundDirectory.entrySize
      open += [bytes.uint32(at: start + 68), bytes.uint32(at: start + 72)].compactMap(\.self)
      guard bytes[start + 66] == CompoundDirectory.streamKind else { continue }
      streams[CompoundDirectory.name(start, bytes)] = CompoundDirectory.stream(start, bytes, hasLongSizes)
    }
  }

  private static let streamKind: UInt8 = 2

  private static func name(_ start: Int, _ bytes: [UInt8]) -> String {
    // Its length counts bytes, and a zero at the end.
    let length = min(max((bytes.uint16(at: start + 64) ?? 0) / 2 - 1, 0), 31)
    let units = (0..<length).compactMap { bytes.uint16(at: start + $0 * 2).map { UInt16($0) } }
    return String(decoding: units, as: UTF16.self).lowercased()
  }

  private static func stream(_ start: Int, _ bytes: [UInt8], _ hasLongSizes: Bool) -> Stream? {
    guard let first = bytes.uint32(at: start + 116), let size = bytes.uint32(at: start + 120) else { return nil }
    // Files of small sectors may have anything in the upper half.
    let upper = hasLongSizes ? bytes.uint32(at: start + 124) ?? 0 : 0
    return Stream(start: first, size: size | min(upper, 0x7FFF) << 32)
  }
}

import Containers

/// What a record and those that continue it hold, read from its beginning.
struct ContinuedRecord {
  private let bytes: [UInt8]
  private let pieces: [Range<Int>]
  private var piece = 0
  private var position: Int

  init(_ bytes: [UInt8], _ pieces: [Range<Int>]) {
    self.bytes = bytes
    self.pieces = pieces
    position = pieces.first?.lowerBound ?? 0
  }

  init(_ record: WorkbookRecord, from offset: Int = 0) {
    self.init(record.bytes, [min(record.body.lowerBound + offset, record.body.upperBound)..<record.body.upperBound])
  }

  /// Goes on to the next piece where this one is read; false at the end of all.
  private mutating func hasMore() -> Bool {
    while piece < pieces.count, position >= pieces[piece].upperBound {
      piece += 1
      if piece < pieces.count { position = pieces[piece].lowerBound }
    }
    return piece < pieces.count
  }

  mutating func uint8() -> Int? {
    guard hasMore() else { return nil }
    defer { position += 1 }
    return Int(bytes[position])
  }

  mutating func uint16() -> Int? {
    guard let low = uint8(), let high = uint8() else { return nil }
    return low | high << 8
  }

  mutating func uint32() -> Int? {
    guard let low = uint16(), let high = uint16() else { return nil }
    return low | high << 16
  }

  mutating func skip(_ count: Int) {
    var left = count
    while left > 0, hasMore() {
      let step = min(left, pieces[piece].upperBound - position)
      position += step
      left -= step
    }
  }

  /// A text behind its length, with what stands behind its characters: the runs of its fonts, and its reading.
  /// - Returns: nil where the record ends before.
  mutating func text(isShort: Bool = false) -> String? {
    guard let count = isShort ? uint8() : uint16(), let flags = uint8() else { return nil }
    let runs = flags & Flag.rich != 0 ? uint16() : 0
    let extra = flags & Flag.extended != 0 ? uint32() : 0
    guard let runs, let extra, let text = characters(count, isWide: flags & Flag.wide != 0) else { return nil }
    skip(runs * 4)
    skip(extra)
    return text
  }

  private enum Flag {
    static let wide = 1
    static let extended = 4
    static let rich = 8
  }

  /// Characters of one or two bytes; each piece that they go on into says anew of how many.
  private mutating func characters(_ count: Int, isWide: Bool) -> String? {
    // What is claimed need not be there.
    var units: [UInt16] = []
    units.reserveCapacity(min(count, bytes.count))
    var isWide = isWide
    while units.count < count {
      if piece < pieces.count, position >= pieces[piece].upperBound {
        guard let flags = uint8() else { return nil }
        isWide = flags & Flag.wide != 0
      }
      guard piece < pieces.count else { return nil }
      let room = pieces[piece].upperBound - position
      let taken = min(count - units.count, isWide ? room / 2 : room)
      if isWide {
        // Half a character at the end of a piece is none.
        if taken == 0 { position = pieces[piece].upperBound }
        for index in 0..<taken { units.append(UInt16(bytes.uint16(at: position + 2 * index) ?? 0)) }
        position += 2 * taken
      } else {
        for byte in bytes[position..<(position + taken)] { units.append(UInt16(byte)) }
        position += taken
      }
    }
    return String(decoding: units, as: UTF16.self)
  }
}

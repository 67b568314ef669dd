/// Compound files as small as tests need them: sectors of 512 bytes, one root storage.
public enum TinyCompound {
  private static let endOfChain = 0xFFFF_FFFE
  private static let none = 0xFFFF_FFFF

  /// - Parameter streams: in the order of their names. Those below 4096 bytes lie in short sectors.
  public static func file(_ streams: KeyValuePairs<String, [UInt8]>) -> [UInt8] {
    var table: [Int] = []
    var body: [UInt8] = []
    /// Puts a stream into sectors, and returns the first.
    func put(_ bytes: [UInt8]) -> Int {
      if bytes.isEmpty { return endOfChain }
      let first = table.count
      let count = (bytes.count + 511) / 512
      table += (1...count).map { $0 == count ? endOfChain : first + $0 }
      body += bytes + [UInt8](repeating: 0, count: count * 512 - bytes.count)
      return first
    }
    var shortTable: [Int] = []
    var short: [UInt8] = []
    func putShort(_ bytes: [UInt8]) -> Int {
      if bytes.isEmpty { return endOfChain }
      let first = shortTable.count
      let count = (bytes.count + 63) / 64
      shortTable += (1...count).map { $0 == count ? endOfChain : first + $0 }
      short += bytes + [UInt8](repeating: 0, count: count * 64 - bytes.count)
      return first
    }
    let places = streams.map { name, bytes in
      (name: name, start: bytes.count < 4096 ? putShort(bytes) : put(bytes), size: bytes.count)
    }
    let shortStart = put(short)
    let shortTableStart = put(shortTable.flatMap { number($0, 4) })
    var entries = entry("Root Entry", kind: 5, child: streams.isEmpty ? none : 1, start: shortStart, size: short.count)
    for (index, place) in places.enumerated() {
      // A list is a tree too: each entry is the right one of the one before.
      let right = index + 1 < places.count ? index + 2 : none
      entries += entry(place.name, kind: 2, right: right, start: place.start, size: place.size)
    }
    let directory = put(entries)
    let tableSectors = (table.count + 127) / 127 + 1
    let tableStart = table.count
    table += [Int](repeating: 0xFFFF_FFFD, count: tableSectors)
    table += [Int](repeating: none, count: tableSectors * 128 - table.count)
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
    header += number(0x3E, 2) + number(3, 2) + number(0xFFFE, 2) + number(9, 2) + number(6, 2) + number(0, 10)
    header += number(tableSectors, 4) + number(directory, 4) + number(0, 4) + number(4096, 4)
    header += number(shortTable.isEmpty ? endOfChain : shortTableStart, 4) + number(shortTable.isEmpty ? 0 : 1, 4)
    header += number(endOfChain, 4) + number(0, 4)
    header += (0..<109).flatMap { number($0 < tableSectors ? tableStart + $0 : none, 4) }
    return header + body + table.flatMap { number($0, 4) }
  }

  private static func entry(
    _ name: String, kind: UInt8, right: Int = none, child: Int = none, start: Int, size: Int
  ) -> [UInt8] {
    var letters: [UInt8] = []
    for unit in Array(name.utf16) + [0] { letters += number(Int(unit), 2) }
    var entry = letters + [UInt8](repeating: 0, count: 64 - letters.count)
    entry += number(letters.count, 2) + [kind, 1]
    entry += number(none, 4) + number(right, 4) + number(child, 4)
    entry += [UInt8](repeating: 0, count: 36)
    entry += number(start, 4) + number(size, 8)
    return entry
  }

  /// The lowest byte first.
  public static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }
}

import PageContent

/// Which sector of a compound file follows which: the file allocation table, or that of the short sectors.
struct SectorTable {
  /// The next sector of each, or a mark.
  private let next: [UInt32]

  private static let endOfChain: UInt32 = 0xFFFF_FFFE

  init(_ next: [UInt32]) { self.next = next }

  /// - Parameter bytes: of the sectors that hold the table.
  init(_ bytes: [UInt8]) {
    next = stride(from: 0, to: bytes.count - 3, by: 4).map { UInt32(truncatingIfNeeded: bytes.uint32(at: $0) ?? 0) }
  }

  /// The sectors of a chain in their order.
  /// - Parameter most: no more than these are wanted.
  /// - Throws: `.damaged` where the chain leads out of the table, or into itself.
  func chain(from start: Int, most: Int = .max) throws(InputError) -> [Int] {
    var sectors: [Int] = []
    var seen = [Bool](repeating: false, count: next.count)
    var sector = UInt32(truncatingIfNeeded: start)
    while sector != SectorTable.endOfChain, sectors.count < most {
      guard sector < next.count else { throw .damaged(CompoundFile.format, "a chain of sectors breaks off") }
      guard !seen[Int(sector)] else { throw .damaged(CompoundFile.format, "a chain of sectors leads into itself") }
      seen[Int(sector)] = true
      sectors.append(Int(sector))
      sector = next[Int(sector)]
    }
    return sectors
  }
}

import PageContent

/// A compound file (MS-CFB): storages and streams in the sectors of one file, as Office wrote its documents before 2007.
///
/// Everything in it is bounded by the size of the file: a chain has no more sectors than there are, and nothing is
/// reserved because a header claims it.
package struct CompoundFile {
  static let format = "old Office file"

  private let content: FileContent
  private let sectorSize: Int
  private let shortSectorSize = 64
  /// Streams below this size lie in short sectors.
  private let shortLimit: Int
  private let table: SectorTable
  private let shortTable: SectorTable
  /// The streams of the root storage, by name in lower case. What other storages hold is embedded in the document.
  private let streams: [String: CompoundDirectory.Stream]
  /// The stream that holds the short sectors.
  private let shortSectors: [UInt8]

  package static func isCompound(_ content: FileContent) -> Bool {
    content.withBytes { $0.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) }
  }

  /// - Throws: `.damaged`
  package init(_ content: FileContent) throws(InputError) {
    let header = content.withBytes { Array($0.prefix(512)) }
    guard header.count == 512, let shift = header.uint16(at: 30), shift == 9 || shift == 12,
      let directory = header.uint32(at: 48), let shortLimit = header.uint32(at: 56),
      let shortTableStart = header.uint32(at: 60), let shortTableCount = header.uint32(at: 64)
    else { throw .damaged(CompoundFile.format, "its header is not whole") }
    self.content = content
    sectorSize = 1 << shift
    self.shortLimit = shortLimit
    let sectors = Sectors(content: content, size: sectorSize)
    table = try sectors.table(header)
    let entries = try sectors.bytes(table.chain(from: directory))
    let found = try CompoundDirectory(entries, hasLongSizes: shift == 12)
    streams = found.streams
    if let root = found.root, shortTableCount > 0 {
      shortTable = SectorTable(try sectors.bytes(table.chain(from: shortTableStart)))
      shortSectors = try sectors.bytes(table.chain(from: root.start))
    } else {
      shortTable = SectorTable([UInt32]())
      shortSectors = []
    }
  }

  package func has(_ name: String) -> Bool { streams[name.lowercased()] != nil }

  /// The bytes of a stream of the root storage; nil where there is none.
  /// - Throws: `.damaged` where its sectors are not all there.
  package func stream(_ name: String) throws(InputError) -> [UInt8]? {
    guard let stream = streams[name.lowercased()] else { return nil }
    if stream.size == 0 { return [] }
    if stream.size < shortLimit {
      let chain = try shortTable.chain(from: stream.start, most: (stream.size - 1) / shortSectorSize + 1)
      var bytes: [UInt8] = []
      for sector in chain {
        let start = sector * shortSectorSize
        guard start < shortSectors.count else { break }
        bytes += shortSectors[start..<min(start + shortSectorSize, shortSectors.count)]
      }
      return try whole(bytes, stream)
    }
    let chain = try table.chain(from: stream.start, most: (stream.size - 1) / sectorSize + 1)
    return try whole(Sectors(content: content, size: sectorSize).bytes(chain), stream)
  }

  private func whole(_ bytes: [UInt8], _ stream: CompoundDirectory.Stream) throws(InputError) -> [UInt8] {
    guard bytes.count >= stream.size else { throw .damaged(CompoundFile.format, "it breaks off") }
    return bytes.count == stream.size ? bytes : Array(bytes[..<stream.size])
  }
}

/// The sectors of a compound file, by number from 0 behind its header.
private struct Sectors {
  let content: FileContent
  let size: Int

  /// How many there are, the last one perhaps in part.
  private var count: Int { max(0, (content.count - 1) / size) }

  /// The bytes of some sectors; those past the end of the file are left out with all that follows.
  func bytes(_ numbers: [Int]) -> [UInt8] {
    content.withBytes { file in
      var bytes: [UInt8] = []
      bytes.reserveCapacity(min(numbers.count, count) * size)
      for number in numbers {
        let start = (number + 1) * size
        guard start < file.count else { break }
        bytes += file[start..<min(start + size, file.count)]
      }
      return bytes
    }
  }

  /// The file allocation table, whose own sectors the header lists, and further sectors where it has no room.
  func table(_ header: [UInt8]) throws(InputError) -> SectorTable {
    let perSector = size / 4
    // Lists that name more sectors than the file has repeat themselves.
    let most = count / perSector + 1
    var listed = stride(from: 76, to: 512, by: 4).compactMap { header.uint32(at: $0) }.prefix { $0 < count }
    var further = header.uint32(at: 68) ?? count
    while further < count, listed.count < most {
      let list = bytes([further])
      listed += (0..<(perSector - 1)).compactMap { list.uint32(at: $0 * 4) }.prefix { $0 < count }
      further = list.uint32(at: size - 4) ?? count
    }
    guard !listed.isEmpty else { throw .damaged(CompoundFile.format, "it has no table of its sectors") }
    return SectorTable(bytes(Array(listed.prefix(most))))
  }
}

import PageContent
import TestSupport
import Testing

@testable import Containers

@Suite struct CompoundFileTests {
  private let long = (0..<5000).map { UInt8($0 % 251) }

  private func open(_ bytes: [UInt8]) throws -> CompoundFile { try CompoundFile(FileContent(bytes)) }

  @Test func streams() throws {
    let half = Array(long[..<700])
    let file = try open(TinyCompound.file(["Long": long, "Short": [1, 2, 3], "Nothing": [], "Half": half]))
    #expect(try file.stream("LONG") == long)
    #expect(try file.stream("Short") == [1, 2, 3])
    #expect(try file.stream("Nothing") == [])
    #expect(try file.stream("half") == half)
    #expect(try file.stream("Other") == nil)
    #expect(file.has("Short") && !file.has("Other"))
  }

  @Test func tellsItself() {
    #expect(CompoundFile.isCompound(FileContent(TinyCompound.file([:]))))
    #expect(!CompoundFile.isCompound(FileContent([0xD0, 0xCF])))
  }

  /// Wherever it is cut, it is told, and never read as whole.
  @Test func truncated() throws {
    let whole = TinyCompound.file(["Long": long])
    for count in stride(from: 8, to: whole.count, by: 97) {
      #expect(throws: InputError.self) {
        let file = try open(Array(whole[..<count]))
        guard try file.stream("Long") == long else { throw InputError.empty }
        // The table's last sector says nothing of the stream.
        guard count > whole.count - 1024 else { return }
        throw InputError.empty
      }
    }
  }

  @Test func chainsInCircles() throws {
    let whole = TinyCompound.file(["Long": long])
    // The table is what is left behind the directory.
    let table = whole.count - 1024
    let directory = try #require(whole.uint32(at: 48))
    for sector in [0, 5, directory] {
      var bytes = whole
      bytes.replaceSubrange((table + 4 * sector)..<(table + 4 * sector + 4), with: TinyCompound.number(sector, 4))
      #expect(throws: InputError.damaged("old Office file", "a chain of sectors leads into itself")) {
        try open(bytes).stream("Long")
      }
    }
  }

  /// What the header claims is neither reserved nor looked for.
  @Test func claims() throws {
    for offset in [44, 60, 64, 68, 72] {
      var bytes = TinyCompound.file(["Long": long, "Short": [1, 2, 3]])
      bytes.replaceSubrange(offset..<(offset + 4), with: [0xF0, 0xFF, 0xFF, 0x7F])
      _ = try? open(bytes).stream("Short")
      if offset != 60 { #expect(try open(bytes).stream("Long") == long) }
    }
  }

  @Test func entriesInCircles() throws {
    var bytes = TinyCompound.file(["Long": long, "Short": [1]])
    let directory = 512 + (try #require(bytes.uint32(at: 48))) * 512
    for entry in 1...2 {
      for side in [68, 72] {
        let place = directory + entry * 128 + side
        bytes.replaceSubrange(place..<(place + 4), with: TinyCompound.number(3 - entry, 4))
      }
    }
    #expect(try open(bytes).stream("Short") == [1])
  }
}

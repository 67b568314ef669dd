import PageContent
import TestSupport
import Testing

@testable import Containers

@Suite struct ArchiveTests {
  private func members(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws -> [(String, [UInt8])] {
    let archive = try Archive(FileContent(bytes), limits: limits)
    var members: [(String, [UInt8])] = []
    while let member = try archive.next() { members.append((member.name, member.isFile ? try archive.read() : [])) }
    return members
  }

  @Test func membersInTheirOrder() throws {
    let found = try members(TinyZip.of(["a.txt": "one", "夹/b.txt": "two", "夹/": ""]))
    #expect(found.map(\.0) == ["a.txt", "夹/b.txt", "夹/"])
    #expect(found.map(\.1) == [Array("one".utf8), Array("two".utf8), []])
  }

  /// A Chinese Windows writes names in GBK, and does not say so.
  @Test func namesInGBK() throws {
    var zip = TinyZip()
    zip.add([0xBE, 0xF6, 0xCB, 0xE3, 0x2E, 0x70, 0x64, 0x66], [1], isUTF8: false)
    zip.add(Array("决算.txt".utf8), [2], isUTF8: false)
    zip.add(Array("决算.pdf".utf8), [3], isUTF8: true)
    #expect(try members(zip.bytes).map(\.0) == ["决算.pdf", "决算.txt", "决算.pdf"])
  }

  @Test func bombs() throws {
    var zip = TinyZip()
    zip.addZeros("bomb", count: 12 << 20)
    #expect(zip.bytes.count < 100_000)
    #expect(throws: InputError.packsTooMuch("“bomb” unpacks to more than 20 times the size of the file")) {
      var limits = ArchiveLimits()
      limits.ratio = 20
      return try members(zip.bytes, limits: limits)
    }
    #expect(throws: InputError.packsTooMuch("“bomb” has more than 1000 bytes")) {
      var limits = ArchiveLimits()
      limits.memberBytes = 1000
      return try members(zip.bytes, limits: limits)
    }
  }

  /// What it claims decides nothing.
  @Test func sizesThatLie() throws {
    var zip = TinyZip()
    zip.addZeros("small", count: 1 << 20, claimed: 10)
    var limits = ArchiveLimits()
    limits.memberBytes = 1000
    #expect(throws: InputError.self) { try members(zip.bytes, limits: limits) }
  }

  @Test func sumOfAllMembers() throws {
    var zip = TinyZip()
    for name in ["a", "b", "c"] { zip.add(name, [UInt8](repeating: 7, count: 400)) }
    var limits = ArchiveLimits()
    limits.bytes = 1000
    #expect(throws: InputError.packsTooMuch("its members have more than 1000 bytes together")) {
      try members(zip.bytes, limits: limits)
    }
  }

  @Test func tooManyMembers() throws {
    var zip = TinyZip()
    for number in 0...20 { zip.add("\(number)", []) }
    var limits = ArchiveLimits()
    limits.members = 20
    #expect(throws: InputError.packsTooMuch("the archive has more than 20 members")) {
      try members(zip.bytes, limits: limits)
    }
  }

  @Test func passwords() throws {
    var zip = TinyZip()
    zip.add(Array("a".utf8), [UInt8](repeating: 1, count: 40), isUTF8: true, isEncrypted: true)
    #expect(throws: InputError.encrypted("archive")) { try members(zip.bytes) }
  }

  /// Wherever a file breaks off: what is whole, or a reason, and never an end.
  @Test func cutAnywhere() throws {
    let whole = TinyZip.of(["a.txt": "one", "b.txt": String(repeating: "two ", count: 50)])
    for end in 0..<whole.count {
      do {
        for (name, content) in try members(Array(whole[..<end])) where name == "a.txt" {
          #expect(content.count <= 3)
        }
      } catch let error as InputError {
        guard case .damaged = error else {
          Issue.record("\(error)")
          return
        }
      }
    }
  }
}

import Foundation
import TestSupport
import Testing

/// The encoding of a text makes no difference to what is read.
@Suite struct EncodingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// kCFStringEncodingGB_18030_2000 as Foundation's own encodings carry those of Core Foundation.
  private static let gb18030 = String.Encoding(rawValue: 0x8000_0632)

  @Test(arguments: ["GB18030", "UTF-16LE", "UTF-16BE", "UTF-16LE with mark", "UTF-16BE with mark", "UTF-8 with mark"])
  func sameTables(encoding: String) throws {
    let text = String(decoding: try Corpus.bytes(Corpus.text), as: UTF8.self)
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    let bytes: [UInt8] =
      switch encoding {
      case "GB18030": [UInt8](try #require(text.data(using: EncodingTests.gb18030)))
      case "UTF-16LE": little
      case "UTF-16BE": big
      case "UTF-16LE with mark": [0xFF, 0xFE] + little
      case "UTF-16BE with mark": [0xFE, 0xFF] + big
      default: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      }
    let outcome = try Command.run("extract", folder.write(bytes, "a.txt"))
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(try withoutSource(outcome.output) == withoutSource(Command.run("extract", Corpus.text).output))
  }
}

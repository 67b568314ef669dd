import PageContent
import Report
import Testing

@testable import Bulk

@Suite struct IndexEntryTests {
  private static let sum = String(repeating: "ab", count: 32)

  private static let entries = [
    IndexEntry(
      name: InputName("局/a.pdf"), content: .init(sha256: sum, bytes: 12),
      outcome: .done(.init(pages: 2, errors: 1, warnings: 0))),
    IndexEntry(
      name: InputName("a.txt"), content: .init(sha256: sum, bytes: 12),
      outcome: .done(.init(pages: nil, errors: 0, warnings: 3))),
    IndexEntry(
      name: InputName([0xBE, 0xF6, 0xCB, 0xE3]), content: .init(sha256: sum, bytes: 0),
      outcome: .failed(Failure(InputError.encryptedPDF))),
    IndexEntry(name: InputName("none"), content: nil, outcome: .failed(Failure(InputError.missing))),
  ]

  @Test(arguments: 0..<entries.count)
  func readsWhatItWrote(index: Int) throws {
    let entry = Self.entries[index]
    let line = entry.encoded()
    #expect(line.count { $0 == 10 } == 1 && line.last == 10)
    let read = try IndexEntry(JSONObject(JSONParser.parse(line)))
    #expect(read.name == entry.name)
    #expect(read.content == entry.content)
    #expect(read.outcome == entry.outcome)
  }

  @Test func aLine() {
    #expect(
      String(decoding: Self.entries[0].encoded(), as: UTF8.self)
        == #"{ "name": "局/a.pdf", "sha256": "\#(Self.sum)", "bytes": 12, "status": "done", "reason": null, "#
        + #""message": null, "pages": 2, "errors": 1, "warnings": 0, "document": "documents/ab/\#(Self.sum).json", "#
        + #""report": "documents/ab/\#(Self.sum).report.json" }"# + "\n")
    #expect(
      String(decoding: Self.entries[3].encoded(), as: UTF8.self)
        == #"{ "name": "none", "sha256": null, "bytes": null, "status": "failed", "reason": "missing", "#
        + #""message": "no such file", "pages": null, "errors": null, "warnings": null, "document": null, "#
        + #""report": null }"# + "\n")
  }
}

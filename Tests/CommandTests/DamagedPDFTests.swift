import Report
import TestSupport
import Testing

/// A damaged PDF is refused with a reason, or read with what could be saved and told to be damaged. It never ends the
/// command by a signal.
@Suite struct DamagedPDFTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func expectSafeReading(_ bytes: [UInt8], _ comment: Comment) throws {
    let path = try folder.write(bytes, "a.pdf")
    let extracted = try Command.run("extract", path)
    #expect(extracted.signal == nil, comment)
    #expect([0, 3].contains(extracted.exitCode), comment)
    if extracted.output.isEmpty {
      #expect(extracted.exitCode == 3, comment)
      #expect(extracted.errors.hasPrefix("juesuan: \(path): "), comment)
    } else {
      _ = try DocumentJSONReader.document(from: extracted.output)
      #expect(try (extracted.exitCode == 3) == problems(extracted.output).contains("notAReport"), comment)
    }
    let checked = try Command.run("check", path)
    #expect(checked.signal == nil, comment)
    #expect(checked.output.isEmpty == (extracted.exitCode == 3), comment)
  }

  @Test(
    arguments: ["final-repeated-header.pdf", "final-split-codes-landscape.pdf"],
    [5, 100, 2000, 60_000, 150_000, 180_000])
  func truncated(name: String, length: Int) throws {
    try expectSafeReading(Array(Corpus.bytes(Corpus.path(name)).prefix(length)), "\(name), \(length) bytes")
  }

  @Test(arguments: 1...30)
  func flippedBytes(seed: UInt64) throws {
    var random = SeededBytes(state: seed)
    let names = ["final-repeated-header.pdf", "final-split-codes-landscape.pdf"]
    var bytes = try Corpus.bytes(Corpus.path(names[Int(seed % 2)]))
    for _ in 0..<300 {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    }
    try expectSafeReading(bytes, "seed \(seed)")
  }

  /// Uncompressed, so that what is damaged are the objects and operators themselves.
  @Test(arguments: 1...30)
  func flippedBytesOfPlainObjects(seed: UInt64) throws {
    var random = SeededBytes(state: seed)
    var bytes = TinyReport.bytes([.cover, .income, .expenditure, .scan])
    for _ in 0..<20 { bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random) }
    try expectSafeReading(bytes, "seed \(seed)")
  }

  @Test func withoutPages() throws {
    let path = try folder.write(TinyPDF().bytes(), "a.pdf")
    for name in ["extract", "check"] {
      let outcome = try Command.run(name, path)
      #expect(outcome.exitCode == 3)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors == "juesuan: \(path): the PDF has no pages\n")
    }
  }

  @Test func pageThatIsNotThere() throws {
    var pdf = TinyPDF("BT /F1 9 Tf 10 10 Td (prose) Tj ET")
    pdf.claimedPageCount = 3
    let path = try folder.write(pdf.bytes(), "a.pdf")
    let outcome = try Command.run("extract", path)
    #expect(outcome.exitCode == 3)
    #expect(try problems(outcome.output) == ["drawingErrors 2", "drawingErrors 3", "notAReport"])
    #expect(outcome.errors.contains("parts of a page may be missing: the PDF is damaged (page 2-3)\n"))
  }
}

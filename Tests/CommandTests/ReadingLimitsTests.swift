import Foundation
import Report
import TestSupport
import Testing

/// A file that asks for all time, memory or stack costs its message, and nothing else.
@Suite struct ReadingLimitsTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let crash = "reading it crashed the program"
  private static let time = "reading it takes more than 2 s of processor time"
  private static let memory = "reading it takes more than 128 MB of memory"

  struct Kind: CustomTestStringConvertible, Sendable {
    var name: String
    var reason: String
    var memory = 128
    var bytes: @Sendable () -> [UInt8]

    var testDescription: String { name }
  }

  static let kinds = [
    Kind(name: "nested filters", reason: time) { HostilePDF.contents(HostilePDF.blanks) },
    Kind(name: "saved states", reason: memory) { HostilePDF.contents(HostilePDF.states) },
    Kind(name: "slow pages", reason: time) { HostilePDF.slowPages(50) },
    // With more memory than its stack lasts for.
    Kind(name: "map in itself", reason: crash, memory: 1024, bytes: { HostilePDF.crash }),
  ]

  private func run(_ arguments: [String], memory: Int = 128) throws -> Command.Outcome {
    var command = Command(arguments + ["--timeout", "2", "--memory", "\(memory)"])
    command.folder = folder.path
    return try command.run()
  }

  @Test(arguments: kinds)
  func costItsMessage(kind: Kind) throws {
    try folder.write(kind.bytes(), "bad.pdf")
    for name in ["extract", "check"] {
      let outcome = try run([name, "bad.pdf", "-o", "out"], memory: kind.memory)
      #expect(outcome.exitCode == 3)
      #expect(outcome.errors.hasPrefix("juesuan: bad.pdf: \(kind.reason)"), "\(outcome.errors)")
      #expect(outcome.errors.filter { $0 == "\n" }.count == 1)
      #expect(folder.names == ["bad.pdf"])
    }
  }

  @Test(arguments: kinds)
  func rowsOfTheOthersAreWritten(kind: Kind) throws {
    let sound = TinyReport.bytes([.cover, .income])
    try folder.write(sound, "a.pdf")
    try folder.write(kind.bytes(), "bad.pdf")
    try folder.write(sound, "c.pdf")
    let outcome = try run(["rows", "a.pdf", "bad.pdf", "c.pdf"], memory: kind.memory)
    #expect(outcome.exitCode == 3)
    let ends = outcome.text.split(separator: "\n").filter { $0.contains(#""end""#) }
    #expect(ends.count == 3)
    #expect(try JSONParser.parse(Array(ends[1].utf8))["message"]?.text == kind.reason)
    #expect(ends[2].contains("c.pdf") && ends[2].contains("done"))
    let alone = try run(["rows", "c.pdf"])
    #expect(alone.exitCode == 0)
    #expect(outcome.text.hasSuffix(alone.text))
  }

  @Test func goldenGoesOn() throws {
    try FileManager.default.createDirectory(atPath: folder("corpus"), withIntermediateDirectories: true)
    try folder.write(TinyReport.bytes([.cover, .income]), "corpus/a.pdf")
    try folder.write(HostilePDF.crash, "corpus/b.pdf")
    try folder.write(TinyReport.bytes([.cover, .expenditure]), "corpus/c.pdf")
    let outcome = try run(["golden", "corpus", "golden", "--update"], memory: 1024)
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors == "juesuan: corpus/b.pdf: \(Self.crash)\n")
    #expect(
      outcome.text == "a.pdf\n  recorded\nc.pdf\n  recorded\n3 documents, 2 recorded anew, 1 could not be read\n")
  }

  @Test func lastYearsReportIsBlamedForItself() throws {
    try folder.write(TinyReport.bytes([.cover, .income]), "a.pdf")
    try folder.write(HostilePDF.crash, "bad.pdf")
    let outcome = try run(["check", "a.pdf", "--previous", "bad.pdf"], memory: 1024)
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors == "juesuan: bad.pdf: \(Self.crash)\n")
  }

  @Test func noLimits() throws {
    let file = try folder.write(HostilePDF.crash, "bad.pdf")
    #expect(try Command.run("extract", file, "--no-limits").signal != nil)
    let report = try folder.write(TinyReport.bytes([.cover, .income, .expenditure], others: "21.50"), "a.pdf")
    for arguments in [["extract"], ["check", "--format", "html"], ["rows"]] {
      let limited = try Command(arguments + [report]).run()
      let free = try Command(arguments + [report, "--no-limits"]).run()
      #expect(limited.output == free.output)
      #expect(limited.exitCode == free.exitCode)
    }
  }

  @Test(arguments: [["--timeout", "0"], ["--memory", "5"]])
  func limitsThatAreNone(option: [String]) throws {
    for name in ["extract", "check", "rows"] {
      #expect(try Command([name, Corpus.text] + option).run().exitCode == 2)
    }
  }

  // MARK: pictures

  @Test func pictureThatFailsIsToldInItsPlace() throws {
    let bytes = TinyReport.bytes([.cover, .income, .expenditure], undrawable: .income)
    try folder.write(bytes, "a.pdf")
    let outcome = try run(["extract", "a.pdf", "--trace", "seen"])
    #expect(outcome.exitCode == 0)
    let bad = String(decoding: try folder.bytes("seen/page-002.svg"), as: UTF8.self)
    #expect(bad.contains("无图：绘制用时超出限制"))
    #expect(!bad.contains("<image"))
    #expect(bad.contains("120.50"))
    let good = String(decoding: try folder.bytes("seen/page-003.svg"), as: UTF8.self)
    #expect(good.contains("<image"))
  }

  @Test func pageOfFindingsKeepsTheRest() throws {
    try folder.write(TinyReport.bytes([.cover, .income, .expenditure], others: "21.50", undrawable: .income), "a.pdf")
    let outcome = try run(["check", "a.pdf", "--format", "html"])
    #expect(outcome.exitCode == 1)
    #expect(outcome.text.contains("第 2 页：无图：绘制用时超出限制"))
    #expect(outcome.text.hasSuffix("</html>\n"))
  }

  @Test func maskThatIsReadPast() throws {
    try folder.write(TinyPDF(HostilePDF.inlineMask).bytes(), "a.pdf")
    let outcome = try run(["extract", "a.pdf", "--trace", "seen", "--trace-all-pages"])
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.hasPrefix("juesuan: a.pdf: \(Self.time)"), "\(outcome.errors)")
  }

  // MARK: large files

  /// A report of 200 MB, nearly all of it a hole between its objects and their table.
  private func largeReport() throws -> String {
    let text = String(decoding: TinyReport.bytes([.cover, .income]), as: UTF8.self)
    let table = try #require(text.range(of: "xref\n0 ")).lowerBound
    let place = text.utf8.distance(from: text.startIndex, to: table)
    let hole = 200 << 20
    let path = try folder.write(Array(text[..<table].utf8), "large.pdf")
    let file = try #require(FileHandle(forWritingAtPath: path))
    try file.seek(toOffset: UInt64(place + hole))
    try file.write(
      contentsOf: Data(text[table...].replacing("startxref\n\(place)", with: "startxref\n\(place + hole)").utf8))
    try file.close()
    return path
  }

  @Test func largeReportIsReadWithinTheDefaultLimits() throws {
    let large = try largeReport()
    let small = try folder.write(TinyReport.bytes([.cover, .income]), "small.pdf")
    let outcome = try Command.run("extract", large)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(withoutSource(outcome.output) == withoutSource(try Command.run("extract", small).output))
    #expect(try Command.run("extract", "-", input: .file(large)).exitCode == 0)
    let run = Command(["run", large, "-q", "-o", folder("out")])
    #expect(try run.run().exitCode == 0)
  }
}

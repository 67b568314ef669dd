import TestSupport
import Testing

/// Readable files that hold nothing of a report.
@Suite struct NoReportTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let reason = "not a report: neither tables nor figures of final accounts or a budget"

  private func expectNoReport(_ path: String, mediaType: String) throws {
    for arguments in [["extract", path], ["extract", "-q", path]] {
      let extracted = try Command(arguments).run()
      #expect(extracted.exitCode == 3)
      #expect(try problems(extracted.output) == ["notAReport"])
      #expect(extracted.text.contains(#""mediaType": "\#(mediaType)""#))
      #expect(extracted.text.contains(#""missingTables": []"#))
      #expect(extracted.errors == "juesuan: \(path): \(NoReportTests.reason)\n")
    }
    for input in [path, try folder.write(Command.run("extract", path).output, "a.json")] {
      for format in ["text", "json"] {
        let checked = try Command.run("check", "--format", format, input)
        #expect(checked.exitCode == 3)
        #expect(checked.output.isEmpty)
        #expect(checked.errors == "juesuan: \(input): \(NoReportTests.reason)\n")
      }
    }
  }

  @Test func pdfInEnglishProse() throws {
    let pdf = TinyPDF(
      "BT /F1 12 Tf 72 700 Td 14 TL (Call me Ishmael. Some years ago - never mind how long precisely -) Tj T*"
        + "(having little or no money in my purse, and nothing particular to interest me) Tj ET",
      "BT /F1 12 Tf 72 700 Td (It is a way I have of driving off the spleen.) Tj ET")
    try expectNoReport(folder.write(pdf.bytes(), "a.pdf"), mediaType: "application/pdf")
  }

  @Test func pdfWithoutAnything() throws {
    try expectNoReport(folder.write(TinyPDF("").bytes(), "a.pdf"), mediaType: "application/pdf")
  }

  @Test(arguments: [
    "Dear all,\n\nnothing to see here: 12 apples, 13 pears.\n", "床前明月光，\n疑是地上霜。\n", "a\tb\n1\t2\n3\t4\n", "[1, 2]", "x",
    "\n\n",
  ])
  func text(text: String) throws {
    try expectNoReport(folder.write(text, "a.txt"), mediaType: "text/plain")
  }

  @Test func theFileIsStillWritten() throws {
    let path = try folder.write("no report", "a.txt")
    let outcome = try Command.run("extract", path, "-o", folder("a.json"))
    #expect(outcome.exitCode == 3)
    #expect(try problems(folder.bytes("a.json")) == ["notAReport"])
  }
}

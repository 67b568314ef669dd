import Foundation
import FoundationXML
import Report
import TestSupport
import Testing

@Suite struct TraceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let documents = Repository.examples.filter { $0.hasSuffix(".pdf") }

  @Test(arguments: documents)
  func everyFigureIsMarked(name: String) throws {
    let plain = try Command.run("extract", Corpus.path(name))
    let outcome = try Command.run("extract", Corpus.path(name), "--trace", folder("a/b"))
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == plain.errors)
    #expect(outcome.output == plain.output)
    let json = try JSONParser.parse(outcome.output)
    var figures: [Int: Int] = [:]
    for table in json["tables"]?.elements ?? [] {
      for section in table["sections"]?.elements ?? [] {
        for row in section["rows"]?.elements ?? [] {
          for cell in row["cells"]?.elements ?? [] {
            if case .number(let page)? = cell["page"]?.content, let page = Int(page) { figures[page, default: 0] += 1 }
          }
        }
      }
    }
    #expect(!figures.isEmpty)
    let traced = folder.subfolder("a/b")
    #expect(traced.contains("index.html"))
    for (page, count) in figures {
      let file = "page-\(String(repeating: "0", count: 3 - String(page).count))\(page).svg"
      let bytes = try folder.bytes("a/b/\(file)")
      let marks = try Marks(of: bytes)
      #expect(marks.figures == count, "\(file)")
      #expect(marks.lost == 0, "\(file)")
      #expect(marks.hasPicture, "\(file)")
    }
    #expect(traced.allSatisfy { !$0.hasSuffix(".tmp") })
  }

  @Test func onlyPagesWithTables() throws {
    let report = try folder.write(TinyReport.bytes([.cover, .income, .expenditure]), "a.pdf")
    #expect(try Command.run("extract", report, "--trace", folder("some")).exitCode == 0)
    #expect(folder.subfolder("some") == ["index.html", "page-002.svg", "page-003.svg"])
    #expect(try Command.run("extract", report, "--trace", folder("all"), "--trace-all-pages").exitCode == 0)
    #expect(folder.subfolder("all") == ["index.html", "page-001.svg", "page-002.svg", "page-003.svg"])
  }

  @Test func again() throws {
    let report = try folder.write(TinyReport.bytes([.cover, .income]), "a.pdf")
    #expect(try Command.run("extract", report, "--trace", folder("t")).exitCode == 0)
    let first = try folder.bytes("t/page-002.svg")
    #expect(try Command.run("extract", report, "--trace", folder("t") + "/").exitCode == 0)
    #expect(try folder.bytes("t/page-002.svg") == first)
  }

  /// Where nothing was recognised a look at the pages is wanted most.
  @Test func documentThatIsNoReport() throws {
    let file = try folder.write(TinyPDF("BT /F1 9 Tf 10 10 Td (hello) Tj ET").bytes(), "a.pdf")
    let outcome = try Command.run("extract", file, "--trace", folder("t"), "--trace-all-pages")
    #expect(outcome.exitCode == 3)
    #expect(folder.subfolder("t") == ["index.html", "page-001.svg"])
  }

  @Test func textHasNoPages() throws {
    for file in [Corpus.text, try folder.write(Command.run("extract", Corpus.pdf).output, "a.json")] {
      let outcome = try Command.run("extract", file, "--trace", folder("t"))
      #expect(outcome.exitCode == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors == "juesuan: \(file): --trace shows the pages of a PDF, and this is none\n")
      #expect(folder.subfolder("t") == [])
    }
  }

  @Test func folderThatCannotBe() throws {
    let file = try folder.write("x", "file")
    for path in [file, "\(file)/t", "/proc/none/t"] {
      let outcome = try Command.run("extract", Corpus.pdf, "--trace", path)
      #expect(outcome.exitCode == 3)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("juesuan: \(path): cannot be written: "))
    }
  }

  @Test func allPagesOfNoTrace() throws {
    let outcome = try Command.run("extract", Corpus.pdf, "--trace-all-pages")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("--trace-all-pages needs --trace"))
  }
}

extension TemporaryFolder {
  /// The names in a folder below it, in order.
  fileprivate func subfolder(_ name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: self(name))) ?? []).sorted()
  }
}

/// What an SVG marks, as an XML parser sees it.
private final class Marks: NSObject, XMLParserDelegate {
  private(set) var figures = 0
  private(set) var lost = 0
  private(set) var hasPicture = false

  init(of svg: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(svg))
    parser.delegate = self
    try #require(parser.parse(), "\(parser.parserError.debugDescription)")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let classes = (attributes["class"] ?? "").split(separator: " ")
    if name == "image" { hasPicture = true }
    guard classes.first == "mark" else { return }
    if let kind = classes.dropFirst().first, ["amount", "dash", "unreadable"].contains(kind) { figures += 1 }
    if classes.contains("lost") { lost += 1 }
  }
}

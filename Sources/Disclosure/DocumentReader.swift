import HTML
import OFD
import Office
import PageContent
import TableStructure

/// Reads a report from the bytes of a PDF, an OFD document, a Word document, an Excel workbook, a web page or a text, of any
/// age, told by their content.
///
/// ```swift
/// let reader = DocumentReader()
/// let document = try reader.document(from: FileContent.read("report.pdf"), name: "report.pdf")
/// let receptions = document.threePublicExpenses?.figure(.receptions, .final)
/// ```
public struct DocumentReader: Sendable {
  public var password: String?
  public var limits: PageLimits
  /// The threads on which the pages of one PDF are interpreted, besides the caller's own; with 0 the caller's does all.
  /// What is read does not depend on it.
  public var pageReaders = 2

  public init(password: String? = nil, limits: PageLimits = PageLimits()) {
    self.password = password
    self.limits = limits
  }

  /// - Parameters:
  ///   - archive: a report, or an archive with one.
  ///   - name: the file's name without its folder; nothing is told from it.
  /// - Throws: `InputError` where nothing can be read at all. What is read only in part comes back with its `problems`.
  public func document(from archive: FileContent, name: String) throws(InputError) -> DisclosedDocument {
    let (file, name) = try ArchivedDocuments.opened(archive, named: name)
    return try document(of: file, name: name)
  }

  /// - Parameter file: a report, no archive.
  package func document(of file: FileContent, name: String) throws(InputError) -> DisclosedDocument {
    var sum = ""
    let content = try blocks(of: file) {
      DocumentRecogniser.prepare()
      sum = file.sha256()
    }
    let source = SourceDocument.Identity(
      name: name, sha256: sum, mediaType: content.mediaType, pageCount: content.pageCount)
    var document = DocumentRecogniser().document(
      of: content.blocks, runningHeads: content.runningHeads, source: source, problems: content.problems)
    document.leftOut = OmittedText.summary(of: content.leftOut)
    return document
  }

  public func document(from bytes: [UInt8], name: String) throws(InputError) -> DisclosedDocument {
    try document(from: FileContent(bytes), name: name)
  }

  /// A file's paragraphs and tables, before anything is recognised.
  package struct Content: Sendable {
    package var blocks: [Block]
    /// What stands in the margin of most pages, and is none of the blocks.
    package var runningHeads: [Paragraph] = []
    package var mediaType: String
    package var pageCount: Int?
    package var problems: [Problem] = []
    package var leftOut: [LeftOut] = []
  }

  /// - Parameter meanwhile: done once, while the first pages are read.
  package func blocks(of source: FileContent, meanwhile: () -> Void = {}) throws(InputError) -> Content {
    if source.count == 0 { throw .empty }
    guard DocumentReader.isPDF(source) else {
      meanwhile()
      // Told by its names, so that it is not opened as another document first.
      let isOFD = FileSignature(source.edges) == .ofd
      if isOFD, let ofd = try OFDFile(source, limits: limits) { return try Content(ofd) }
      if let office = try OfficeFile.read(source) { return Content(office) }
      if !isOFD, OfficeFile.isZip(source), let ofd = try OFDFile(source, limits: limits) { return try Content(ofd) }
      if let web = try HTMLFile.read(source) { return Content(web) }
      let text = try TextFile.decode(source.copied())
      let content = TextLayout.content(of: text.lines)
      return Content(blocks: content.blocks, mediaType: text.mediaType, leftOut: content.leftOut)
    }
    let file = try PDFFile(source, password: password)
    let pages = PageStream(file, limits: limits, readers: pageReaders)
    meanwhile()
    let content = Self.content(of: pages, pageCount: file.pageCount)
    if pages.isOrderFree { return content }
    // Only reading in the pages' order always tells of the same errors.
    let again = try PDFFile(source, password: password)
    return Self.content(of: PageStream(again, limits: limits, readers: 1), pageCount: again.pageCount)
  }

  private static func content(of pages: PageStream, pageCount: Int) -> Content {
    var flow = PageFlow()
    var problems: [Problem] = []
    while pages.isOrderFree, let page = pages.page() {
      problems += flow.add(page).map { Problem($0, on: page) }
    }
    return Content(flow.content(), mediaType: "application/pdf", pageCount: pageCount, problems: problems)
  }

  /// A PDF may begin with up to a kilobyte of something else.
  package static func isPDF(_ bytes: some Collection<UInt8>) -> Bool {
    let mark = Array("%PDF-".utf8)
    let head = bytes.prefix(1024)
    // An archive may hold one that is not packed.
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return false }
    return head.indices.contains { head[$0...].starts(with: mark) }
  }

  package static func isPDF(_ file: FileContent) -> Bool { file.withBytes { isPDF($0) } }
}

extension DocumentReader.Content {
  fileprivate init(_ office: OfficeContent) {
    var problems = office.lostFigures.map { Problem(kind: .lostFigure, detail: $0) }
    if office.lostTables > 0 { problems.append(Problem(kind: .lostTable, detail: "\(office.lostTables)")) }
    self.init(
      blocks: office.blocks, runningHeads: office.runningHeads, mediaType: office.mediaType, problems: problems,
      leftOut: office.leftOut)
  }
}

extension Problem {
  init(_ problem: PageProblem, on page: Page) {
    let location = Location.page(page.number, Box(x0: 0, y0: 0, x1: page.width, y1: page.height))
    switch problem {
    case .drawingErrors(let count): self.init(kind: .drawingErrors, detail: "\(count)", location: location)
    case .deadline: self.init(kind: .deadline, detail: "", location: location)
    case .tooManyGlyphs: self.init(kind: .tooManyGlyphs, detail: "", location: location)
    case .tooManyRulings: self.init(kind: .tooManyRulings, detail: "", location: location)
    case .unmappedGlyphs(let count): self.init(kind: .unmappedGlyphs, detail: "\(count)", location: location)
    case .scan: self.init(kind: .scan, detail: "", location: location)
    case .invisibleText: self.init(kind: .invisibleText, detail: "", location: location)
    case .outlinedText: self.init(kind: .outlinedText, detail: "", location: location)
    }
  }
}

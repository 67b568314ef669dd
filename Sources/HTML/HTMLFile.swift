import PageContent
import TableStructure

/// Tells by its content whether a file is a web page, or a saved one, and reads it.
package enum HTMLFile {
  package static let mediaType = "text/html"
  /// A page of more is none of people.
  static let mostBytes = 32 << 20

  /// Whether a file is a web page, or a saved one.
  package static func isRead(_ content: FileContent) -> Bool { MIMEMessage.isMessage(content) || isHTML(content) }

  /// Whether a file is a page that was saved with what it shows.
  package static func isSaved(_ content: FileContent) -> Bool { MIMEMessage.isMessage(content) }

  /// nil where the file is none.
  package static func read(_ content: FileContent) throws(InputError) -> HTMLContent? {
    if MIMEMessage.isMessage(content) { return try SavedPage.read(content) }
    guard isHTML(content) else { return nil }
    var result = HTMLContent(mediaType: mediaType)
    try add(content.copied(), contentType: nil, to: &result)
    return result
  }

  /// - Parameters:
  ///   - contentType: what came with the page, which may say its encoding.
  ///   - sheets: style sheets that lie beside it.
  static func add(
    _ bytes: [UInt8], contentType: String?, sheets: [String] = [], to content: inout HTMLContent
  ) throws(InputError) {
    guard bytes.count <= mostBytes else { throw .packsTooMuch("the web page has more than \(mostBytes) bytes") }
    let text = PageEncoding.detect(bytes, contentType: contentType).text(of: bytes)
    let page = StyledTree(try HTMLParser.parse(text), sheets: sheets)
    if let placed = PlacedPages(page, firstNumber: content.pageCount + 1) {
      content.parts.append(.pages(placed.pages))
      content.leftOut += placed.leftOut
      content.pageCount += placed.pages.count
      return
    }
    let flow = FlowReader(page, pageNumber: content.parts.count + 1, blocksBefore: content.blockCount)
    try flow.read()
    var tables = ParagraphTables(flow.lines)
    content.parts.append(.flow(RepeatedHeads.joined(tables.blocks(flow.blocks))))
    content.leftOut += flow.leftOut + tables.leftOut
    content.blockCount = flow.blockCount
  }
}

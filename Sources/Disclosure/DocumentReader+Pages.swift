import HTML
import OFD
import PageContent
import TableStructure

extension DocumentReader.Content {
  /// What web pages hold: those whose text is placed are read as pages of a PDF are.
  init(_ web: HTMLContent) {
    self.init(blocks: [], mediaType: web.mediaType, leftOut: web.leftOut)
    for part in web.parts {
      switch part {
      case .flow(let blocks): self.blocks += blocks
      case .pages(let pages): add(pages)
      }
    }
    problems += web.missingPages.map { Problem(kind: .missingPage, detail: "\($0)", location: nil) }
  }

  init(_ ofd: OFDFile) throws(InputError) {
    var flow = PageFlow()
    var problems: [Problem] = []
    try ofd.forEachPage { page in problems += flow.add(page).map { Problem($0, on: page) } }
    self.init(flow.content(), mediaType: OFDFile.mediaType, pageCount: ofd.pageCount, problems: problems)
  }

  /// What pages hold that were laid out.
  init(_ pages: PageFlow.Content, mediaType: String, pageCount: Int, problems: [Problem]) {
    self.init(
      blocks: pages.blocks, runningHeads: pages.runningHeads, mediaType: mediaType, pageCount: pageCount,
      problems: problems, leftOut: pages.leftOut)
  }

  /// Lays out pages, and adds what they hold.
  mutating func add(_ pages: [Page]) {
    var flow = PageFlow()
    for page in pages { problems += flow.add(page).map { Problem($0, on: page) } }
    let content = flow.content()
    blocks += content.blocks
    runningHeads += content.runningHeads
    leftOut += content.leftOut
    pageCount = (pageCount ?? 0) + pages.count
  }
}

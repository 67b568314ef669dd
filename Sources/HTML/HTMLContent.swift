import PageContent
import TableStructure

/// What a web page, or several that make one document, hold.
package struct HTMLContent: Sendable {
  package enum Part: Sendable {
    /// Paragraphs and tables of a page whose text flows.
    case flow([Block])
    /// What stands where on a page whose text is placed.
    case pages([Page])
  }

  package var parts: [Part] = []
  package var leftOut: [LeftOut] = []
  package var mediaType: String
  /// The numbers of pages of a set that are not there.
  package var missingPages: [Int] = []

  var blockCount = 0
  var pageCount = 0

  /// Makes one of the pages of a set.
  mutating func join(_ numbers: [Int]) {
    let flows = parts.compactMap { part -> [Block]? in if case .flow(let blocks) = part { blocks } else { nil } }
    // Pages of placed text go on as those of one document do.
    let all = parts.flatMap { part -> [Page] in if case .pages(let pages) = part { pages } else { [] } }
    let joined = JoinedPages(flows, numbers: numbers)
    parts = (flows.isEmpty ? [] : [.flow(joined.blocks)]) + (all.isEmpty ? [] : [.pages(all)])
    leftOut += joined.leftOut
    missingPages = joined.missing
  }
}

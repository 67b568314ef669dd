import PageContent
import TableStructure

/// The pages of one document, one after the other: what stands on each of them is said once, and a table goes on.
struct JoinedPages {
  private(set) var blocks: [Block] = []
  private(set) var leftOut: [LeftOut] = []
  /// The numbers of pages that are not there.
  private(set) var missing: [Int] = []

  /// How far from a page's ends what all pages show is looked for.
  private static let reach = 8

  /// - Parameter numbers: of the pages, in their order.
  init(_ pages: [[Block]], numbers: [Int]) {
    let repeated = JoinedPages.repeatedTexts(pages)
    var last = numbers.max() ?? 0
    for (index, page) in pages.enumerated() {
      /// The paragraph of a block that all pages show, and why it is left out.
      func furniture(_ block: Block) -> LeftOut? {
        guard case .paragraph(let paragraph) = block else { return nil }
        let reason: LeftOut.Reason
        if let printed = PageNumber(paragraph.text), printed.isMarked {
          reason = .pageNumber
        } else if repeated.contains(TextJoin.squashed(paragraph.text)) {
          reason = .runningHead
        } else {
          return nil
        }
        return LeftOut(reason: reason, text: paragraph.text, location: paragraph.location)
      }
      // What stands between them and the page's own text is that text's: the unit above a table stands on every page too.
      let head = page.prefix { furniture($0) != nil }
      let rest = page.dropFirst(head.count)
      let foot = rest.reversed().prefix { furniture($0) != nil }.reversed()
      for block in head + foot {
        guard let omitted = furniture(block) else { continue }
        if omitted.reason == .pageNumber { last = max(last, JoinedPages.count(in: omitted.text) ?? 0) }
        if index > 0 || omitted.reason == .pageNumber { leftOut.append(omitted) }
      }
      let isFirst = index == 0
      blocks +=
        head.filter { isFirst && furniture($0)?.reason == .runningHead } + rest.dropLast(foot.count)
        + foot.filter { isFirst && furniture($0)?.reason == .runningHead }
    }
    blocks = RepeatedHeads.joined(blocks)
    let known = Set(numbers)
    if last <= JoinedPages.mostPages, last > 0 { missing = (1...last).filter { !known.contains($0) } }
  }

  private static let mostPages = 1000

  /// The texts at the ends of nearly all pages; a table that goes on repeats its title too.
  private static func repeatedTexts(_ pages: [[Block]]) -> Set<String> {
    var counts: [String: Int] = [:]
    for page in pages {
      let ends = page.prefix(reach) + page.dropFirst(reach).suffix(reach)
      let texts = ends.compactMap { block -> String? in
        if case .paragraph(let paragraph) = block { TextJoin.squashed(paragraph.text) } else { nil }
      }
      for text in Set(texts) { counts[text, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value == pages.count || pages.count > 3 && 4 * $0.value > 3 * pages.count }.keys)
  }

  /// How many pages a page's number says that there are: 第1页/共9页, 1/9.
  private static func count(in text: String) -> Int? {
    let numbers = text.split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    guard numbers.count == 2, let most = numbers.max() else { return nil }
    return most
  }
}

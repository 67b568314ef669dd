import PageContent

/// Page numbers and running headers: printed on the page, but no part of the report.
enum PageMargin {
  /// The share of a page, at its edges, where furniture stands.
  static let margin = 0.12

  /// Why a line is left out of the document, nil where it is not; `running` are the `runningTexts`.
  static func furniture(_ line: PrintedLine, of page: PageLayout, running: Set<String>) -> LeftOut.Reason? {
    guard isInMargin(line, of: page) else { return nil }
    let text = TextJoin.squashed(line.text)
    if PageNumber(text) != nil { return .pageNumber }
    if running.contains(text) { return .runningHead }
    // A running head and a page number may stand at both ends of one line.
    let segments = line.segments.map { TextJoin.squashed($0.text) }
    let isFurniture =
      segments.count > 1 && segments.contains(where: running.contains)
      && segments.allSatisfy { PageNumber($0) != nil || running.contains($0) }
    return isFurniture ? .runningHead : nil
  }

  static func isInMargin(_ line: PrintedLine, of page: PageLayout) -> Bool {
    let box = line.box
    return box.midY < margin * page.height || box.midY > (1 - margin) * page.height
      || box.midX < 0.06 * page.width || box.midX > 0.94 * page.width
  }

  /// The words that make up marked page numbers in the margin. A table that runs to the foot of the page is printed over
  /// its number, which is none of its cells.
  static func numberWords(in words: [Word], pageHeight: Double) -> Set<Int> {
    var found: Set<Int> = []
    var index = 0
    while index < words.count {
      let first = words[index]
      var end = index + 1
      defer { index = end }
      let isInMargin = first.inkY < margin * pageHeight || first.inkY > (1 - margin) * pageHeight
      guard isInMargin, first.text.first.map({ openings.contains($0) || $0.isASCIIDigit }) ?? false else { continue }
      var text = String(first.text)
      while end < words.count, abs(words[end].baseline - first.baseline) < 0.3,
        (-0.5..<1.2).contains((words[end].box.x0 - words[end - 1].box.x1) / max(first.size, 1))
      {
        text.unicodeScalars.append(contentsOf: words[end].text)
        end += 1
      }
      if PageNumber(TextJoin.squashed(text))?.isMarked ?? false { found.formUnion(index..<end) }
    }
    return found
  }

  /// What a marked page number begins with, but for digits.
  private static let openings = "-—–―－~〜·•第共Pp".unicodeScalars

  /// The page numbers at the foot of what a page holds, wherever that ends: those with a mark, and bare ones where they
  /// count up with the pages.
  static func footNumbers(of pages: [PageLayout]) -> Set<Int> {
    var found: Set<Int> = []
    var bare: [Int: [Int]] = [:]
    for page in pages {
      guard page.items.count > 1, case .line(let line)? = page.items.last else { continue }
      guard let number = PageNumber(TextJoin.squashed(line.text)) else { continue }
      if number.isMarked {
        found.insert(page.number)
      } else {
        bare[number.number - page.number, default: []].append(page.number)
      }
    }
    for numbers in bare.values where numbers.count >= 3 { found.formUnion(numbers) }
    return found
  }

  /// The texts that stand in the margin of more than half of the pages, or of most left or most right ones, but for those
  /// that name an amounts' unit: where every table has a page of its own, 单位：万元 stands at the head of each.
  static func runningTexts(of pages: [PageLayout]) -> Set<String> {
    guard pages.count >= 4 else { return [] }
    var counts: [String: [Int]] = [:]
    for page in pages {
      var seen: Set<String> = []
      for case .line(let line) in page.items where isInMargin(line, of: page) {
        seen.insert(TextJoin.squashed(line.text))
        let segments = line.segments
        if segments.count > 1 { seen.formUnion(segments.map { TextJoin.squashed($0.text) }) }
      }
      for text in seen where !namesUnit(text) { counts[text, default: [0, 0]][page.number % 2] += 1 }
    }
    let frequent = Set(
      counts.filter { _, sides in
        let count = sides[0] + sides[1]
        let isOnOneSide = sides.contains(0) && count >= fewestSides && count * 4 > (pages.count + 1) / 2 * 3
        return count * 2 > pages.count || isOnOneSide
      }.keys)
    return frequent.subtracting(textsWithinOthers(frequent, on: pages))
  }

  /// The texts that mostly have another line between them and the edge of the page, as the caption below a title has.
  private static func textsWithinOthers(_ running: Set<String>, on pages: [PageLayout]) -> Set<String> {
    if running.isEmpty { return [] }
    var counts: [String: (within: Int, all: Int)] = [:]
    for page in pages {
      let lines = page.items.compactMap { item in
        if case .line(let line) = item, isInMargin(line, of: page) { line } else { nil }
      }
      let others = lines.filter { furniture($0, of: page, running: running) == nil }.map(\.box.midY)
      let middle = page.height / 2
      for line in lines {
        let text = TextJoin.squashed(line.text)
        guard running.contains(text) else { continue }
        let place = line.box.midY
        let isWithin = others.contains { place < middle ? $0 < line.box.y0 : $0 > line.box.y1 && $0 > middle }
        counts[text, default: (0, 0)].all += 1
        if isWithin { counts[text]?.within += 1 }
      }
    }
    return Set(counts.filter { $1.within * 2 > $1.all }.keys)
  }

  /// Left or right pages with the same head, before it is that of all of them.
  private static let fewestSides = 4

  /// 单位：万元, （金额单位：元）.
  private static func namesUnit(_ text: String) -> Bool {
    let last = text.unicodeScalars.reversed().first { !"）)".unicodeScalars.contains($0) }
    return last == "元" && text.unicodeScalars.contains("位")
  }
}

import PageContent

/// Page numbers and running headers: printed on the page, but no part of the report.
enum PageMargin {
  /// The share of a page, at its edges, where furniture stands.
  static let margin = 0.12

  /// Whether a line is left out of the document; `running` are its `runningTexts`.
  static func isFurniture(_ line: PrintedLine, of page: PageLayout, running: Set<String>) -> Bool {
    guard isInMargin(line, of: page) else { return false }
    let text = TextJoin.squashed(line.text)
    return isPageNumber(text) || running.contains(text)
  }

  static func isInMargin(_ line: PrintedLine, of page: PageLayout) -> Bool {
    let box = line.box
    return box.midY < margin * page.height || box.midY > (1 - margin) * page.height
      || box.midX < 0.06 * page.width || box.midX > 0.94 * page.width
  }

  /// `12`, `- 12 -`, `— 12 —`, `第 12 页`, `第12页 共30页`, `12/30`.
  static func isPageNumber(_ text: String) -> Bool {
    var digits = 0
    for scalar in text.unicodeScalars {
      if scalar.isASCIIDigit || (scalar.value >= 0xFF10 && scalar.value <= 0xFF19) {
        digits += 1
      } else if !"-—–―－·•/ 第页共~〜".unicodeScalars.contains(scalar), !scalar.isLayoutSpace {
        return false
      }
    }
    return digits > 0 && digits <= 8
  }

  /// Whether a page number says that it is one: neither a bare figure nor one with a sign.
  static func isMarkedPageNumber(_ text: String) -> Bool {
    let scalars = TextJoin.squashed(text).unicodeScalars
    guard isPageNumber(text), let first = scalars.first, let last = scalars.last else { return false }
    return dashes.contains(first) && dashes.contains(last) || scalars.contains { "第页/".unicodeScalars.contains($0) }
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
      guard isInMargin, first.text.first.map({ dashes.contains($0) || $0 == "第" || $0.isASCIIDigit }) ?? false
      else { continue }
      var text = String(first.text)
      while end < words.count, abs(words[end].baseline - first.baseline) < 0.3,
        (-0.5..<1.2).contains((words[end].box.x0 - words[end - 1].box.x1) / max(first.size, 1))
      {
        text.unicodeScalars.append(contentsOf: words[end].text)
        end += 1
      }
      if isMarkedPageNumber(text) { found.formUnion(index..<end) }
    }
    return found
  }

  private static let dashes = "-—–―－".unicodeScalars

  /// The page numbers at the foot of what a page holds, wherever that ends: those with a mark, and bare ones where they
  /// count up with the pages.
  static func footNumbers(of pages: [PageLayout]) -> Set<Int> {
    var found: Set<Int> = []
    var bare: [Int: [Int]] = [:]
    for page in pages {
      guard page.items.count > 1, case .line(let line)? = page.items.last else { continue }
      let text = TextJoin.squashed(line.text)
      if isMarkedPageNumber(text) {
        found.insert(page.number)
      } else if isPageNumber(text), let number = Int(text) {
        bare[number - page.number, default: []].append(page.number)
      }
    }
    for numbers in bare.values where numbers.count >= 3 { found.formUnion(numbers) }
    return found
  }

  /// The texts that stand in the margin of more than half of the pages, but for those that name an amounts' unit: where
  /// every table has a page of its own, 单位：万元 stands at the head of each.
  static func runningTexts(of pages: [PageLayout]) -> Set<String> {
    guard pages.count >= 4 else { return [] }
    var counts: [String: Int] = [:]
    for page in pages {
      var seen: Set<String> = []
      for case .line(let line) in page.items where isInMargin(line, of: page) {
        let text = TextJoin.squashed(line.text)
        if !namesUnit(text) { seen.insert(text) }
      }
      for text in seen { counts[text, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value * 2 > pages.count }.keys)
  }

  /// 单位：万元, （金额单位：元）.
  private static func namesUnit(_ text: String) -> Bool {
    let last = text.unicodeScalars.reversed().first { !"）)".unicodeScalars.contains($0) }
    return last == "元" && text.unicodeScalars.contains("位")
  }
}

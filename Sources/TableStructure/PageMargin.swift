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

  /// The texts that stand in the margin of more than half of the pages.
  static func runningTexts(of pages: [PageLayout]) -> Set<String> {
    guard pages.count >= 4 else { return [] }
    var counts: [String: Int] = [:]
    for page in pages {
      var seen: Set<String> = []
      for case .line(let line) in page.items where isInMargin(line, of: page) {
        seen.insert(TextJoin.squashed(line.text))
      }
      for text in seen { counts[text, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value * 2 > pages.count }.keys)
  }
}

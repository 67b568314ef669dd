import PageContent

/// A line of a page as the search for tables sees it: what wide gaps part.
struct AlignedLine {
  /// A run of words that stand closer than columns mostly do.
  struct Segment {
    var box: Box
    var isNumber: Bool
    var text: String
  }

  let baseline: Double
  let size: Double
  let segments: [Segment]
  /// Where its words begin.
  let starts: [Double]
  let figureCount: Int
  var hasNumber: Bool { figureCount > 0 }
  /// 部门：… 单位：万元 above a table looks like two cells.
  let isCaption: Bool
  /// An entry of a table of contents.
  let hasLeader: Bool

  /// The gap that separates two columns, in em.
  private static let columnGap = 0.8

  init(_ line: PrintedLine) {
    baseline = line.baseline
    size = line.size
    var segments: [Segment] = []
    var words: [Word] = []
    func close() {
      guard !words.isEmpty else { return }
      let part = PrintedLine(words: words)
      let text = part.text
      segments.append(Segment(box: part.box, isNumber: PageAlignment.isNumber(text), text: text))
      words = []
    }
    for word in line.words {
      if let last = words.last {
        let gap = word.box.x0 - last.box.x1
        // Two figures side by side are two cells, however close they stand.
        let splits =
          gap > Self.columnGap * min(last.size, word.size)
          || (gap > 0 && PageAlignment.isNumber(String(last.text)) && PageAlignment.isNumber(String(word.text)))
        if splits { close() }
      }
      words.append(word)
    }
    close()
    self.segments = segments
    starts = line.words.map(\.box.x0)
    hasFigureBesideWords = zip(line.words, line.words.dropFirst()).contains { left, right in
      right.box.x0 - left.box.x1 > 0.2 * min(left.size, right.size)
        && PageAlignment.isNumber(String(left.text)) && !PageAlignment.isNumber(String(right.text))
    }
    figureCount = segments.count(where: \.isNumber)
    isCaption = segments.contains { segment in
      let text = TextJoin.squashed(segment.text)
      return ["单位：", "单位:", "部门：", "部门:"].contains(where: text.holds)
    }
    hasLeader = segments.contains { Self.hasLeader($0.text) }
  }

  /// More segments than a page has columns: a hostile page must not cost more than its words do.
  private static let mostSegments = 100

  /// A figure close to the name in the next column, within a table.
  let hasFigureBesideWords: Bool

  var isTabular: Bool { (2...Self.mostSegments).contains(segments.count) }
  var left: Double { segments.first?.box.x0 ?? 0 }
  var right: Double { segments.last?.box.x1 ?? 0 }

  /// A line of its own above a table, or the text around it: 收入决算表, 公开02表, 注：…, a sentence.
  var isText: Bool {
    if isSentence || isTitle { return true }
    guard segments.count == 1, let segment = segments.first else { return false }
    let text = TextJoin.squashed(segment.text)
    // A long title may be broken within its brackets: 位：万元）.
    let isTitleEnd = text.ends(with: "）") && text.holds("：") && !text.holds("（")
    return text.ends(with: "：") && !text.begins(with: "其中") || isTitleEnd
      || ["注：", "注:", "说明：", "说明:", "备注："].contains(where: text.begins)
  }

  /// 收入决算表, 《收入决算表（功能科目）》, 公开02表, 表2.
  var isTitle: Bool {
    guard segments.count == 1, let segment = segments.first else { return false }
    let text = TextJoin.squashed(segment.text)
    let unquoted = text.ends(with: "》") || text.ends(with: "”") ? String(text.dropLast()) : text
    return unquoted.ends(with: "表") || unquoted.ends(with: "）") && text.holds("表") || text.begins(with: "公开")
      || text.begins(with: "表") && text.count < 6
  }

  /// Whether it may be the number of the page.
  var looksLikePageNumber: Bool {
    segments.count == 1 && PageMargin.isPageNumber(TextJoin.squashed(segments[0].text))
  }

  /// Prose: letters of a line set wide may look like cells. In ５，７９２ and （台，套） the comma is
  /// a figure's, or a unit's.
  var isSentence: Bool { segments.contains { Self.isSentence($0.text) } }

  static func isSentence(_ text: String) -> Bool {
    if text.holds("。") || text.holds("；") { return true }
    guard text.holds("，"), !text.holds("）") else { return false }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { index in
      scalars[index] == "，" && !scalars[max(0, index - 3)..<index].contains("（")
        && !(index > 0 && (0xFF10...0xFF19).contains(scalars[index - 1].value))
    }
  }

  /// The dots between an entry and its page number.
  private static func hasLeader(_ text: String) -> Bool {
    var dots = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case ".", "·": dots += 1
      case "…": dots += 2
      default: dots = 0
      }
      if dots >= 4 { return true }
    }
    return false
  }
}

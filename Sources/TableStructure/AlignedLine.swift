import PageContent

/// A line of a page as the search for tables sees it: what wide gaps part.
struct AlignedLine {
  /// A run of words that stand closer than columns mostly do.
  struct Segment {
    var box: Box
    var isNumber: Bool
    var text: String

    /// `isNumber` where its only word is known to be a figure, or none.
    init(_ words: ArraySlice<Word>, isNumber: Bool?) {
      box = PrintedLine.box(of: words)
      text = PrintedLine.text(of: words)
      self.isNumber = isNumber ?? Lexeme(text).isFigure
    }
  }

  let baseline: Double
  let size: Double
  let segments: [Segment]
  /// Where its words begin.
  let starts: [Double]
  let figureCount: Int
  /// Its figures, those within a segment too.
  let figures: [Box]
  var hasNumber: Bool { figureCount > 0 }
  /// 部门：… 单位：万元 above a table looks like two cells.
  let isCaption: Bool
  /// An entry of a table of contents.
  let hasLeader: Bool

  /// The gap that separates two columns, in em.
  private static let columnGap = 0.8

  /// The lines of a page.
  static func rows(of lines: [PrintedLine]) -> [AlignedLine] {
    var rows = lines.map { AlignedLine($0) }
    for (index, isRunning) in RunningText.marks(in: rows).enumerated() where isRunning { rows[index].isText = true }
    return rows
  }

  init(_ line: PrintedLine) {
    let words = line.words
    baseline = line.baseline
    size = line.size
    starts = words.map(\.box.x0)
    let areNumbers = words.count > 1 ? words.map { Lexeme($0.text).isFigure } : []
    var segments: [Segment] = []
    var start = 0
    var hasFigureBesideWords = false
    for index in words.indices.dropFirst() {
      let gap = words[index].box.x0 - words[index - 1].box.x1
      let size = min(words[index - 1].size, words[index].size)
      let isBesideFigure = areNumbers[index - 1] != areNumbers[index] && gap > AlignedText.closest * size
      if areNumbers[index - 1], isBesideFigure { hasFigureBesideWords = true }
      // Two figures side by side are two cells, however close they stand, and an amount and what is no unit of it. So are
      // the dash that a column holds in a figure's place, and the words of the next: no line of words begins with it here.
      if gap > Self.columnGap * size || gap > 0 && areNumbers[index - 1] && areNumbers[index]
        || start == index - 1 && start > 0 && gap > AlignedText.closest * size && Self.isDash(words[start])
        || isBesideFigure && CellBorder.parts(words[index - 1], words[index])
      {
        segments.append(Segment(words[start..<index], isNumber: index - start == 1 ? areNumbers[start] : nil))
        start = index
      }
    }
    let isLastKnown = start > 0 && start == words.count - 1
    segments.append(Segment(words[start...], isNumber: isLastKnown ? areNumbers[start] : nil))
    self.segments = segments
    self.hasFigureBesideWords = hasFigureBesideWords
    figureCount = segments.count(where: \.isNumber)
    figures = words.count > 1 ? zip(words, areNumbers).filter(\.1).map(\.0.box) : segments.filter(\.isNumber).map(\.box)
    isCaption = segments.contains { Self.isCaption($0.text) }
    hasLeader = segments.contains { Self.hasLeader($0.text) }
    isSentence = segments.contains { Self.isSentence($0.text) }
    let text = segments.count == 1 ? TextJoin.squashed(segments[0].text) : nil
    isTitle = text.map(Self.isTitle) ?? false
    isText = isSentence || isTitle || (text.map(Self.isRemark) ?? false)
  }

  private static func isDash(_ word: Word) -> Bool {
    word.text.first?.isDash ?? false && Lexeme(word.text).kind == .dash
  }

  /// More segments than a page has columns: a hostile page must not cost more than its words do.
  static let mostSegments = 100

  /// A figure close to the name in the next column, within a table.
  let hasFigureBesideWords: Bool

  var isTabular: Bool { (2...Self.mostSegments).contains(segments.count) }
  var left: Double { segments.first?.box.x0 ?? 0 }
  var right: Double { segments.last?.box.x1 ?? 0 }

  /// A line of its own above a table, or the text around it: 收入决算表, 公开02表, 注：…, a sentence.
  private(set) var isText: Bool

  /// 收入决算表, 《收入决算表（功能科目）》, 公开02表, 表2.
  let isTitle: Bool

  private static func isTitle(_ text: String) -> Bool {
    let unquoted = text.ends(with: "》") || text.ends(with: "”") ? String(text.dropLast()) : text
    return unquoted.ends(with: "表") || unquoted.ends(with: "）") && text.holds("表") || text.begins(with: "公开")
      || text.begins(with: "表") && text.count < 6
  }

  /// Whether the first of some lines is that of a title broken over two, with the caption below: its own end is no title's.
  static func openTitle(_ lines: ArraySlice<AlignedLine>) -> Bool {
    let top = Array(lines.prefix(3))
    return top.count == 3 && top[0].segments.count == 1 && top[1].isTitle && top[2].isCaption
      && abs(top[0].size - top[1].size) < 0.03 * top[1].size && top[1].baseline - top[0].baseline < 2.5 * top[1].size
  }

  /// 注：…, or words that announce what follows.
  private static func isRemark(_ text: String) -> Bool {
    guard text.holds("：") || text.holds(":") else { return false }
    // A long title may be broken within its brackets: 位：万元）.
    let isTitleEnd = text.ends(with: "）") && text.holds("：") && !text.holds("（")
    return text.ends(with: "：") && !text.begins(with: "其中") || isTitleEnd
      || ["注：", "注:", "说明：", "说明:", "备注："].contains(where: text.begins)
  }

  private static func isCaption(_ text: String) -> Bool {
    guard text.unicodeScalars.contains(where: { $0 == "：" || $0 == ":" }) else { return false }
    let text = TextJoin.squashed(text)
    return ["单位：", "单位:", "部门：", "部门:"].contains(where: text.holds)
  }

  /// Whether it may be the number of the page.
  var looksLikePageNumber: Bool {
    segments.count == 1 && PageNumber(TextJoin.squashed(segments[0].text)) != nil
  }

  /// Prose: letters of a line set wide may look like cells. In ５，７９２ and （台，套） the comma is
  /// a figure's, or a unit's.
  let isSentence: Bool

  static func isSentence(_ text: String) -> Bool {
    var hasComma = false
    var hasBracket = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "。", "；": return true
      case "，": hasComma = true
      case "）": hasBracket = true
      default: break
      }
    }
    guard hasComma, !hasBracket, !listsQuantities(text) else { return false }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.contains { index in
      scalars[index] == "，" && !scalars[max(0, index - 3)..<index].contains("（")
        && !(index > 0 && (0xFF10...0xFF19).contains(scalars[index - 1].value))
    }
  }

  /// 310页，5册: what a thing is measured in, as specifications list it. A date begins with a number too, and goes on with more
  /// than a unit.
  private static func listsQuantities(_ text: String) -> Bool {
    text.unicodeScalars.split(separator: "，").allSatisfy { part in
      let unit = part.drop(while: \.isDigit)
      return unit.startIndex > part.startIndex && unit.count(where: \.isIdeographic) <= longestUnits
        && !"年月日".unicodeScalars.contains(unit.first ?? "年")
    }
  }

  /// 平方米 and 间, in letters.
  private static let longestUnits = 5

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

import PageContent

/// Lines outside tables to paragraphs.
enum ParagraphReader {
  /// The paragraph one line makes.
  static func paragraph(of line: TextLine) -> Paragraph {
    var range = line.content
    let heading = line.heading
    if let heading {
      range = line.scalars.trimmed(heading.end..<range.upperBound)
      // Closing `#` of a heading.
      var upper = range.upperBound
      while upper > range.lowerBound, line.scalars[upper - 1] == "#" { upper -= 1 }
      range = line.scalars.trimmed(range.lowerBound..<upper)
    } else if let bulletEnd = bulletEnd(line) {
      range = line.scalars.trimmed(bulletEnd..<range.upperBound)
    }
    let words = InlineMarkup(line.scalars[range], joiningChinese: false)
    return Paragraph(
      text: words.text, location: line.location(range), isBold: words.isBold, headingLevel: heading?.level,
      runs: Paragraph.Run.pieces(of: line, range, in: words.text))
  }

  /// Past a Markdown list's bullet. `-5` is a number.
  private static func bulletEnd(_ line: TextLine) -> Int? {
    let text = line.text
    guard text.count > 2, let first = text.first, first == "-" || first == "*" else { return nil }
    let next = text[text.startIndex + 1]
    return next == " " || next == "\u{3000}" ? text.startIndex + 2 : nil
  }

  /// Whether a line after a gap is the rest of a sentence that the page's end cut.
  ///
  /// Says no when in doubt: two paragraphs are still both there, but a heading glued to a sentence is lost.
  static func continues(_ previous: TextLine, with next: TextLine) -> Bool {
    let before = previous.text
    let after = next.text
    guard before.count >= 20, previous.heading == nil, bulletEnd(previous) == nil, next.heading == nil else {
      return false
    }
    // Wide gaps are columns: a caption, or rows not told to be a table.
    guard !AlignedTable.isGapped(previous), !AlignedTable.isGapped(next) else { return false }
    guard let last = before.last, !last.endsSentence, last != "*", last != ">", let first = after.first else {
      return false
    }
    guard !HeadingMark.begins(after), !"注图表说备附单目<!*“《".unicodeScalars.contains(first) || last == "，" else {
      return false
    }
    guard !next.starts(with: "注："), !next.starts(with: "说明"), !next.hasTab, !next.hasPipe else { return false }
    if startsWithYear(after), last != "，" { return false }
    // A title is a phrase; what a page cuts is a sentence, mostly with a comma before or a full stop after.
    let isPhrase = !before.contains { "，。；：,;:".unicodeScalars.contains($0) }
    if isPhrase, HeadingMark.begins(before) || endsLikeTitle(before) { return false }
    return !isPhrase || after.contains { "，。；".unicodeScalars.contains($0) }
  }

  private static func startsWithYear(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let rest = text.drop(while: \.isDigit)
    return text.count - rest.count == 4 && rest.first { !$0.isBlank } == "年"
  }

  private static func endsLikeTitle(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let endings = [
      "说明", "情况", "表", "构成", "概况", "职责", "职能", "结果", "报告", "公开", "预算", "决算", "解释", "目录", "设置",
      "部门", "单位", "图", "分析", "工作",
    ]
    return endings.contains { text.reversed().starts(with: $0.unicodeScalars.reversed()) }
  }

  /// Appends the rest of a sentence; only between words that are not Chinese does it need a space.
  static func join(_ paragraph: inout Paragraph, with rest: Paragraph) {
    guard let last = paragraph.text.unicodeScalars.last, let first = rest.text.unicodeScalars.first else { return }
    let needsSpace = last.isASCIILetterOrDigit && first.isASCIILetterOrDigit && !(last.isDigit && first.isDigit)
    if paragraph.runs.isEmpty { paragraph.runs = [Paragraph.Run(offset: 0, location: paragraph.location)] }
    let offset = paragraph.text.utf8.count + (needsSpace ? 1 : 0)
    let runs = rest.runs.isEmpty ? [Paragraph.Run(offset: 0, location: rest.location)] : rest.runs
    paragraph.runs += runs.map { Paragraph.Run(offset: $0.offset + offset, location: $0.location) }
    paragraph.text += (needsSpace ? " " : "") + rest.text
  }
}

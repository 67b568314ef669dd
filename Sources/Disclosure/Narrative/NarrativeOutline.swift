import PageContent
import TableStructure

/// A heading, and where what it heads begins: most stand alone, but （一）收入预算：2026年… goes on with its text.
struct NarrativeHeading {
  var level: Int
  /// nil where none of the catalogue's wordings fits.
  var kind: NarrativeSection.Kind?
  var text: String
  /// Where the text after it begins, in UTF-8; nil where nothing follows.
  var bodyStart: Int?

  /// Longer lines are sentences.
  private static let longest = 60
  private static let longestRunIn = 30

  /// The heading that a paragraph is or begins with.
  /// - Parameter passage: the paragraph's own text.
  init?(_ passage: Passage, in paragraphs: [Paragraph], _ wording: NarrativeWording) {
    let paragraph = paragraphs[passage.firstParagraph]
    let text = passage.text
    guard text.count > 1, !NarrativeHeading.isContentsEntry(text) else { return nil }
    let mark = NarrativeHeading.mark(of: text, paragraph)
    let isNumbered = mark != nil
    let start = mark?.end ?? 0
    guard start < text.count else { return nil }
    let stop = text[start...].firstIndex { $0 == "。" || $0 == ":" || $0 == ";" || $0 == "，" } ?? text.count
    let kind = wording.sectionKind(text[start..<stop])
    level = mark?.level ?? 2
    self.kind = kind
    let isAlone = stop >= text.count - 1 && (stop == text.count || text[stop] != "，")
    if isAlone {
      guard text.count <= NarrativeHeading.longest else { return nil }
      // The rest of the classification follows.
      if let path = ClassificationPath(text[start..<stop]), path.depth < 3 { return nil }
      // A sentence ends with a full stop; so do a few headings.
      if stop < text.count, text[stop] != ":", kind == nil || !isNumbered || level > 3 { return nil }
      if !isNumbered {
        guard kind != nil, text.count <= 40, NarrativeHeading.endsLikeTitle(text[...]) else { return nil }
      }
      if !PrintedNumber.all(in: text, start..<stop, wording).isEmpty { return nil }
      self.text = TextJoin.squashed(paragraph.text)
      return
    }
    guard isNumbered, level <= 3, kind != nil, text[stop] != "，", text[stop] != ";", stop - start <= Self.longestRunIn,
      PrintedNumber.all(in: text, start..<stop, wording).isEmpty
    else { return nil }
    self.text = passage.printed(0..<stop, in: paragraphs)
    bodyStart = passage.offset(stop + 1)
  }

  /// 第三部分, 一、, （一）, 1., （1）, ①, or the level of a Markdown heading.
  private static func mark(of text: [Unicode.Scalar], _ paragraph: Paragraph) -> (level: Int, end: Int)? {
    var found: (level: Int, end: Int)?
    if text[0] == "第" {
      let end = text.firstIndex { $0 != "第" && !$0.isChineseNumeral && !$0.isASCIIDigit } ?? text.count
      if end > 1, end + 1 < text.count, text[end] == "部", text[end + 1] == "分" {
        // 第四部分：名词解释
        found = (1, end + 2 < text.count && text[end + 2] == ":" ? end + 3 : end + 2)
      }
      if end > 1, end < text.count, "章节".unicodeScalars.contains(text[end]) { found = (1, end + 1) }
    } else if text[0].isChineseNumeral {
      let end = text.firstIndex { !$0.isChineseNumeral } ?? text.count
      if end < text.count, end < 4, "、.".unicodeScalars.contains(text[end]) { found = (2, end + 1) }
    } else if text[0] == "(" {
      if let close = text.prefix(5).firstIndex(of: ")"), close > 1 {
        let inside = text[1..<close]
        if inside.allSatisfy(\.isChineseNumeral) { found = (3, close + 1) }
        if inside.allSatisfy(\.isASCIIDigit) { found = (5, close + 1) }
      }
    } else if text[0].isASCIIDigit {
      let end = text.firstIndex { !$0.isASCIIDigit } ?? text.count
      if end < min(3, text.count), "、.)".unicodeScalars.contains(text[end]),
        end + 1 == text.count || !text[end + 1].isASCIIDigit
      {
        found = (4, end + 1)
      }
    } else if (0x2460...0x24FF).contains(text[0].value) {
      found = (6, 1)
    }
    if let level = paragraph.headingLevel { return (found?.level ?? level, found?.end ?? 0) }
    return found
  }

  /// 收入决算情况说明……12
  private static func isContentsEntry(_ text: [Unicode.Scalar]) -> Bool {
    for index in text.indices.dropFirst(3) where text[index] == "…" || text[index] == "." || text[index] == "·" {
      if text[(index - 3)..<index].allSatisfy({ $0 == text[index] }) { return true }
    }
    let digits = text.reversed().prefix(while: \.isASCIIDigit).count
    guard digits > 0, digits < 4, digits + 1 < text.count else { return false }
    let before = text[text.count - digits - 1]
    return ".…·-".unicodeScalars.contains(before)
  }

  private static func endsLikeTitle(_ text: Scalars) -> Bool {
    guard let last = text.last else { return false }
    return "明况能责构释果置成".unicodeScalars.contains(last)
  }
}

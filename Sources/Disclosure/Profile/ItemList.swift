import PageContent
import TableStructure

/// The items of a list that stands over some paragraphs: each from its number to the next one of the same kind.
struct ItemList {
  struct Item {
    var mark: ItemMark?
    /// Without the mark; the lines of an item are one text.
    var text: String
    var location: Location
  }

  /// What stands before the first item.
  private(set) var lead: [String] = []
  private(set) var items: [Item] = []

  /// Reads the paragraphs of a section. The kind of number that most items bear is the list's; others are within its
  /// items, or, where they came before it, end them.
  init(_ paragraphs: ArraySlice<Paragraph>) {
    let marks = paragraphs.map { ItemMark($0.text) }
    let style = ItemList.commonest(marks.compactMap { $0 })
    var outer: Set<ItemMark.Style> = []
    var isOpen = false
    for (paragraph, mark) in zip(paragraphs, marks) {
      if let mark, mark.style == style {
        // A list that begins anew is another one.
        if mark.value == 1, items.count > 1 { break }
        append(paragraph, mark)
        isOpen = true
      } else if let mark, outer.contains(mark.style) {
        isOpen = false
      } else if isOpen {
        items[items.count - 1].text += TextJoin.squashed(paragraph.text)
      } else if items.isEmpty {
        if let mark { outer.insert(mark.style) }
        lead.append(TextJoin.squashed(paragraph.text))
      }
    }
  }

  /// Adds an item, and those that follow it in the same paragraph: …规则。（八）负责….
  private mutating func append(_ paragraph: Paragraph, _ mark: ItemMark) {
    let scalars = Array(paragraph.text.unicodeScalars)
    var starts = [(offset: 0, mark: mark)]
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      offset += UTF8.width(scalar)
      guard scalar == "。" || scalar == "；", index + 2 < scalars.count,
        let next = ItemMark(scalars[(index + 1)..<min(index + 9, scalars.count)]),
        next.follows(starts[starts.count - 1].mark)
      else { continue }
      starts.append((offset, next))
    }
    let places = ParagraphPlaces(paragraph)
    for (number, start) in starts.enumerated() {
      let end = number + 1 < starts.count ? starts[number + 1].offset : offset
      items.append(
        Item(
          mark: start.mark, text: ItemList.text(of: paragraph, from: start.offset + start.mark.end, to: end),
          location: starts.count == 1 ? paragraph.location : places.location(utf8: start.offset..<end)))
    }
  }

  private static func commonest(_ marks: [ItemMark]) -> ItemMark.Style? {
    var counts: [ItemMark.Style: Int] = [:]
    for mark in marks { counts[mark.style, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return marks.first { counts[$0.style] == most }?.style
  }

  /// A part of a paragraph, given by its UTF-8 offsets.
  static func text(of paragraph: Paragraph, from start: Int, to end: Int? = nil) -> String {
    let utf8 = paragraph.text.utf8
    let upper = end.flatMap { utf8.index(utf8.startIndex, offsetBy: $0, limitedBy: utf8.endIndex) } ?? utf8.endIndex
    let lower = utf8.index(utf8.startIndex, offsetBy: start, limitedBy: upper) ?? upper
    return TextJoin.squashed(String(paragraph.text[lower..<upper]))
  }

  /// The items within one paragraph: 包括：1.某局 2.某中心. Empty where no numbers in sequence stand in it.
  static func inline(_ paragraph: Paragraph) -> [Item] {
    let scalars = Array(paragraph.text.unicodeScalars)
    var starts: [(index: Int, mark: ItemMark)] = []
    var index = 0
    while index < scalars.count {
      defer { index += 1 }
      if index > 0, scalars[index - 1].isASCIILetterOrDigit || scalars[index - 1].isChineseNumeral { continue }
      let scalar = scalars[index]
      guard scalar.isASCIIDigit || scalar.isChineseNumeral || "（(".unicodeScalars.contains(scalar),
        let mark = ItemMark(scalars[index..<min(index + 8, scalars.count)])
      else { continue }
      if let last = starts.last {
        if mark.style == last.mark.style, mark.value == last.mark.value + 1 { starts.append((index, mark)) }
      } else if mark.value == 1 {
        starts.append((index, mark))
      }
    }
    guard starts.count > 1 else { return [] }
    let places = ParagraphPlaces(paragraph)
    var to = scalars[..<starts[0].index].reduce(0) { $0 + UTF8.width($1) }
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1].index : scalars.count
      let from = to + start.mark.end
      to = scalars[start.index..<end].reduce(to) { $0 + UTF8.width($1) }
      return Item(
        mark: start.mark, text: text(of: paragraph, from: from, to: to),
        location: places.location(utf8: from..<max(from + 1, to)))
    }
  }
}

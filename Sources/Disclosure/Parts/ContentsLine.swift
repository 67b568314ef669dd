import PageContent
import TableStructure

/// A line of the table of contents (目录).
public struct ContentsLine: Sendable, Hashable {
  /// As printed before it: 第一部分, 一, （二）; nil where it has none.
  public var number: String?
  /// Without the number, the dots and the page.
  public var text: String
  /// The printed page number, where there is one.
  public var page: Int?
  public var location: Location

  public init(number: String?, text: String, page: Int?, location: Location) {
    self.number = number
    self.text = text
    self.page = page
    self.location = location
  }

  /// What its number says.
  package var mark: ItemMark? { number.flatMap { ItemMark($0 + "、") } }
}

/// Reads the table of contents: what stands below 目录, up to where the report itself begins.
enum ContentsReader {
  /// Longer lines are sentences.
  private static let longest = 80
  private static let most = 200
  private static let longestRest = 6

  static func lines(_ paragraphs: [Paragraph]) -> [ContentsLine] {
    let start = paragraphs.prefix(80).firstIndex { ["目录", "目次"].contains(Wording.normalised($0.text)) }
    guard let start else { return [] }
    var lines: [ContentsLine] = []
    var keys: [String] = []
    // 第三部分 on a line of its own.
    var number: String?
    for paragraph in paragraphs[(start + 1)...].prefix(most) {
      guard paragraph.text.count <= longest || isLed(paragraph.text), !paragraph.text.holds("。") else { break }
      var line = line(paragraph)
      if line.text.isEmpty {
        number = line.number
        continue
      }
      line.number = line.number ?? number
      number = nil
      // 第一部分 once more is the report's own.
      if line.mark?.style == .part, lines.contains(where: { $0.number == line.number }) { break }
      let key = key(line)
      if let again = keys.firstIndex(of: key) {
        drop(headings: lines[..<again], from: &lines)
        break
      }
      guard line.number == nil, lines.count >= 3, lines.allSatisfy({ $0.number != nil }) else {
        lines.append(line)
        keys.append(key)
        continue
      }
      // Where all have numbers, a line without one is the rest of the one above it, or none of them.
      guard line.text.count <= longestRest || "（(".contains(line.text.first ?? " ") else { break }
      lines[lines.count - 1].text += line.text
      lines[lines.count - 1].page = lines[lines.count - 1].page ?? line.page
    }
    return lines.count >= 3 ? lines : []
  }

  /// The report's own headings up to the one that was met again.
  private static func drop(headings: ArraySlice<ContentsLine>, from lines: inout [ContentsLine]) {
    while lines.count > headings.endIndex, let last = lines.last,
      headings.contains(where: { $0.text.holds(last.text) || last.number != nil && $0.number == last.number })
    {
      lines.removeLast()
    }
  }

  private static func key(_ line: ContentsLine) -> String {
    Wording.normalised((line.number ?? "") + line.text)
  }

  /// Whether dots lead to a page number.
  private static func isLed(_ text: String) -> Bool { text.holds("....") || text.holds("……") || text.holds("····") }

  private static func line(_ paragraph: Paragraph) -> ContentsLine {
    let mark = ItemMark(paragraph.text)
    var scalars = Array(ItemList.text(of: paragraph, from: mark?.end ?? 0).unicodeScalars)
    var digits: [Unicode.Scalar] = []
    while let last = scalars.last, last.isASCIIDigit || "-—–".unicodeScalars.contains(last) {
      if last.isASCIIDigit { digits.insert(last, at: 0) }
      scalars.removeLast()
    }
    let dots = scalars.count
    while let last = scalars.last, ".·…．-—_".unicodeScalars.contains(last) { scalars.removeLast() }
    // 表10 ends with a number of its own.
    let hasLeader = dots - scalars.count > 1 || paragraph.text.unicodeScalars.contains(where: \.isLayoutSpace)
    let isPage = !digits.isEmpty && digits.count < 4 && hasLeader && !(scalars.last == "表" && dots == scalars.count)
    if !isPage { scalars += digits }
    return ContentsLine(
      number: mark?.text, text: String(String.UnicodeScalarView(scalars)),
      page: isPage ? Int(String(String.UnicodeScalarView(digits))) : nil, location: paragraph.location)
  }
}

import PageContent
import TableStructure

/// The amounts that a document holds and that did not come through its conversion.
struct LostFigures {
  /// Each as often as it is missing, in their order.
  private(set) var figures: [String] = []

  /// - Parameter text: of the document itself.
  init(of text: String, in content: OfficeContent) {
    var found: [String: Int] = [:]
    func count(_ text: String) { for figure in LostFigures.amounts(in: text) { found[figure, default: 0] += 1 } }
    for block in content.blocks {
      switch block {
      case .paragraph(let paragraph): count(paragraph.text)
      case .table(let table): for cell in table.cells { count(cell.text) }
      }
    }
    for text in content.leftOut { count(text.text) }
    for figure in LostFigures.amounts(in: text) {
      if let left = found[figure], left > 0 { found[figure] = left - 1 } else { figures.append(figure) }
    }
  }

  /// Numbers with decimals or groups: years, pages and the numbers of lists come and go.
  static func amounts(in text: String) -> [String] {
    var amounts: [String] = []
    var current: [UInt8] = []
    func end() {
      while let last = current.last, last == point || last == comma { current.removeLast() }
      if current.contains(point) || current.contains(comma) {
        amounts.append(String(decoding: current.filter { $0 != comma }, as: UTF8.self))
      }
      current.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      let isDigit = byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      if isDigit || !current.isEmpty && (byte == point || byte == comma) { current.append(byte) } else { end() }
    }
    end()
    return amounts
  }

  private static let point = UInt8(ascii: ".")
  private static let comma = UInt8(ascii: ",")
}

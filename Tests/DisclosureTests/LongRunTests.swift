import PageContent
import TableStructure
import Testing

@testable import Disclosure

/// Places in long runs of text, and heads of many lines.
@Suite("Long runs", .timeLimit(.minutes(5)))
struct LongRunTests {
  private static let words = ["甲", "1", "一般", "2024年", "，", "\u{1F600}", "é"]

  /// As the place of a part was told before it was measured ahead: character by character.
  private func place(_ range: Range<Int>, in text: String, _ whole: Location) -> Location {
    var (before, inside, after) = (0.0, 0.0, 0.0)
    var counts = (before: 0, inside: 0)
    var offset = 0
    for scalar in text.unicodeScalars {
      let width = scalar.value < 0x80 ? 0.5 : 1
      if offset < range.lowerBound {
        (before, counts.before) = (before + width, counts.before + 1)
      } else if offset < range.upperBound {
        (inside, counts.inside) = (inside + width, counts.inside + 1)
      } else {
        after += width
      }
      offset += UTF8.width(scalar)
    }
    switch whole {
    case .page(let page, let box):
      let scale = box.width / max(before + inside + after, 0.5)
      let x0 = box.x0 + before * scale
      return .page(page, Box(x0: x0, y0: box.y0, x1: x0 + inside * scale, y1: box.y1))
    case .line(let line, let columns):
      let first = min(columns.lowerBound + counts.before, columns.upperBound)
      return .line(line, columns: first...max(first, min(first + counts.inside - 1, columns.upperBound)))
    case .sheet, .part, .element: return whole
    }
  }

  @Test func placesAreThoseOfTheCharacters() {
    var generator = SeededGenerator(state: 17)
    for length in [1, 40, 300, 3000] {
      let text = (0..<length).map { _ in LongRunTests.words.randomElement(using: &generator) ?? "" }.joined()
      let ends = text.unicodeScalars.reduce(into: [0]) { $0.append(($0.last ?? 0) + UTF8.width($1)) }
      for whole: Location in [
        .line(3, columns: 5...(4 + text.unicodeScalars.count)), .page(2, Box(x0: 10, y0: 20, x1: 500, y1: 30)),
      ] {
        let paragraph = Paragraph(text: text, location: whole)
        let places = ParagraphPlaces(paragraph)
        for _ in 0..<60 {
          let pair = [ends.randomElement(using: &generator) ?? 0, ends.randomElement(using: &generator) ?? 0].sorted()
          let expected = place(pair[0]..<pair[1], in: text, whole)
          #expect(places.location(utf8: pair[0]..<pair[1]) == expected)
          #expect(paragraph.location(utf8: pair[0]..<pair[1]) == expected)
        }
      }
    }
  }

  @Test func figuresStandWhereTheyArePrinted() throws {
    let text = "2022年度收入合计" + String(repeating: "100万元，", count: 30_000) + "。"
    let facts = narrative(text).facts
    #expect(facts.count == 30_000)
    guard case .line(1, let columns)? = facts.last?.location else {
      Issue.record("\(String(describing: facts.last))")
      return
    }
    #expect(text.unicodeScalars.dropFirst(columns.lowerBound - 1).starts(with: "100".unicodeScalars))
    #expect(columns.lowerBound == text.unicodeScalars.count - 6)
  }

  @Test func headsOfManyLinesAreJoinedWhereTheyAreOne() {
    // Two columns of prose that passed for a table: nothing in it but a header.
    let rows = 4000
    var cells: [Cell] = []
    for row in 0..<rows {
      for (column, word) in [row % 40 == 0 ? "附属单位" : row % 40 == 1 ? "上缴收入" : "说明文字第\(row)行", "其他第\(row)"].enumerated()
      {
        cells.append(
          Cell(
            row: row, column: column, text: word,
            location: .page(
              1, Box(x0: Double(column) * 90, y0: Double(row), x1: Double(column) * 90 + 80, y1: Double(row) + 1))))
      }
    }
    let table = Table(
      origin: .alignment, rowCount: rows, columnCount: 2, cells: cells,
      location: .page(1, Box(x0: 0, y0: 0, x1: 180, y1: Double(rows))), boundaries: [0, 90, 180])
    let header = TableHeader(TableGrid(table), catalogue: .shared)
    #expect(header.paths[0].count { $0 == "附属单位上缴收入" } == 100)
    #expect(header.paths[0].count == rows - 100)
    #expect(header.paths[1].count == rows)
  }
}

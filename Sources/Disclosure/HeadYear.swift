import PageContent
import TableStructure

/// The year that the tables' heads name most often, 2026年预算数: this report's, where its cover does not say it. Of two
/// that are named alike often the later, for last year's stands beside it.
enum HeadYear {
  private static let mostRows = 5

  static func mostCommon(in blocks: [Block]) -> Int? {
    var counts: [Int: Int] = [:]
    for case .table(let table) in blocks {
      var years: Set<Int> = []
      for cell in table.cells where cell.row < mostRows {
        let text = Wording.normalised(cell.text)
        guard let range = PrintedDate.yearRange(in: text[...]), range.lowerBound == text.startIndex,
          let year = PrintedDate.year(in: text[...])
        else { continue }
        years.insert(year)
      }
      for year in years { counts[year, default: 0] += 1 }
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }
}

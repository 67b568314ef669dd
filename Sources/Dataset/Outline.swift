import Audit
import Disclosure

/// Lines of an outline, each followed by its parts, of which nothing but the figures tells the levels.
enum Outline {
  /// For each line, whether lines right below it add up to it, in every column.
  static func parents(_ rows: [FormTable.Row], of columns: [FormTable.Column]) -> [Bool] {
    let additive = columns.indices.filter { columns[$0].isAdditive }
    // Where the parts of each line end; those below it are known before it is asked.
    var end = Array(rows.indices.map { $0 + 1 })
    for line in rows.indices.reversed() {
      var sums = additive.map { _ in Tally() }
      var next = line + 1
      while next < rows.count, exceeds(sums, rows[line], additive) == false {
        for (index, column) in additive.enumerated() { sums[index].add(rows[next].figures[column]?.amount) }
        next = end[next]
        let isEqual = additive.indices.allSatisfy {
          sums[$0].isWithinRounding(of: rows[line].figures[additive[$0]]?.amount)
        }
        if isEqual, additive.contains(where: { rows[line].figures[$0]?.amount?.value.isZero == false }) {
          end[line] = next
          break
        }
      }
    }
    return rows.indices.map { end[$0] > $0 + 1 }
  }

  private static func exceeds(_ sums: [Tally], _ row: FormTable.Row, _ columns: [Int]) -> Bool {
    zip(sums, columns).contains { sum, column in
      sum.exceeds(row.figures[column]?.amount) && !sum.isWithinRounding(of: row.figures[column]?.amount)
    }
  }
}

extension Tally {
  func exceeds(_ amount: Amount?) -> Bool { sum > (amount?.yuan ?? amount?.value ?? .zero) }
}

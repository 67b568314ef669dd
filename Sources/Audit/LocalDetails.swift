import Disclosure
import PageContent

/// Rows of the economic classification below its divisions: 3021101 差旅费. The national classification has no such items,
/// but some finance bureaus budget by them, and a table may list these in place of the division.
struct LocalDetails {
  private struct Detail {
    var digits: String
    var section: Int
    var row: Int
    /// Whether it lies below none of the tree's rows.
    var isRoot: Bool
  }

  /// From the top of the table down.
  private var details: [Detail] = []

  /// Those among the columns of a tree.
  init(_ table: FormTable, beside tree: CodeTree) {
    guard tree.nodes[0].code.classification == .economic else { return }
    let printed = Set(tree.nodes.map(\.code.digits))
    for section in Set(tree.nodes.map(\.section)).sorted() {
      for (row, entry) in table.sections[section].rows.enumerated() where entry.role != .total {
        guard let digits = LocalDetails.digits(of: entry), !printed.contains(String(digits.prefix(5))) else { continue }
        let isRoot = ![3, 5, 7].contains { printed.contains(String(digits.prefix($0))) }
        details.append(Detail(digits: digits, section: section, row: row, isRoot: isRoot))
      }
    }
  }

  /// Those that lie below none of the tree's rows, as its roots.
  func roots(table: Int, column: Int) -> [Place] {
    details.filter(\.isRoot).map { Place(table: table, section: $0.section, row: $0.row, column: column) }
  }

  /// Those below a row of the tree, up to the next row that does not belong to it: a list by units has its codes again for
  /// each.
  func children(of index: Int, in tree: CodeTree, table: Int, column: Int) -> [Place] {
    if details.isEmpty { return [] }
    let node = tree.nodes[index]
    let after = tree.nodes[(index + 1)...].first { $0.section != node.section || !node.code.contains($0.code) }
    let end = after.flatMap { $0.section == node.section ? $0.row : nil } ?? .max
    let first = details.partitionPoint { ($0.section, $0.row) >= (node.section, node.row) }
    return details[first...].prefix { $0.section == node.section && $0.row < end }
      .filter { $0.digits.hasPrefix(node.code.digits) }
      .map { Place(table: table, section: $0.section, row: $0.row, column: column) }
  }

  /// The code of 7 or 9 digits, which may stand before the name.
  private static func digits(of row: FormTable.Row) -> String? {
    if row.classification != nil { return nil }
    let digits = row.code ?? String(row.name.prefix { $0.isASCII && $0.isNumber })
    guard [7, 9].contains(digits.utf8.count), let first = digits.first, first == "3" || first == "5",
      digits.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return nil }
    return digits
  }
}

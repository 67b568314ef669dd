import Audit
import Disclosure
import PageContent

/// Which rows of a table are of the finest level: added up, they are the total, and nothing is counted twice.
///
/// Told from the structure: codes make a tree, and the sums of the catalogue name the parts of a total. Where the structure
/// leaves a doubt (codes that stand twice, lines without codes), the figures must confirm it. What cannot be told stays
/// nil: a reader who adds up only what is marked never counts twice.
struct LeafRows {
  /// By section and row.
  private(set) var flags: [[Bool?]]
  private let table: FormTable

  init(of table: FormTable) {
    self.table = table
    flags = table.sections.map { Array(repeating: nil, count: $0.rows.count) }
    guard table.status == .present else { return }
    // Codes of 人员经费 and 公用经费 side by side are one list; any other side is a list of its own.
    let areBlocks = table.sections.allSatisfy { $0.side == nil || $0.side == "personnel" || $0.side == "public" }
    for sections in areBlocks ? [Array(table.sections.indices)] : table.sections.indices.map({ [$0] }) {
      markList(sections)
    }
  }

  private mutating func markList(_ sections: [Int]) {
    if markOnlyRow(sections) { return }
    var isDone = false
    for section in sections where markSums(section) { isDone = true }
    if isDone || markTrees(sections) { return }
    for section in sections { markPlainList(section) }
  }

  private func rows(_ section: Int) -> [FormTable.Row] { table.sections[section].rows }

  private func hasAmount(_ section: Int, _ row: Int) -> Bool {
    rows(section)[row].figures.contains { $0?.amount != nil }
  }

  /// A row that stands alone is all there is, even one that is called a total.
  private mutating func markOnlyRow(_ sections: [Int]) -> Bool {
    var found: (section: Int, row: Int)?
    for section in sections {
      for row in rows(section).indices where hasAmount(section, row) {
        if found != nil { return false }
        found = (section, row)
      }
    }
    guard let found else { return true }
    flags[found.section][found.row] = true
    return true
  }

  // MARK: Sums of line items

  /// Marks what the catalogue's sums of this side speak of; false where it has none.
  private mutating func markSums(_ section: Int) -> Bool {
    let rows = rows(section)
    let side = table.sections[section].side
    var parts: [Int: [Int]] = [:]
    for sum in Catalogue.shared.form(table.form)?.sums ?? [] {
      guard case .lines(let ofSide) = sum.direction, ofSide == nil || ofSide == side,
        !sum.parts.contains(where: \.isSubtracted), let lines = LineParts(sum: sum, rows: rows)
      else { continue }
      // A total of which no part is stated stands for itself.
      let stated = lines.parts.map(\.row)
      if stated.contains(where: { hasAmount(section, $0) }) { parts[lines.total, default: []] += stated }
    }
    if parts.isEmpty { return false }
    var isPart = Set(parts.values.joined())
    isPart.subtract(parts.keys)
    for index in rows.indices {
      if parts[index] != nil || rows[index].isOfWhich && !isPart.contains(index) || rows[index].role == .total {
        flags[section][index] = false
      } else if isPart.contains(index) {
        flags[section][index] = true
      } else if let item = rows[index].item, isNested(item, among: rows) {
        flags[section][index] = false
      }
    }
    return true
  }

  /// Whether an item is a part of another one that is printed: 教育收费 of 事业收入.
  private func isNested(_ item: String, among rows: [FormTable.Row]) -> Bool {
    rows.contains { row in
      guard let other = row.item, other != item else { return false }
      return item.hasPrefix(other + ".") || (Nesting.parts[other]?.contains(item) ?? false)
    }
  }

  // MARK: Codes

  private mutating func markTrees(_ sections: [Int]) -> Bool {
    var part = table
    part.sections = sections.map { table.sections[$0] }
    let trees = CodeTree.trees(of: part)
    for tree in trees { mark(tree, sections) }
    return !trees.isEmpty
  }

  private mutating func mark(_ tree: CodeTree, _ sections: [Int]) {
    let before = flags
    let own = Set(tree.nodes.map { sections[$0.section] } + tree.totals.map { sections[$0.section] })
    let isClear =
      Set(tree.nodes.map(\.code)).count == tree.nodes.count && Set(tree.nodes.map(\.code.classification)).count == 1
    var strays: [Position] = []
    let coded = Set(tree.nodes.map { Position(section: sections[$0.section], row: $0.row) })
    for section in own {
      for (index, row) in rows(section).enumerated() where !coded.contains(Position(section: section, row: index)) {
        if row.role != .item || row.isOfWhich || ["personnelTotal", "runningTotal"].contains(row.item) {
          flags[section][index] = false
        } else if hasAmount(section, index) {
          strays.append(Position(section: section, row: index))
        }
      }
    }
    for node in tree.nodes {
      let children = node.children.map { tree.nodes[$0] }
      let isStated = children.contains { hasAmount(sections[$0.section], $0.row) }
      flags[sections[node.section]][node.row] = !isStated
    }
    if isClear, strays.isEmpty { return }
    let totals = tree.totals.map { Position(section: sections[$0.section], row: $0.row) }
    // One line above all codes, where no total is printed, is the total, whatever it is called.
    if isClear, totals.isEmpty, strays.count == 1, !coded.contains(where: { $0.isBefore(strays[0]) }) {
      flags[strays[0].section][strays[0].row] = false
      return
    }
    if !isConfirmed(totals, strays: strays, sections: own.sorted()) { flags = before }
  }

  /// Lines without a code may be nothing of the sum, leaves like the others, or, the first of them, the total under another
  /// name: the department's.
  private mutating func isConfirmed(_ totals: [Position], strays: [Position], sections: [Int]) -> Bool {
    if isConfirmed(totals, sections: sections) { return true }
    for stray in strays { flags[stray.section][stray.row] = true }
    guard totals.isEmpty, let first = strays.first else { return isConfirmed(totals, sections: sections) }
    flags[first.section][first.row] = false
    return isConfirmed([first], sections: sections)
  }

  // MARK: Lists

  /// Neither codes nor known sums: the rows between totals, if they add up.
  private mutating func markPlainList(_ section: Int) {
    let before = flags
    var totals: [Position] = []
    for (index, row) in rows(section).enumerated() {
      flags[section][index] = row.role == .item && !row.isOfWhich
      if row.role == .total { totals.append(Position(section: section, row: index)) }
    }
    if isConfirmed(totals, sections: [section]) { return }
    // Names that are set in by their level, which a page does not keep: the figures tell what is a part of what.
    let lines = rows(section).indices.filter { flags[section][$0] == true }
    let parents = Outline.parents(lines.map { rows(section)[$0] }, of: table.sections[section].columns)
    for (line, isParent) in zip(lines, parents) where isParent { flags[section][line] = false }
    // The first line may be the total under another name.
    if totals.isEmpty, let first = lines.first, flags[section][first] == false {
      totals = [Position(section: section, row: first)]
    }
    if !isConfirmed(totals, sections: [section]) { flags = before }
  }

  // MARK: Figures

  private struct Position: Hashable {
    var section: Int
    var row: Int

    func isBefore(_ other: Position) -> Bool { (section, row) < (other.section, other.row) }
  }

  /// Whether the leaves add up to a printed total, in every column in which it states something.
  private func isConfirmed(_ totals: [Position], sections: [Int]) -> Bool {
    guard let total = totals.first(where: { hasAmount($0.section, $0.row) }) else { return false }
    let columns = table.sections[total.section].columns
    for column in columns.indices where columns[column].isAdditive {
      var sum = Tally()
      for section in sections where table.sections[section].columns.count == columns.count {
        for row in rows(section).indices where flags[section][row] == true {
          sum.add(rows(section)[row].figures[column]?.amount)
        }
      }
      if !sum.isWithinRounding(of: rows(total.section)[total.row].figures[column]?.amount) { return false }
    }
    return true
  }
}

/// A sum of published amounts with the room that their rounding leaves.
struct Tally {
  private(set) var sum = ExactNumber.zero
  private var count = 0
  private var coarsest: Int?

  mutating func add(_ amount: Amount?) {
    guard let amount else { return }
    let value = amount.yuan ?? amount.value
    sum = sum + value
    count += 1
    coarsest = min(coarsest ?? Int.max, amount.value.scale - (amount.unit?.power ?? 0))
  }

  /// Each of the n parts and the total may have been rounded by half a unit of the last place.
  func isWithinRounding(of total: Amount?) -> Bool {
    var whole = Tally()
    whole.add(total)
    let scale = min(coarsest ?? Int.max, whole.coarsest ?? Int.max)
    guard scale < Int.max else { return true }
    let unit = ExactNumber(mantissa: 1, scale: 0).shifted(by: -scale)
    let room = ExactNumber(mantissa: unit.mantissa * Int128(count + whole.count) * 5, scale: unit.scale + 1)
    return (sum - whole.sum).magnitude <= room
  }
}

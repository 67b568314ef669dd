import PageContent
import TableStructure

/// The header of a table that has lost its blank cells: its rows of words set over each other so that the catalogue
/// knows every column of figures, and knows them best.
struct PackedHeader {
  let columnCount: Int
  let header: TableHeader
  let sections: [SectionLayout]
  private let tree: HeadTree

  /// 栏次, with a cell for each column of figures.
  private var numbering: [PackedField] = []
  /// What says that they are: 栏次, or stars.
  private var numberingMark: PackedField?

  var rowCount: Int { tree.depth + (isNumbered ? 1 : 0) }

  /// Two numbers that nothing says to be those of columns might be figures.
  private var isNumbered: Bool { numberingMark != nil || numbering.count > 2 }

  /// More ways than this to set the words over each other tell nothing.
  private static let mostTrees = 4000
  /// Far beyond any form.
  private static let mostWords = 64

  /// nil where no way, or more than one, gives each column of figures a meaning.
  init?(
    _ rows: [[PackedField]], over body: [[PackedField]], form: Catalogue.Form, catalogue: Catalogue, fiscalYear: Int?
  ) {
    let widest = body.map(\.count).max() ?? 0
    // What is no whole number is no line number and no code.
    let mostAmounts = body.map { row in row.count { $0.number != nil && $0.integer == nil } }.max() ?? 0
    let hasLabels = body.contains { $0.count > 1 && !$0[0].isFigure && $0[1].isFigure }
    // 类, 款 and 项 have one column: their codes are joined.
    var words = rows.map { $0.filter { !catalogue.isCodePart($0.text) } }.filter { !$0.isEmpty }
    var amountCount: Int?
    if let row = words.lastIndex(where: PackedHeader.isNumbering) {
      let fields = words.remove(at: row)
      numbering = fields.filter { $0.integer != nil }
      numberingMark = fields.first { $0.integer == nil }
      amountCount = numbering.count
    }
    guard let first = words.first, words.count <= 5 else { return nil }
    guard words.allSatisfy({ $0.count <= PackedHeader.mostWords }) else { return nil }
    var trees = [HeadTree(first)]
    for row in words.dropFirst() {
      var longer: [HeadTree] = []
      for tree in trees {
        longer += tree.extended(by: row, most: PackedHeader.mostTrees, catalogue: catalogue)
        guard longer.count <= PackedHeader.mostTrees else { return nil }
      }
      trees = longer
    }
    // Where columns are numbered their count is known; else some row is mostly full.
    trees = trees.filter { tree in
      let amounts = tree.leaves.count { !$0.isLabel(catalogue) }
      if let amountCount, amounts != amountCount { return false }
      return tree.leaves.count >= widest && amounts >= mostAmounts
    }
    var found: [Reading] = []
    // The fewest columns that make a known header: others may be blank in every row.
    for count in Set(trees.map(\.leaves.count)).sorted() where found.isEmpty {
      var best = Int.min
      for tree in trees where tree.leaves.count == count {
        let header = TableHeader(TableGrid(tree.table), catalogue: catalogue, fiscalYear: fiscalYear)
        let sections = SectionLayout.sections(of: header, form: form, catalogue: catalogue)
        guard PackedHeader.isKnown(sections, form, hasLabels: hasLabels) else { continue }
        let all = sections.flatMap(\.amountColumns).map { header.paths[$0] }
        let fit = sections.reduce(0) { sum, section in
          let paths = section.amountColumns.map { header.paths[$0] }
          return sum + ColumnKeys.fit(of: paths, in: all, form: form, catalogue: catalogue)
        }
        if fit > best { (best, found) = (fit, []) }
        let reading = Reading(tree: tree, header: header, sections: sections)
        if fit == best, !found.contains(where: { $0.signature == reading.signature }) { found.append(reading) }
      }
    }
    // Figures that belong to one of two sides stand after its labels.
    if found.count > 1 {
      let strays = found.map { reading in
        let columns = PackedColumns(
          reading.sections, count: reading.tree.leaves.count, body: body, form: form, catalogue: catalogue)
        return body.indices.count { row in
          var search = WaySearch(body[row], row: row, columns)
          return body[row].count > 1 && !search.hasWay()
        }
      }
      let fewest = strays.min()
      found = zip(found, strays).filter { $1 == fewest }.map(\.0)
    }
    // Where blocks are of one kind, the codes in them tell their sides.
    if found.count > 1, form.classification == .economic, words.count > 1, let last = words.last {
      guard
        let simpler = PackedHeader(
          [last, numbering], over: body, form: form, catalogue: catalogue, fiscalYear: fiscalYear)
      else { return nil }
      self = simpler
      return
    }
    guard found.count == 1, let reading = found.first else { return nil }
    (tree, header, sections) = (reading.tree, reading.header, reading.sections)
    columnCount = tree.leaves.count
  }

  /// The cells of the header, from a row on.
  func cells(from row: Int) -> [Cell] {
    var cells = tree.table.cells.prefix { $0.row < tree.depth }.map { cell in
      var cell = cell
      cell.row += row
      return cell
    }
    guard isNumbered else { return cells }
    var numbers = numbering.makeIterator()
    for (column, leaf) in tree.leaves.enumerated() {
      let place = tree.leaves[0].location
      let printed = leaf.isLabel(header.catalogue) ? column == 0 ? numberingMark : nil : numbers.next()
      var cell = printed?.cell ?? Cell(row: 0, column: 0, text: "", location: place)
      cell.row = row + tree.depth
      cell.column = column
      cells.append(cell)
    }
    return cells
  }

  /// Whether a row numbers the columns.
  static func isNumbering(_ row: [PackedField]) -> Bool {
    let numbers = row.compactMap(\.integer)
    let isAlone = numbers.count == row.count
    return numbers.count > (isAlone ? 1 : 0) && numbers == Array(1...numbers.count)
      && row.allSatisfy { $0.integer != nil || $0.text.holds("次") || $0.text.allSatisfy { $0 == "*" } }
  }

  private static func isKnown(_ sections: [SectionLayout], _ form: Catalogue.Form, hasLabels: Bool) -> Bool {
    guard !sections.isEmpty, sections.allSatisfy({ $0.columns.allSatisfy { $0.key != nil } }),
      !hasLabels || sections.allSatisfy({ !$0.labelColumns.isEmpty })
    else { return false }
    // Sides are told apart by their heads.
    let sides = sections.compactMap(\.side)
    // A total and its parts stand on one side.
    let isTorn = form.sums.contains { sum in
      let family = Set(sum.parts.map(\.key) + [sum.total])
      let own = sections.map { family.intersection($0.columns.compactMap(\.key)) }.filter { !$0.isEmpty }
      return own.indices.contains { index in own[..<index].contains { $0.isDisjoint(with: own[index]) } }
    }
    if isTorn { return false }
    return sections.count == 1 || form.classification == .economic || Set(sides).count == sections.count
  }

  /// A way to set the words over each other, and what they mean so.
  private struct Reading {
    var tree: HeadTree
    var header: TableHeader
    var sections: [SectionLayout]

    var signature: [String] {
      sections.flatMap { section in
        ["\(section.side ?? "") \(section.labelColumns) \(section.amountColumns)"]
          + section.columns.map { $0.key ?? "" }
      }
    }
  }
}

/// Words of a header as a tree: each stands over those below it.
struct HeadTree {
  fileprivate final class Node: Sendable {
    let field: PackedField
    let parent: Node?

    init(_ field: PackedField, under parent: Node?) {
      self.field = field
      self.parent = parent
    }

    var path: [Node] { (parent?.path ?? []) + [self] }
  }

  struct Leaf {
    fileprivate let node: Node

    var location: Location { node.field.cell.location }

    func isLabel(_ catalogue: Catalogue) -> Bool {
      node.field.isLabelHead(catalogue)
    }
  }

  private(set) var leaves: [Leaf]

  init(_ row: [PackedField]) { leaves = row.map { Leaf(node: Node($0, under: nil)) } }

  private init(leaves: [Leaf]) { self.leaves = leaves }

  var depth: Int { leaves.map(\.node.path.count).max() ?? 0 }

  /// The ways to hang a row of words under the leaves: one under each, one alone, or under each leaf none or several. Only
  /// heads of labels stand below one, and there may be one alone, 功能分类科目名称 below 项目; one of figures would be printed as
  /// one with what it stands under. No two heads of the figures after a label are alike, and none is like what is above it.
  func extended(by row: [PackedField], most: Int, catalogue: Catalogue) -> [HeadTree] {
    var found: [HeadTree] = []
    let areLabels = row.map { $0.isLabelHead(catalogue) }
    let above = leaves.map { Set($0.node.path.map(\.field.text)) }
    func mayHang(_ words: Range<Int>, under leaf: Int) -> Bool {
      if leaves[leaf].isLabel(catalogue) {
        guard areLabels[words].allSatisfy(\.self) else { return false }
      } else if words.count == 1, row.count > 1 {
        return false
      }
      var seen = above[leaf]
      return words.allSatisfy { word in
        if areLabels[word] { seen = above[leaf] }
        return seen.insert(row[word].text).inserted
      }
    }
    // From which leaf and word on there is no way: it is looked for once.
    var isDead = [[Bool]](repeating: [Bool](repeating: false, count: row.count + 1), count: leaves.count + 1)
    func hang(_ leaf: Int, _ word: Int, _ done: [Leaf]) {
      guard found.count <= most, !isDead[leaf][word] else { return }
      if leaf == leaves.count {
        found.append(HeadTree(leaves: done))
        return
      }
      let before = found.count
      // The last leaf takes what is left.
      for end in (leaf + 1 == leaves.count ? row.count : word)...row.count where mayHang(word..<end, under: leaf) {
        let below = row[word..<end].map { Leaf(node: Node($0, under: leaves[leaf].node)) }
        hang(leaf + 1, end, done + (below.isEmpty ? [leaves[leaf]] : below))
      }
      isDead[leaf][word] = found.count == before
    }
    hang(0, 0, [])
    if row.count == leaves.count, row.count > 1 {
      found.append(HeadTree(leaves: zip(leaves, row).map { Leaf(node: Node($1, under: $0.node)) }))
    }
    return found
  }

  /// The header alone, over a blank row.
  var table: Table {
    let depth = depth
    var cells: [Cell] = []
    for row in 0..<depth {
      var column = 0
      while column < leaves.count {
        let path = leaves[column].node.path
        guard row < path.count else {
          column += 1
          continue
        }
        let node = path[row]
        let span = leaves[column...].prefix { $0.node.path.count > row && $0.node.path[row] === node }.count
        let isLeaf = node === leaves[column].node
        var cell = node.field.cell
        cell.row = row
        cell.column = column
        cell.rowSpan = isLeaf ? depth - row : 1
        cell.columnSpan = span
        cells.append(cell)
        column += span
      }
    }
    let place = leaves[0].node.field.cell.location
    cells += leaves.indices.map { Cell(row: depth, column: $0, text: "", location: place) }
    return Table(
      origin: .markup, rowCount: depth + 1, columnCount: leaves.count, cells: cells, location: place)
  }
}

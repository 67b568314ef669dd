import PageContent

/// The columns of one side, or one block, of a table.
struct SectionLayout {
  var side: String?
  /// Whether its head names a side that another section has, or one of which it holds nothing.
  private(set) var isOfUnknownSide = false
  /// The side that its head names, where another section has it.
  private var claimedSide: String?
  /// Whether its head says more besides the side that it names than that.
  private var saysMoreThanSide = false
  /// The columns of the row's code, one or its parts side by side.
  var codeColumns: [Int] = []
  var nameColumn: Int?
  /// Label columns beside these: a second classification, a unit, a project.
  var furtherLabels: [Int] = []
  /// Those of them that hold text about a row and never name it.
  var textColumns: Set<Int> = []
  var lineNumberColumn: Int?
  var amountColumns: [Int] = []
  /// A column without a header of its own beside an amount column, whose figures belong to that one.
  var overflow: [Int: Int] = [:]
  var columns: [FormTable.Column] = []

  /// All label columns, from left to right.
  private(set) var labelColumns: [Int] = []
  private(set) var firstColumn = 0
  private(set) var lastColumn = 0

  /// Cuts a header's columns into sections: a label that follows figures may begin another side.
  static func sections(of header: TableHeader, form: Catalogue.Form, catalogue: Catalogue) -> [SectionLayout] {
    var sections: [SectionLayout] = []
    var current = SectionLayout()
    var labels: [Int] = []
    var texts: [Int] = []
    func close() {
      // Rows are named by what stands before their figures, whatever its head.
      if labels.isEmpty, let first = texts.first, first < current.amountColumns.first ?? 0 {
        labels = [first]
        texts.removeFirst()
      }
      current.arrange(labels, header: header, form: form)
      current.furtherLabels += texts
      current.textColumns = Set(texts)
      texts = []
      current.measure()
      if !current.amountColumns.isEmpty { sections.append(current) }
      current = SectionLayout()
      labels = []
    }
    for (column, role) in header.roles.enumerated() {
      switch role {
      case .code, .name, .lineNumber:
        if !current.amountColumns.isEmpty {
          guard startsSide(column, after: current.amountColumns, labels, header, form) else {
            texts.append(column)
            continue
          }
          close()
        }
        if role == .lineNumber { current.lineNumberColumn = column } else { labels.append(column) }
      case .amount:
        if !header.isHeaded[column], let last = current.amountColumns.last {
          current.overflow[column] = last
        } else {
          current.amountColumns.append(column)
        }
      case .text: texts.append(column)
      case .unused: break
      }
    }
    close()
    nameSides(&sections, header, form)
    let all = sections.flatMap(\.amountColumns).map { header.paths[$0] }
    for index in sections.indices {
      let section = sections[index]
      let keys = ColumnKeys.keys(
        of: section.amountColumns.map { header.paths[$0] }, in: all, form: form, catalogue: catalogue)
      sections[index].columns = zip(section.amountColumns, keys).map { column, key in
        FormTable.Column(key: key, header: header.printed[column], number: header.numbers[column])
      }
    }
    return sections
  }

  /// Whether a label after figures begins another side: in a form that has sides, or where the heads before it are
  /// repeated. Else it is said of the row that it stands in.
  private static func startsSide(
    _ column: Int, after amounts: [Int], _ labels: [Int], _ header: TableHeader, _ form: Catalogue.Form
  ) -> Bool {
    if !form.sides.isEmpty { return true }
    func feet(_ columns: some Sequence<Int>) -> Set<String> { Set(columns.compactMap { header.paths[$0].last }) }
    let next = (column + 1..<header.roles.count).drop { header.roles[$0] != .amount }.prefix {
      header.roles[$0] == .amount
    }
    return feet(labels).contains(header.paths[column].last ?? "") || !feet(amounts).isDisjoint(with: feet(next))
  }

  /// Names each side once: where the heads of two name the same, it is the one whose head says little else, and the other
  /// is one that the catalogue does not know. Blocks of economic codes are one list.
  private static func nameSides(_ sections: inout [SectionLayout], _ header: TableHeader, _ form: Catalogue.Form) {
    var best: [String: (section: Int, rest: Int)] = [:]
    for index in sections.indices {
      guard let (side, rest, saysMore) = sections[index].namedSide(header, form) else { continue }
      sections[index].side = side
      sections[index].saysMoreThanSide = saysMore
      guard form.classification != .economic else { continue }
      if let other = best[side] {
        let loser = rest < other.rest ? other.section : index
        sections[loser].side = nil
        sections[loser].claimedSide = side
        sections[loser].isOfUnknownSide = true
        if loser == index { continue }
      }
      best[side] = (index, rest)
    }
  }

  /// The side that a section's heads name, and how little they say so: a head of its own says more than one over several.
  private func namedSide(
    _ header: TableHeader, _ form: Catalogue.Form
  ) -> (side: String, rest: Int, saysMore: Bool)? {
    let own = nameColumn.map { header.paths[$0].reversed() } ?? []
    let words =
      own + [header.paths[firstColumn].first, amountColumns.first.flatMap { header.paths[$0].first }].compactMap { $0 }
    for (index, word) in words.enumerated() {
      if let (side, rest) = form.side(named: word) {
        return (side, rest + index * Self.longestHead, rest * 2 >= word.utf8.count)
      }
    }
    return nil
  }

  private static let longestHead = 1000

  /// Holds the sides that heads name against the items in their rows: of two sections that name the same it is the one that
  /// holds more of its items, and 支出用途 without any item of 支出 is a side that the form does not have.
  static func confirmSides(
    _ sections: inout [SectionLayout], _ grid: TableGrid, from bodyStart: Int, _ form: Catalogue.Form
  ) {
    if form.classification == .economic { return }
    func itemCount(_ index: Int, of side: String) -> (known: Int, labelled: Int) {
      guard let column = sections[index].nameColumn else { return (0, 0) }
      let labels = (bodyStart..<max(bodyStart, grid.rowCount)).map { Wording.withoutOrdinal(grid.text($0, column)) }
      let items = form.items.filter { $0.side == side }
      func keys(_ label: String) -> [String] { items.filter { $0.labels.holdsWording(label) }.map(\.key) }
      let found = labels.filter { !$0.isEmpty }.map(keys).filter { !$0.contains("total") }
      return (found.count { !$0.isEmpty }, found.count)
    }
    for loser in sections.indices where sections[loser].isOfUnknownSide {
      guard let side = sections[loser].claimedSide,
        let winner = sections.indices.first(where: { sections[$0].side == side }),
        itemCount(loser, of: side).known > itemCount(winner, of: side).known
      else { continue }
      sections[loser].side = side
      sections[loser].isOfUnknownSide = false
      sections[winner].side = nil
      sections[winner].isOfUnknownSide = true
    }
    for index in sections.indices where sections[index].saysMoreThanSide {
      guard let side = sections[index].side else { continue }
      let (known, labelled) = itemCount(index, of: side)
      if known == 0, labelled > 1 {
        sections[index].side = nil
        sections[index].isOfUnknownSide = true
      }
    }
  }
}

extension SectionLayout {
  /// All columns are known.
  fileprivate mutating func measure() {
    labelColumns = (codeColumns + furtherLabels + [nameColumn, lineNumberColumn].compactMap { $0 }).sorted()
    firstColumn = (labelColumns + amountColumns).min() ?? 0
    lastColumn = (labelColumns + amountColumns + overflow.keys).max() ?? 0
  }

  /// Tells the row's code and name among the label columns: the code that the form is listed by, in one column or in its
  /// parts, and the name beside it. The codes of units are labels like their names.
  fileprivate mutating func arrange(_ labels: [Int], header: TableHeader, form: Catalogue.Form) {
    var groups: [[Int]] = []
    for column in labels where header.roles[column] == .code && !SectionLayout.isOfUnits(header, column) {
      // 类 begins a code anew; a column that is no part of one is a code by itself.
      let part = header.paths[column].last ?? ""
      let isPart = part != "类" && header.catalogue.isCodePart(part) || header.holdsCodeParts[column]
      if let last = groups.last?.last, last + 1 == column, isPart {
        groups[groups.count - 1].append(column)
      } else {
        groups.append([column])
      }
    }
    let wanted: [TableHeader.CodeList] =
      form.classification == .economic
      ? [.departmentEconomic, .governmentEconomic] : [.functional, .departmentEconomic]
    func rank(_ column: Int) -> Int { header.lists[column].flatMap(wanted.firstIndex) ?? wanted.count }
    codeColumns = groups.min { rank($0[0]) < rank($1[0]) } ?? []
    // 项目编号 holds letters where it is no number, but no names; a unit's name is a label where there is another.
    let texts = labels.filter { header.roles[$0] == .name }
    let named = texts.filter { !header.catalogue.isCodeHead(header.paths[$0].last ?? "") }
    let own = named.filter { !SectionLayout.isOfUnits(header, $0) }
    let names = own.isEmpty ? named.isEmpty ? texts : named : own
    // A code may stand with its name in one column, beside the code of another list.
    if let coded = names.min(by: { rank($0) < rank($1) }), rank(coded) < codeColumns.first.map(rank) ?? wanted.count {
      codeColumns = []
    }
    // The government's list, with codes and names, may stand beside the department's, of which only the names are printed.
    func isOfGovernment(_ column: Int) -> Bool {
      header.lists[column] == .governmentEconomic || namesGovernment(column)
        || header.paths[column].contains { header.catalogue.isWord($0, .governmentHead) }
    }
    // Its names stand behind its codes; the head of the other names ends theirs.
    func namesGovernment(_ column: Int) -> Bool {
      guard column > 0, header.lists[column - 1] == .governmentEconomic, let head = header.paths[column].last else {
        return false
      }
      return names.contains { $0 < column && header.paths[$0].last.map(head.ends) ?? false }
    }
    let others = names.filter { !isOfGovernment($0) }
    let isBeside = others.count < names.count && !others.isEmpty
    if isBeside, codeColumns.first.map(isOfGovernment) ?? false {
      codeColumns = []
      nameColumn = others.first
    } else if let last = codeColumns.last {
      nameColumn = names.first { $0 > last } ?? names.last { $0 < last }
      if let name = nameColumn, name > last,
        labels.contains(where: { $0 > last && $0 < name && header.roles[$0] == .code })
      {
        // The name next to the code may stand on its left, or be wanting.
        nameColumn = names.last { $0 < last }
      }
    } else {
      nameColumn = names.min { (rank($0), $0) < (rank($1), $1) }
    }
    furtherLabels += labels.filter { !codeColumns.contains($0) && $0 != nameColumn }
  }

  /// Whether a column holds the codes or names of units or projects, not of the classification.
  private static func isOfUnits(_ header: TableHeader, _ column: Int) -> Bool {
    let catalogue = header.catalogue
    let path = header.paths[column]
    if header.lists[column] == .other { return !path.contains { catalogue.isWord($0, .classificationHead) } }
    return path.contains { catalogue.isWord($0, .unitHead) && !catalogue.isWord($0, .classificationHead) }
  }
}

extension Catalogue.Form {
  /// The side that a header word names, 收入, 本年收入, 支出(按功能分类): the first in the catalogue that it holds; and how long
  /// the rest of the word is.
  func side(named word: String) -> (side: String, rest: Int)? {
    for side in sides {
      guard let found = side.alternatives.first(where: { word.holds($0[0]) || word.isCutShort($0[0]) }) else {
        continue
      }
      return (side.key, word.utf8.count - found[0].utf8.count)
    }
    return nil
  }
}

extension String {
  /// Whether it begins as a wording does without its first character, which a narrow cell does not show.
  fileprivate func isCutShort(_ wording: String) -> Bool {
    wording.count >= 5 && begins(with: String(wording.dropFirst()))
  }
}

extension Catalogue {
  /// A header word without the unit in brackets at its end: 决算数(万元).
  static func withoutUnit(_ word: String) -> String {
    guard word.ends(with: "元)"), let open = word.lastIndex(of: "("), open > word.startIndex else { return word }
    return String(word[..<open])
  }

  /// The unit in brackets at the end of a header word.
  static func unit(in word: String) -> MonetaryUnit? {
    guard word.ends(with: "元)"), let open = word.lastIndex(of: "(") else { return nil }
    return MonetaryUnit(stated: String(word[word.index(after: open)...].dropLast()))
  }
}

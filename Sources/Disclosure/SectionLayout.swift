import PageContent

/// The columns of one side, or one block, of a table.
struct SectionLayout {
  var side: String?
  /// The side that its heads name, which it need not be: another section may, or none of its rows are items of it.
  var namedSide: NamedSide?
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

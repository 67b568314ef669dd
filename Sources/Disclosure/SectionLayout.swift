import PageContent

/// The columns of one side, or one block, of a table.
struct SectionLayout {
  var side: String?
  /// The columns of the row's code, one or its parts side by side.
  var codeColumns: [Int] = []
  var nameColumn: Int?
  /// Label columns beside these: a second classification, a unit, a project.
  var furtherLabels: [Int] = []
  var lineNumberColumn: Int?
  var amountColumns: [Int] = []
  /// A column without a header of its own beside an amount column, whose figures belong to that one.
  var overflow: [Int: Int] = [:]
  var columns: [FormTable.Column] = []

  /// All label columns, from left to right.
  private(set) var labelColumns: [Int] = []
  private(set) var firstColumn = 0
  private(set) var lastColumn = 0

  /// Cuts a header's columns into sections: wherever a label follows figures, another side begins.
  static func sections(of header: TableHeader, form: Catalogue.Form, catalogue: Catalogue) -> [SectionLayout] {
    var sections: [SectionLayout] = []
    var current = SectionLayout()
    var labels: [Int] = []
    var remarks: [Int] = []
    func close() {
      current.arrange(labels, header: header, form: form)
      current.furtherLabels += remarks
      remarks = []
      current.measure()
      if !current.amountColumns.isEmpty { sections.append(current) }
      current = SectionLayout()
      labels = []
    }
    for (column, role) in header.roles.enumerated() {
      switch role {
      case .code, .name, .lineNumber:
        if !current.amountColumns.isEmpty { close() }
        if role == .lineNumber { current.lineNumberColumn = column } else { labels.append(column) }
      case .amount:
        if !header.isHeaded[column], let last = current.amountColumns.last {
          current.overflow[column] = last
        } else {
          current.amountColumns.append(column)
        }
      case .remark: remarks.append(column)
      case .unused: break
      }
    }
    close()
    for index in sections.indices {
      let section = sections[index]
      sections[index].side =
        section.nameColumn.flatMap { header.paths[$0].reversed().lazy.compactMap { form.side(named: $0) }.first }
        ?? form.side(named: header.paths[section.firstColumn].first)
        ?? section.amountColumns.first.flatMap { form.side(named: header.paths[$0].first) }
      let keys = form.columnKeys(section.amountColumns.map { header.paths[$0] }, catalogue: catalogue)
      sections[index].columns = zip(section.amountColumns, keys).map { column, key in
        FormTable.Column(key: key, header: header.printed[column], number: header.numbers[column])
      }
    }
    return sections
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
      if let last = groups.last?.last, last + 1 == column, part != "类", TableHeader.isCodePart(part) {
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
    let named = texts.filter { !TableHeader.isCodeWord(header.paths[$0].last ?? "") }
    let own = named.filter { !SectionLayout.isOfUnits(header, $0) }
    let names = own.isEmpty ? named.isEmpty ? texts : named : own
    // A code may stand with its name in one column, beside the code of another list.
    if let coded = names.min(by: { rank($0) < rank($1) }), rank(coded) < codeColumns.first.map(rank) ?? wanted.count {
      codeColumns = []
    }
    // The government's list, with codes and names, may stand beside the department's, of which only the names are printed.
    func isOfGovernment(_ column: Int) -> Bool { header.paths[column].contains { $0.hasPrefix("政府") } }
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
    header.paths[column].contains { word in
      (word.begins(with: "单位") || word.begins(with: "部门名") || word.begins(with: "部门代") || word.begins(with: "部门编")
        || word.begins(with: "预算单位") || word.holds("项目编")) && !word.holds("科目") && !word.holds("分类")
    }
  }
}

extension Catalogue.Form {
  /// The keys of a section's columns, by the words of their headers: each key once, for the column that it fits best.
  func columnKeys(_ paths: [[String]], catalogue: Catalogue) -> [String?] {
    var fits: [(weight: Int, column: Int, key: Int)] = []
    for (index, path) in paths.enumerated() {
      for (key, weight) in weights(of: path, catalogue: catalogue) { fits.append((weight, index, key)) }
    }
    // Of two that fit alike, the column with the least around it, then the first.
    fits.sort {
      ($1.weight, paths[$0.column].count, $0.column, $0.key) < ($0.weight, paths[$1.column].count, $1.column, $1.key)
    }
    var keys = [String?](repeating: nil, count: paths.count)
    var taken: Set<Int> = []
    for fit in fits where keys[fit.column] == nil && taken.insert(fit.key).inserted {
      keys[fit.column] = columns[fit.key].key
    }
    return keys
  }

  /// For each of the form's columns that a header may mean, how well it fits: by the number of words that are all there,
  /// one of them at the foot, then by how close to the foot they stand.
  private func weights(of path: [String], catalogue: Catalogue) -> [(key: Int, weight: Int)] {
    let bare = path.map(Catalogue.withoutUnit)
    let meant = bare.map { catalogue.meaning(of: Wording.withoutOrdinal($0)) }
    var best = [Int](repeating: 0, count: columns.count)
    for wording in meant == bare ? [bare] : [bare, meant] {
      let words = wording.map(catalogue.heads.number)
      guard let foot = words.last, let foot else { continue }
      for head in heads.all {
        let parts = heads.words[head.range]
        guard parts.contains(foot), parts.allSatisfy(words.contains) else { continue }
        let depth = parts.reduce(0) { $0 + (words.lastIndex(of: $1) ?? 0) }
        best[head.column] = max(best[head.column], parts.count * 1000 + depth)
      }
    }
    return best.enumerated().compactMap { $1 > 0 ? ($0, $1) : nil }
  }

  /// The side that a header word names: 收入, 本年收入, 支出(按功能分类); the first in the catalogue that it holds.
  func side(named word: String?) -> String? {
    guard let word else { return nil }
    return sides.first { $0.alternatives.contains { word.range(of: $0[0]) != nil } }?.key
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

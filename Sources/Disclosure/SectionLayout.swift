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

  var labelColumns: [Int] {
    (codeColumns + furtherLabels + [nameColumn, lineNumberColumn].compactMap { $0 }).sorted()
  }
  var firstColumn: Int { (labelColumns + amountColumns).min() ?? 0 }
  var lastColumn: Int { (labelColumns + amountColumns + overflow.keys).max() ?? 0 }

  /// Cuts a header's columns into sections: wherever a label follows figures, another side begins.
  static func sections(of header: TableHeader, form: Catalogue.Form, catalogue: Catalogue) -> [SectionLayout] {
    var sections: [SectionLayout] = []
    var current = SectionLayout()
    var labels: [(column: Int, isCode: Bool)] = []
    func close() {
      current.arrange(labels)
      if !current.amountColumns.isEmpty { sections.append(current) }
      current = SectionLayout()
      labels = []
    }
    for (column, role) in header.roles.enumerated() {
      switch role {
      case .code, .name, .lineNumber:
        if !current.amountColumns.isEmpty { close() }
        if role == .lineNumber { current.lineNumberColumn = column } else { labels.append((column, role == .code)) }
      case .amount:
        if !header.isHeaded[column], let last = current.amountColumns.last {
          current.overflow[column] = last
        } else {
          current.amountColumns.append(column)
        }
      case .remark, .unused: break
      }
    }
    close()
    for index in sections.indices {
      let section = sections[index]
      sections[index].side = form.side(of: section.firstColumn, header)
        ?? section.amountColumns.first.flatMap { form.side(of: $0, header) }
      sections[index].columns = section.amountColumns.map { column in
        FormTable.Column(
          key: form.columnKey(header.paths[column], catalogue: catalogue), header: header.printed[column],
          number: header.numbers[column])
      }
    }
    return sections
  }
}

extension SectionLayout {
  /// Tells the row's code and name among the label columns: the first run of code columns, and the name beside it.
  fileprivate mutating func arrange(_ labels: [(column: Int, isCode: Bool)]) {
    if let first = labels.firstIndex(where: \.isCode) {
      var end = first
      while end < labels.count, labels[end].isCode, labels[end].column == labels[first].column + end - first { end += 1 }
      codeColumns = labels[first..<end].map(\.column)
      nameColumn = end < labels.count && !labels[end].isCode ? labels[end].column : labels[..<first].last?.column
    } else {
      nameColumn = labels.first?.column
    }
    furtherLabels = labels.map(\.column).filter { !codeColumns.contains($0) && $0 != nameColumn }
  }
}

extension Catalogue.Form {
  /// The key of a column, by the words of its header: the alternative with the most words that are all there, one of
  /// them at the foot.
  func columnKey(_ path: [String], catalogue: Catalogue) -> String? {
    guard let foot = path.last else { return nil }
    var words = path.map { Catalogue.withoutUnit($0) }
    if let key = columnKey(among: words, foot: Catalogue.withoutUnit(foot)) { return key }
    words = words.map { catalogue.meaning(of: Wording.withoutOrdinal($0)) }
    return words.last.flatMap { columnKey(among: words, foot: $0) }
  }

  private func columnKey(among words: [String], foot: String) -> String? {
    var best: (key: String, weight: Int)?
    for column in columns {
      for alternative in column.alternatives
      where alternative.contains(foot) && alternative.allSatisfy(words.contains) {
        let weight = alternative.count * 1000 + alternative.reduce(0) { $0 + $1.utf8.count }
        if weight > best?.weight ?? 0 { best = (column.key, weight) }
      }
    }
    return best?.key
  }

  /// The side that a column's topmost header word names.
  func side(of column: Int, _ header: TableHeader) -> String? {
    guard !sides.isEmpty, let head = header.paths[column].first else { return nil }
    for side in sides where side.alternatives.contains(where: { $0 == [head] }) { return side.key }
    // 本年收入, 收入总计, 支出（按功能分类）: the longest wording it holds.
    let held = sides.filter { $0.alternatives.contains { head.range(of: $0[0]) != nil } }
    return held.count == 1 ? held[0].key : nil
  }
}

extension Catalogue {
  /// A header word without the unit in brackets at its end: 决算数(万元).
  static func withoutUnit(_ word: String) -> String {
    guard word.hasSuffix("元)"), let open = word.lastIndex(of: "("), open > word.startIndex else { return word }
    return String(word[..<open])
  }

  /// The unit in brackets at the end of a header word.
  static func unit(in word: String) -> MonetaryUnit? {
    guard word.hasSuffix("元)"), let open = word.lastIndex(of: "(") else { return nil }
    return MonetaryUnit(stated: String(word[word.index(after: open)...].dropLast()))
  }
}

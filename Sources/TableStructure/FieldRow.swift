import PageContent

/// A line cut at its tabs or pipes.
struct FieldRow {
  let line: TextLine
  /// What stands between the delimiters, blanks included.
  let fields: [Range<Int>]
  /// Which fields stand in quotes; empty where none can.
  var isQuoted: [Bool] = []

  init(_ line: TextLine, fields: [Range<Int>]) {
    self.line = line
    self.fields = fields
  }

  /// A tab after the last field gives an empty one more.
  init(tabsOf line: TextLine) {
    self.line = line
    var fields: [Range<Int>] = []
    var start = 0
    for (index, scalar) in line.scalars.enumerated() where scalar == "\t" {
      fields.append(start..<index)
      start = index + 1
    }
    self.fields = fields + [start..<line.scalars.count]
  }

  /// The pipes at both ends are the table's edges; `\|` is none.
  init(pipesOf line: TextLine) {
    self.line = line
    var fields: [Range<Int>] = []
    var start = line.content.lowerBound
    var isEscaped = false
    for index in line.content {
      let scalar = line.scalars[index]
      if scalar == "|", !isEscaped {
        if index > line.content.lowerBound { fields.append(start..<index) }
        start = index + 1
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    if start < line.content.upperBound { fields.append(start..<line.content.upperBound) }
    self.fields = fields.isEmpty ? [line.content.upperBound..<line.content.upperBound] : fields
  }

  /// A row whose fields stand in some columns of a wider one.
  init(_ row: FieldRow, in columns: [Int], of count: Int) {
    line = row.line
    var fields: [Range<Int>] = []
    var next = 0
    for column in 0..<count {
      if next < columns.count, columns[next] == column {
        fields.append(row.fields[next])
        next += 1
      } else {
        let end = fields.last?.upperBound ?? 0
        fields.append(end..<end)
      }
    }
    self.fields = fields
  }

  func content(_ field: Int) -> Range<Int> { line.scalars.trimmed(fields[field]) }

  /// A field's text: two quotes in a quoted one are one.
  private func printed(_ field: Int) -> [Unicode.Scalar] {
    let scalars = line.scalars[content(field)]
    guard field < isQuoted.count, isQuoted[field], scalars.contains("\"") else { return Array(scalars) }
    var result: [Unicode.Scalar] = []
    for scalar in scalars where scalar != "\"" || result.last != "\"" { result.append(scalar) }
    return result
  }

  var filled: [Int] { fields.indices.filter { !content($0).isEmpty } }

  /// A delimiter stands between two words, not only before or after the line's one field.
  var hasSeveralFields: Bool {
    var count = 0
    for field in fields.indices where !content(field).isEmpty {
      count += 1
      if count > 1 { return true }
    }
    return false
  }

  var texts: [ArraySlice<Unicode.Scalar>] { fields.indices.map { line.scalars[content($0)] } }

  /// Words side by side, and no figure.
  var isHead: Bool {
    let filled = filled
    return filled.count > 1 && filled.allSatisfy { !Lexeme(line.scalars[content($0)]).isValue }
  }

  /// A blank field stands before a filled one, or several after the last: one more tab than fields is a habit.
  var showsBlank: Bool {
    guard let last = filled.last else { return false }
    return filled.count <= last || fields.count > last + 2
  }

  /// The row under a Markdown header: `|---|:---:|`, or a drawn rule: `+----+----+`.
  var isSeparator: Bool {
    var dashes = 0
    for scalar in line.text {
      switch scalar {
      case "-", "=": dashes += 1
      case "|", ":", " ", "+": break
      default: return false
      }
    }
    return dashes > 0
  }

  /// The row's one cell is a table's title: `收入决算表`, `支出总表（表 3）`.
  var isTitle: Bool {
    guard !content(0).isEmpty, !hasSeveralFields else { return false }
    var title = line.scalars[content(0)]
    while let last = title.last, last == "）" || last == ")" {
      guard let open = title.lastIndex(where: { $0 == "（" || $0 == "(" }) else { return false }
      title = line.scalars[line.scalars.trimmed(title.startIndex..<open)]
    }
    let endings = ["决算表", "预算表", "总表", "明细表", "情况表", "统计表", "汇总表"]
    return endings.contains { title.reversed().starts(with: $0.unicodeScalars.reversed()) }
  }

  /// Cells of one row of a table; fields that the line does not have stand empty at its end.
  func cells(row: Int, columnCount: Int) -> [Cell] {
    (0..<columnCount).map { column in
      guard column < fields.count else {
        return Cell(
          row: row, column: column, text: "", location: line.location(line.scalars.count..<line.scalars.count))
      }
      let content = content(column)
      guard !content.isEmpty else {
        return Cell(row: row, column: column, text: "", location: line.location(fields[column]))
      }
      let words = InlineMarkup(printed(column)[...], joiningChinese: true)
      return Cell(
        row: row, column: column, text: words.text, location: line.location(content), isBold: words.isBold)
    }
  }
}

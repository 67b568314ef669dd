import PageContent
import TableStructure

extension TableHeader {
  /// Reads the words over each column, and the numbers of the columns.
  mutating func readPaths(_ grid: TableGrid) {
    let rows = captionRows.upperBound..<(numberRow ?? bodyStart)
    // A text, unlike a page, has no spans: a blank header cell belongs to the word on its left, as far as the row above
    // lets it; but every column has its own word in the last row.
    let spreads = !grid.table.tellsSpans
    var group = [Int](repeating: 0, count: grid.columnCount)
    var nextGroup = 1
    // For each column the words that stand over others too.
    var shared = [Set<String>](repeating: [], count: grid.columnCount)
    for row in rows {
      let parents = group
      var word: (normalised: String, printed: String)?
      for column in 0..<grid.columnCount {
        guard let cell = grid.cell(row, column), cell.row == row else { continue }
        let text = grid.text(row, column)
        if !text.isEmpty {
          if cell.column == column {
            group[column] = nextGroup
            nextGroup += 1
          } else {
            group[column] = group[column - 1]
          }
          word = (text, cell.text)
          isHeaded[column] = true
          if cell.columnSpan > 1 { shared[column].insert(withoutYear(text)) }
          // 合计 under 科目名称 is the label of a total row that shares its row with the header.
          if catalogue.totals.contains(text), let above = paths[column].last(where: { !$0.isEmpty }),
            catalogue.isLabelHead(above)
          {
            continue
          }
          append(text, printed: cell.text, to: column)
        } else if spreads, row + 1 < rows.upperBound, column > 0, parents[column] == parents[column - 1], let word {
          group[column] = group[column - 1]
          append(word.normalised, printed: word.printed, to: column)
        } else {
          word = nil
        }
      }
    }
    joinWrappedHeads(grid, catalogue, shared)
    for column in paths.indices { paths[column].removeAll(where: \.isEmpty) }
    if let numberRow { readNumbers(numberRow, grid) }
    readCodeParts(grid)
  }

  private mutating func readNumbers(_ row: Int, _ grid: TableGrid) {
    for column in 0..<grid.columnCount {
      guard let cell = grid.cell(row, column), cell.row == row, cell.column == column else { continue }
      let text = grid.text(row, column)
      if catalogue.isCodePart(text) {
        isHeaded[column] = true
        append(text, printed: text, to: column)
      } else {
        numbers[column] = Int(text.prefix { $0.isNumber && $0.isASCII })
      }
    }
  }

  /// 类, 款 and 项 in the body's first row, beside its 合计, or what stands there in their place.
  private mutating func readCodeParts(_ grid: TableGrid) {
    guard bodyStart < grid.rowCount else { return }
    for column in 0..<grid.columnCount {
      let text = grid.text(bodyStart, column)
      guard catalogue.isCodePart(text) || grid.headsCodes(bodyStart, column) else { continue }
      bodyHeads.insert(column)
      isHeaded[column] = true
      append(text, printed: text, to: column)
    }
  }

  private mutating func append(_ word: String, printed text: String, to column: Int) {
    if paths[column].last == word, printed[column].last == text { return }
    printed[column].append(text)
    let word = withoutYear(word)
    // What says no more than that it is this year's is left out; its place stays until the lines of heads are joined.
    paths[column].append(catalogue.isWord(word, .currentHead) ? "" : word)
  }

  /// 2024年决算数 in a report of 2024 is 决算数, 2023年决算数 there is 上年决算数.
  private func withoutYear(_ word: String) -> String {
    // 其中：2026年政府采购项目…
    if word.begins(with: "其中:"), word.utf8.count > 7 { return "其中:" + withoutYear(String(word.dropFirst(3))) }
    guard let fiscalYear, let range = PrintedDate.yearRange(in: word[...]), range.lowerBound == word.startIndex,
      let year = PrintedDate.year(in: word[...])
    else { return word }
    let rest = String(word[range.upperBound...])
    return year == fiscalYear ? rest : year == fiscalYear - 1 ? "上年" + rest : word
  }
}

import PageContent
import TableStructure

extension FlowReader {
  func readTable(_ index: Int, _ path: ElementPath, _ looks: ElementLooks) {
    endParagraph()
    // It comes before what lies in its cells.
    let block = nextBlock()
    var table = HTMLTable()
    let isBordered = page.tree.attribute("border", of: index).map { $0 != "0" } ?? false
    // Quirks of old browsers: a table does not take the letters' looks of what is around it, but its colours it does.
    readRows(of: index, path, looks, isBordered, &table)
    if table.isTooLarge {
      problem = .packsTooMuch(
        "a table of the web page has more than \(HTMLTable.mostCells) cells or \(HTMLTable.mostColumns) columns")
    }
    guard problem == nil else { return }
    endParagraph()
    if table.isFrame {
      for cell in table.cells.sorted(by: { ($0.row, $0.column) < ($1.row, $1.column) }) {
        cell.blocks.forEach(add)
        if containers[containers.count - 1].isCell { containers[containers.count - 1].lines += cell.lines }
      }
      return
    }
    add(table, ElementPlace(page: pageNumber, path: path, block: block))
    // Tables within cells follow; their paragraphs are the cells' texts.
    for inner in table.cells.flatMap(\.blocks) { if case .table = inner { add(inner) } }
  }

  // MARK: Rows

  private func readRows(
    of index: Int, _ path: ElementPath, _ looks: ElementLooks, _ isBordered: Bool, _ table: inout HTMLTable
  ) {
    var counts: [String: Int] = [:]
    // The foot is printed last, wherever it is written.
    var feet: [(index: Int, path: ElementPath)] = []
    for child in page.tree.children(index) {
      let node = page.tree.nodes[child]
      if node.isText { continue }
      let way = page.path(of: child, &counts, below: path)
      switch node.name {
      case "caption": read(child, way, looks)
      case "colgroup": takeColumns(of: child, &table)
      case "tfoot": feet.append((child, way))
      default: readGroup(child, way, looks, isBordered, &table)
      }
    }
    for foot in feet { readGroup(foot.index, foot.path, looks, isBordered, &table) }
  }

  /// Columns that are not shown.
  private func takeColumns(of group: Int, _ table: inout HTMLTable) {
    var column = 0
    for child in page.tree.children(group) where page.tree.name(child) == "col" {
      let span = page.tree.attribute("span", of: child).flatMap { Int($0) } ?? 1
      let end = column + max(1, min(span, HTMLTable.mostColumns))
      let styles = page.styles(of: child)
      if styles["display"] == "none" || styles["visibility"] == "collapse" {
        table.hiddenColumns.formUnion(column..<min(end, HTMLTable.mostColumns))
      }
      column = end
      if column > HTMLTable.mostColumns { return }
    }
  }

  private func readGroup(
    _ index: Int, _ path: ElementPath, _ around: ElementLooks, _ isBordered: Bool, _ table: inout HTMLTable
  ) {
    let styles = page.styles(of: index)
    let looks = page.looks(of: index, in: around, styles)
    if let reason = looks.hidden { return leave(index, path, reason == .hiddenText ? .hiddenRow : reason) }
    if page.tree.name(index) == "tr" { return readRow(index, path, looks, isBordered, &table) }
    var counts: [String: Int] = [:]
    for child in page.tree.children(index) where page.tree.name(child) == "tr" {
      let way = page.path(of: child, &counts, below: path)
      let looks = page.looks(of: child, in: looks, page.styles(of: child))
      if looks.hidden != nil { leave(child, way, .hiddenRow) } else { readRow(child, way, looks, isBordered, &table) }
    }
    table.endGroup()
  }

  private func readRow(
    _ index: Int, _ path: ElementPath, _ looks: ElementLooks, _ isBordered: Bool, _ table: inout HTMLTable
  ) {
    table.beginRow()
    var counts: [String: Int] = [:]
    for child in page.tree.children(index) {
      let name = page.tree.name(child)
      guard name == "td" || name == "th" else { continue }
      let way = page.path(of: child, &counts, below: path)
      readCell(child, way, looks, isBordered, &table)
      if problem != nil || table.isTooLarge { return }
    }
  }

  // MARK: Cells

  private func readCell(
    _ index: Int, _ path: ElementPath, _ around: ElementLooks, _ isBordered: Bool, _ table: inout HTMLTable
  ) {
    let styles = page.styles(of: index)
    let looks = page.looks(of: index, in: around, styles)
    // One that is not shown takes no place in its row.
    if let reason = looks.hidden { return leave(index, path, reason == .hiddenText ? .hiddenColumn : reason) }
    func span(_ name: String) -> Int? {
      page.tree.attribute(name, of: index).flatMap { text in
        let digits = text.trimmed.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : Int(digits) ?? Int.max
      }
    }
    let columnSpan = span("colspan").map { $0 == 0 ? 1 : $0 } ?? 1
    guard let place = table.place(columnSpan: columnSpan, rowSpan: span("rowspan") ?? 1) else { return }
    let column = table.cells[place].column
    if (column..<column + table.cells[place].columnSpan).allSatisfy(table.hiddenColumns.contains) {
      return leave(index, path, .hiddenColumn)
    }
    containers.append(Container(isCell: true))
    if !furniture.contains(index) {
      readChildren(index, path, looks, isRoot: false)
    } else {
      leave(index, path, .navigation)
    }
    endParagraph()
    let content = containers.removeLast()
    table.fill(place) { cell in
      cell.lines = content.lines
      cell.isBold = content.isBold && !content.lines.isEmpty
      cell.blocks = content.blocks
      cell.isBoxed = isBordered || FlowReader.isBoxed(styles)
      cell.stored = content.lines.isEmpty ? nil : stored(index)
    }
  }

  /// The number behind the text, as Excel and LibreOffice write it.
  private func stored(_ index: Int) -> String? {
    guard let number = page.tree.attribute("x:num", of: index) ?? page.tree.attribute("sdval", of: index) else {
      return nil
    }
    let digits = number.utf8.drop { $0 == UInt8(ascii: "-") }
    let isPlain =
      number.utf8.count - digits.count < 2 && digits.count < 40
      && digits.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
    return isPlain && digits.first != UInt8(ascii: ".") && digits.count { $0 == UInt8(ascii: ".") } < 2
      && !digits.isEmpty ? number : nil
  }

  /// Whether a line is drawn at two of its sides at least.
  private static func isBoxed(_ styles: StyleDeclarations) -> Bool {
    func isDrawn(_ border: String?) -> Bool? { border.map { !$0.contains("none") && !$0.hasPrefix("0") } }
    let all = isDrawn(styles["border"])
    let sides = ["border-top", "border-right", "border-bottom", "border-left"]
    return sides.count { isDrawn(styles[$0]) ?? all ?? false } > 1
  }

  // MARK: As blocks

  private func add(_ table: HTMLTable, _ place: ElementPlace) {
    func location(_ cells: CellRange) -> Location {
      var place = place
      place.cells = cells
      return .element(place)
    }
    let line = containers.last?.blocks.last.flatMap { block in
      if case .paragraph(let paragraph) = block { paragraph.text } else { nil }
    }
    for region in SheetRegions(table.rows(below: line), below: line).regions {
      switch region {
      case .lines(let rows): addLines(rows, location)
      case .table(let rows):
        do throws(InputError) {
          guard let grid = try HTMLGrid(rows: rows, location: location).table(), grid.columnCount > 1 else {
            addLines(rows, location)
            continue
          }
          add(.table(grid))
        } catch {
          problem = error
        }
      }
    }
  }

  private func addLines(_ rows: [HTMLTable.Row], _ location: (CellRange) -> Location) {
    for cell in rows.flatMap(\.cells) {
      for line in cell.lines {
        let text = SpacedText.line(line)
        if text.isEmpty { continue }
        add(.paragraph(Paragraph(text: text, location: location(HTMLGrid.range(of: cell)), isBold: cell.isBold)))
        if containers[containers.count - 1].isCell { containers[containers.count - 1].lines.append(text) }
      }
    }
  }
}

import Containers
import PageContent
import TableStructure

extension WordPartReader {
  // MARK: Containers

  func open(_ container: Container) {
    containers.append(container)
    if containers.count > WordPartReader.deepest {
      excess = "tables and text boxes lie more than \(WordPartReader.deepest) deep in each other"
    }
  }

  /// A text box within a paragraph waits for its end.
  func close(_ box: Container) {
    if paragraphs.isEmpty { containers.modifyLast { $0.blocks += box.blocks } } else { boxes += box.blocks }
  }

  // MARK: Tables

  func beginTable() {
    tableCount += 1
    blockCount += 1
    tables.append(WordTable(number: tableCount, block: blockCount))
  }

  func takeTableProperty(_ name: String, _ attributes: XMLAttributes) -> Bool {
    guard !tables.isEmpty, let around = path.last else { return false }
    let value = attributes["val"]
    switch (around, name) {
    case ("tblGrid", "gridCol"):
      tables.modifyLast { $0.widths.append(attributes["w"].flatMap { Int($0) } ?? 0) }
    case ("tblPr", "tblStyle"): if styles.resolved(value).isShaded { tables.modifyLast { $0.isShaded = true } }
    case ("trPr", "gridBefore"): tables.modifyLast { $0.column = max(0, value.flatMap { Int($0) } ?? 0) }
    case ("trPr", "hidden"): tables.modifyLast { $0.isRowHidden = attributes.isToggle }
    case ("tcPr", "gridSpan"): cells.modifyLast { $0.span = max(1, value.flatMap { Int($0) } ?? 1) }
    case ("tcPr", "vMerge"): cells.modifyLast { $0.merge = value == "restart" ? .begins : .goesOn }
    case ("tcPr", "hMerge"): cells.modifyLast { $0.goesOnAcross = value != "restart" }
    case ("tcPr", "shd"), ("tblPr", "shd"):
      if let fill = attributes["fill"], !["auto", "FFFFFF"].contains(fill.uppercased()) {
        tables.modifyLast { $0.isRowShaded = true }
      }
    default: return false
    }
    return true
  }

  func beginCell() {
    open(Container(isCell: true))
    cells.append(WordTable.Cell(column: tables.last?.column ?? 0))
  }

  func endCell() {
    guard var cell = cells.popLast(), containers.count > 1 else { return }
    let content = containers.removeLast()
    cell.lines = content.lines
    cell.isBold = content.isBold
    cell.blocks = content.blocks
    tables.modifyLast { $0.append(cell) }
    if tables.last?.isTooLarge ?? false {
      excess = "a table has more than \(WordTable.mostCells) cells or \(WordTable.mostColumns) columns"
    }
  }

  func endTable() {
    guard let table = tables.popLast(), let last = containers.indices.last else { return }
    // A frame around paragraphs and tables is none.
    if let frame = table.frame {
      containers[last].blocks += frame.blocks
      containers[last].lines += frame.lines
      return
    }
    if let read = table.table(in: part) { containers[last].blocks.append(.table(read)) }
    // Tables within cells follow; their paragraphs are the cells' texts.
    for cell in table.rows.joined() {
      containers[last].blocks += cell.blocks.filter { if case .table = $0 { true } else { false } }
    }
  }
}

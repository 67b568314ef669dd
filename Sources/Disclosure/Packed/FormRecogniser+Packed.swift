import PageContent
import TableStructure

extension FormRecogniser {
  /// Puts back the cells of a table that has lost its blank ones, and reads it. What cannot be put back is told.
  func recognise(
    packed table: Table, before: ArraySlice<Paragraph>, after: [Paragraph], following read: RecognisedTables?
  ) -> Outcome {
    let table = table.joiningSpacedLetters(catalogue)
    let grid = TableGrid(table)
    let header = TableHeader(grid, catalogue: catalogue, fiscalYear: context.headYear)
    let caption = caption(of: grid, header, before: before)
    let title = caption.match?.title ?? caption.likelyTitle
    guard let match = caption.match, !catalogue.forms[match.form].keepsCells else {
      return .cells(cells(of: table, form: caption.match.map { catalogue.forms[$0.form].id }, title: title), nil)
    }
    let form = catalogue.forms[match.form]
    let anchors = PackedAnchors(
      of: form, unit: caption.unit, in: read?.forms ?? [], read?.problems ?? [], catalogue: catalogue)
    guard let packed = PackedTable(grid, header, form: form, anchors: anchors),
      packed.strays.isEmpty || table.hasLineForEachRow,
      case .form(let read, let problems) = recognise(whole: packed.table, before: before, after: after)
    else {
      let unread = UnreadTable(form: form.id, title: match.title, location: caption.location ?? table.location)
      return .cells(cells(of: table, form: nil, title: title), unread)
    }
    let strays = packed.strays.map { Problem(kind: .strayFigure, detail: $0.text, location: $0.location) }
    return .form(read, problems + strays)
  }
}

extension Table {
  /// Whether each row of a text stands on a line: what is read of some of its figures then tells which are left.
  fileprivate var hasLineForEachRow: Bool {
    var lines: [Int: Int] = [:]
    return cells.allSatisfy { cell in
      cell.text.isEmpty
        || lines.updateValue(cell.location.textLine ?? 0, forKey: cell.row) ?? cell.location.textLine
          == cell.location.textLine
    }
  }
}

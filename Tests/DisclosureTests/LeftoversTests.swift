import Disclosure
import PageContent
import TableStructure
import Testing

@Suite struct LeftoversTests {
  private let rows = [
    ["科目编码", "科目名称", "本年支出合计", "基本支出"], ["栏次", "", "1", "2"], ["", "合计", "120.50", "100.00"],
    ["201", "一般公共服务支出", "120.50", "100.00"], ["20126", "2024", "1.50", "-"],
  ]

  private func place(_ row: Int, _ column: Int) -> Location {
    .page(
      1,
      Box(
        x0: Double(column) * 100, y0: Double(row) * 20, x1: Double(column + 1) * 100, y1: Double(row + 1) * 20))
  }

  private var table: Table {
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { column, text in
        Cell(row: row, column: column, text: text, location: place(row, column))
      }
    }
    return Table(
      origin: .rulings, rowCount: rows.count, columnCount: 4, cells: cells, location: place(0, 0), pages: [1])
  }

  private var form: FormTable {
    let body = (2..<rows.count).map { row in
      FormTable.Row(
        role: .item, code: rows[row][0].isEmpty ? nil : rows[row][0], name: rows[row][1],
        figures: (2..<4).map { Figure(cell: rows[row][$0], unit: .yuan, location: place(row, $0)) },
        location: place(row, 1))
    }
    return FormTable(
      form: "expenditure", number: nil, title: "支出决算表", titleLocation: place(0, 0), unit: .yuan, status: .present,
      department: nil, pages: [1], notes: [],
      sections: [
        .init(
          side: nil,
          columns: [
            .init(key: "total", header: ["本年支出合计"], number: 1), .init(key: "basic", header: ["基本支出"], number: 2),
          ], rows: body)
      ], location: place(0, 0))
  }

  @Test func nothingIsLeftOfAWholeReading() {
    #expect(Leftovers.cells(of: table, readAs: form) == [])
  }

  @Test func figureThatIsForgotten() {
    var form = form
    form.sections[0].rows[1].figures[1] = nil
    #expect(Leftovers.cells(of: table, readAs: form).map(\.location) == [place(3, 3)])
  }

  @Test func rowThatIsForgotten() {
    var form = form
    form.sections[0].rows.remove(at: 1)
    #expect(Leftovers.cells(of: table, readAs: form).map(\.text) == ["201", "120.50", "100.00"])
  }

  @Test func codeThatIsForgotten() {
    var form = form
    form.sections[0].rows[1].code = nil
    #expect(Leftovers.cells(of: table, readAs: form).map(\.text) == ["201"])
  }

  @Test("an amount that is taken for a label is left over, a year or a code is not")
  func amountAsLabel() {
    var form = form
    form.sections[0].rows[1].figures[1] = nil
    form.sections[0].rows[1].labels = [.init(header: "基本支出", text: "100.00")]
    form.sections[0].rows[2].labels = [.init(header: "年度", text: "2024")]
    #expect(Leftovers.cells(of: table, readAs: form).map(\.location) == [place(3, 3)])
  }

  @Test("a code on the second line of a text's row is the row's; one far below is none's")
  func codeOnTheNextLine() {
    func table(codeLine: Int) -> Table {
      let cells = [("201", 1), ("合计", 1), ("26", codeLine), ("120.50", 1)].enumerated().map { column, cell in
        Cell(row: 0, column: column, text: cell.0, location: .line(cell.1, columns: column * 10...column * 10 + 5))
      }
      return Table(
        origin: .alignment, rowCount: 1, columnCount: 4, cells: cells, location: .line(1, columns: 0...40), pages: [])
    }
    var form = form
    form.sections[0].rows = [
      FormTable.Row(
        role: .item, code: "20126", name: "合计",
        figures: [Figure(cell: "120.50", unit: .yuan, location: .line(1, columns: 30...35))],
        location: .line(1, columns: 0...5))
    ]
    #expect(Leftovers.cells(of: table(codeLine: 2), readAs: form) == [])
    #expect(Leftovers.cells(of: table(codeLine: 9), readAs: form).map(\.text) == ["26"])
  }

  @Test func partOfACodeIsNone() {
    var form = form
    form.sections[0].rows[1].code = "2012604"
    #expect(Leftovers.cells(of: table, readAs: form) == [])
  }

  @Test func lineNumberIsNone() {
    var form = form
    form.sections[0].rows[1].code = nil
    form.sections[0].rows[1].lineNumber = 201
    #expect(Leftovers.cells(of: table, readAs: form) == [])
  }

  @Test func twoNumbersInOneCellAreLeft() {
    var table = table
    table.cells[8].text = "1.50 2.50"
    #expect(Leftovers.cells(of: table, readAs: form).map(\.text) == ["1.50 2.50"])
  }

  @Test func tableThatIsForgotten() {
    var document = DisclosedDocument(source: .init(name: "a", sha256: "", mediaType: "application/pdf", pageCount: 1))
    #expect(Leftovers.cells(of: [.table(table)], readAs: document).count == 10)
    document.tables = [form]
    #expect(Leftovers.cells(of: [.table(table)], readAs: document) == [])
    document.tables = []
    document.unrecognisedTables = [
      CellTable(
        title: nil, pages: [1], rowCount: 5, columnCount: 4,
        cells: table.cells.map {
          .init(row: $0.row, column: $0.column, rowSpan: 1, columnSpan: 1, text: $0.text, location: $0.location)
        }, location: table.location)
    ]
    #expect(Leftovers.cells(of: [.table(table)], readAs: document) == [])
  }

  @Test func reportedCellIsNotLost() {
    var form = form
    form.sections[0].rows[1].figures[1] = nil
    let document = DisclosedDocument(
      source: .init(name: "a", sha256: "", mediaType: "application/pdf", pageCount: 1), tables: [form],
      problems: [Problem(kind: .strayFigure, detail: "100.00", location: place(3, 3))])
    #expect(Leftovers.cells(of: [.table(table)], readAs: document) == [])
  }

  @Test func recogniserReportsWhatItLeaves() {
    // Two numbers that ran into each other are no code.
    var table = table
    table.cells[16].text = "20126 1.50"
    let document = DocumentRecogniser().document(
      of: [
        .paragraph(Paragraph(text: "支出决算表", location: .page(1, Box(x0: 0, y0: -40, x1: 100, y1: -20)))),
        .table(table),
      ], source: .init(name: "a", sha256: "", mediaType: "application/pdf", pageCount: 1))
    #expect(document.tables.count == 1)
    let reported = document.problems.filter { $0.kind == .strayFigure }
    #expect(reported.map(\.detail) == ["20126 1.50"])
    #expect(reported.map(\.location) == [place(4, 0)])
    #expect(Leftovers.cells(of: [.table(table)], readAs: document) == [])
  }
}

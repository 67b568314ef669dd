import PageContent
import TableStructure
import Testing

@testable import Disclosure

@Suite("Random documents never crash, and what is read of them holds together")
struct RecogniserFuzzTests {
  private static let words = [
    "", "", "", "合计", "总计", "小计", "类", "款", "项", "行次", "栏次", "科目编码", "科目名称", "项目", "收入", "支出", "决算数", "预算数", "年初预算数",
    "金额",
    "本年支出合计", "本年收入合计", "基本支出", "项目支出", "财政拨款收入", "人员经费", "公用经费", "公用经费合计", "人员经费合计", "因公出国（境）费",
    "公务用车购置及运行维护费", "公务接待费", "一、一般公共预算财政拨款收入", "八、社会保障和就业支出", "其中：教育收费", "201", "06", "01", "2010601", "301",
    "30101", "2040201-行政运行", "行政运行", "1", "2", "3", "4", "1,802.64", "0.00", "-", "—", "（3.5）", "１２．５", "XX", "备注", "无",
    "注：本表无数据。", "单位：万元", "部门：某某局", "支出决算表", "决算数（万元）", "2023年决算数", "2010 06", "*", "\u{301}", "年", "第",
  ]
  private static let lines = [
    "收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表", "一般公共预算财政拨款基本支出决算表",
    "一般公共预算财政拨款“三公”经费支出决算表", "政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款支出决算表", "高等学校收支决算总表", "收入总表", "支出预算表",
    "部门收支总表", "单位：万元", "单位：元", "公开03表", "部门：某某局 金额单位：万元", "注：本表反映支出情况。", "2.本表口径", "某某局2023年度部门决算",
    "二〇二三年八月", "目录", "一、收入决算表……4", "说明：无相关支出。", "续表", "27行=(1+2)行", "", "（", "第二部分", "2023年",
  ]

  private static func table(using generator: inout SeededGenerator) -> Table {
    let columnCount = Int.random(in: 0...10, using: &generator)
    let rowCount = Int.random(in: 0...9, using: &generator)
    var taken = Set<Int>()
    var cells: [Cell] = []
    for row in 0..<rowCount {
      for column in 0..<columnCount where !taken.contains(row * columnCount + column) {
        let rowSpan =
          Int.random(in: 0..<5, using: &generator) == 0 ? Int.random(in: 1...(rowCount - row), using: &generator) : 1
        var columnSpan =
          Int.random(in: 0..<4, using: &generator) == 0
          ? Int.random(in: 1...(columnCount - column), using: &generator) : 1
        while (column..<column + columnSpan).contains(where: { taken.contains(row * columnCount + $0) }) {
          columnSpan -= 1
        }
        for r in row..<row + rowSpan { for c in column..<column + columnSpan { taken.insert(r * columnCount + c) } }
        cells.append(
          Cell(
            row: row, column: column, rowSpan: rowSpan, columnSpan: columnSpan,
            text: words.randomElement(using: &generator) ?? "",
            location: .page(
              1, Box(x0: Double(column), y0: Double(row), x1: Double(column + columnSpan), y1: Double(row + rowSpan)))))
      }
    }
    let breaks = (0..<rowCount).filter { _ in Int.random(in: 0..<4, using: &generator) == 0 }.filter { $0 > 0 }
    let origins: [Table.Origin] = [.rulings, .rulings, .alignment, .tabs, .pipes]
    return Table(
      origin: origins.randomElement(using: &generator) ?? .rulings, rowCount: rowCount, columnCount: columnCount,
      cells: cells, breaks: breaks, location: .page(1, Box(x0: 0, y0: 0, x1: 1, y1: 1)), pages: [1])
  }

  @Test("blocks at random", arguments: 0..<40)
  func blocks(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    for _ in 0..<40 {
      let blocks = (0..<Int.random(in: 0...12, using: &generator)).map { _ -> Block in
        Bool.random(using: &generator)
          ? .table(Self.table(using: &generator)) : paragraph(Self.lines.randomElement(using: &generator) ?? "")
      }
      check(document(of: blocks), of: blocks)
    }
  }

  @Test("rows of a form cut, mixed and repeated", arguments: 0..<30)
  func texts(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed) &+ 1000)
    for _ in 0..<40 {
      let lines = (0..<Int.random(in: 0...25, using: &generator)).map { _ -> String in
        guard Int.random(in: 0..<3, using: &generator) > 0 else {
          return Self.lines.randomElement(using: &generator) ?? ""
        }
        return (0..<Int.random(in: 1...7, using: &generator)).map { _ in
          Self.words.randomElement(using: &generator) ?? ""
        }.joined(separator: ["\t", "\t", " | ", "   ", " "].randomElement(using: &generator) ?? "\t")
      }
      let source = lines.enumerated().map { SourceLine(number: $0.offset + 1, text: $0.element) }
      let blocks = TextLayout.blocks(of: source)
      check(document(of: blocks), of: blocks)
    }
  }

  /// Every table is kept as a form or with its cells; figures align with columns; every figure is printed in a cell.
  private func check(_ found: DisclosedDocument, of blocks: [Block]) {
    let tables = blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    // An empty table may be printed in lines alone.
    let places = Set(tables.map(\.location))
    let forms = found.tables.filter { places.contains($0.location) }
    #expect(forms.count + found.unrecognisedTables.count + found.otherTables.count == tables.count)
    #expect(found.tables.allSatisfy { places.contains($0.location) || $0.sections.isEmpty && $0.status != .present })
    let printed = Set(tables.flatMap(\.cells).map { Wording.normalised($0.text) })
    for form in found.tables {
      for section in form.sections {
        for row in section.rows {
          #expect(row.figures.count == section.columns.count)
          for figure in row.figures.compactMap({ $0 }) {
            #expect(printed.contains(Wording.normalised(figure.text)), "\(figure.text)")
          }
        }
      }
      #expect(form.status != .present || form.sections.flatMap(\.rows).contains { $0.figures.contains { $0 != nil } })
    }
    _ = found.expenditure?.total(.total)
    _ = found.incomeExpenditureSummary?.income(.total)
    _ = found.threePublicExpenses?.figure(.vehicles, .final)
    _ = found.generalBudgetBasicExpenditure?.running
  }
}

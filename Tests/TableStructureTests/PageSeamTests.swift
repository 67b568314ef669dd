import PageContent
import Testing

@testable import TableStructure

@Suite("A page break near the head of a table without rules")
struct PageSeamTests {
  private let rows = [
    ["201", "", "", "一般公共服务支出", "8.00"], ["201", "03", "", "政府办公厅事务", "8.00"],
    ["201", "03", "01", "行政运行", "5.00"], ["201", "03", "50", "事业运行", "3.00"],
  ]

  /// Words and codes stand at the left of their columns, figures at the right, heads over the middle.
  private func set(_ rows: [[String]], on page: inout PageSketch, top: Double) {
    let lefts = [60.0, 90, 120, 150, 360, 440]
    for (index, row) in rows.enumerated() {
      for (column, text) in row.enumerated() where !text.isEmpty {
        let x = column > 3 && Lexeme(text).isFigure ? lefts[column] + 40 - 5 * Double(text.count) : lefts[column]
        page.text(text, x: x, baseline: top + 20 * Double(index))
      }
    }
  }

  private func tables(_ blocks: [Block]) -> [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }

  @Test("below the header: what the head of a code stands over shows from the rows alone")
  func belowHeader() throws {
    let blocks = blocks(
      { page in
        page.text("支出决算表", x: 200, baseline: 700)
        page.text("部门：某局", x: 60, baseline: 720)
        page.text("单位：万元", x: 350, baseline: 720)
        page.text("科目编码", x: 75, baseline: 740)
        page.text("科目名称", x: 165, baseline: 740)
        page.text("合计", x: 340, baseline: 740)
        page.text("基本支出", x: 430, baseline: 740)
      }, { set(rows, on: &$0, top: 80) })
    let table = try #require(tables(blocks).first)
    #expect(
      table.dump.hasSuffix(
        """
        ---
        201 |  |  | 一般公共服务支出 | 8.00 | \n\
        201 | 03 |  | 政府办公厅事务 | 8.00 | \n\
        201 | 03 | 01 | 行政运行 | 5.00 | \n\
        201 | 03 | 50 | 事业运行 | 3.00 | 
        """))
    #expect(table.pages == [1, 2])
    let figure = try #require(table.cells.first { $0.text == "5.00" })
    #expect(figure.location.page == 2 && figure.location.box.map { abs($0.y1 - 122.5) < 1 } == true)
  }

  @Test("a total alone below the header, which the next page repeats above a blank row")
  func totalAlone() throws {
    func head(_ page: inout PageSketch, top: Double) {
      page.text("本年支出", x: 380, baseline: top)
      for (text, x) in [("科目编码", 60.0), ("科目名称", 130), ("年初结转", 215), ("本年收入", 275), ("年末结转", 490)] {
        page.text(text, x: x, baseline: top + 6)
      }
      for (text, x) in [("小计", 340.0), ("基本支出", 380), ("项目支出", 435)] { page.text(text, x: x, baseline: top + 12) }
      page.text("栏次", x: 110, baseline: top + 26)
      for (index, x) in [232.0, 292, 347, 397, 452, 507].enumerated() {
        page.text("\(index + 1)", x: x, baseline: top + 26)
      }
      page.horizontal(top - 12, 55, 540)
      page.horizontal(top + 30, 55, 540)
    }
    let blocks = blocks(
      { page in
        page.text("政府性基金预算财政拨款收入支出决算表", x: 180, baseline: 700)
        head(&page, top: 730)
        page.text("合计", x: 110, baseline: 774)
      },
      { page in
        head(&page, top: 72)
        page.horizontal(130, 55, 540)
        page.text("说明：本表为空。", x: 55, baseline: 142)
      })
    let table = try #require(tables(blocks).first)
    #expect(tables(blocks).count == 1 && table.columnCount == 8 && table.pages == [1, 2])
    #expect(table.dump.contains(" | 栏次 | 1 | 2 | 3 | 4 | 5 | 6\n | 合计 |  |  |  |  |  | "))
  }

  @Test("a title of two lines at the head of the next page goes on with no table")
  func titleOfTwoLines() throws {
    let blocks = blocks(
      { page in
        page.text("支出预算表", x: 200, baseline: 60)
        page.text("单位：万元", x: 440, baseline: 80)
        for (head, x) in [("科目编码", 75.0), ("科目名称", 165), ("合计", 380), ("基本支出", 450)] {
          page.text(head, x: x, baseline: 100)
        }
        set(rows.map { $0 + [$0[4]] }, on: &page, top: 120)
      },
      { page in
        page.text("某区档案局本级部门国有资本经营预算支", x: 60, baseline: 60)
        page.text("出预算表", x: 120, baseline: 75)
        page.text("部门：某局", x: 60, baseline: 95)
        page.text("单位：万元", x: 440, baseline: 95)
        page.text("科目名称", x: 75, baseline: 115)
        page.text("项目支出", x: 430, baseline: 115)
        page.text("合计", x: 75, baseline: 135)
        page.text("1.00", x: 450, baseline: 135)
      })
    #expect(tables(blocks).allSatisfy { !$0.dump.contains("国有资本") })
    #expect(tables(blocks).first?.pages == [1])
  }

  @Test("within the header")
  func withinHeader() throws {
    let blocks = blocks(
      { page in
        page.text("支出决算表", x: 200, baseline: 700)
        page.text("部门：某局", x: 60, baseline: 720)
        page.text("单位：万元", x: 350, baseline: 720)
        page.text("科目编码", x: 80, baseline: 740)
        page.text("科目名称", x: 230, baseline: 740)
        page.text("合计", x: 370, baseline: 740)
        page.text("基本支出", x: 440, baseline: 740)
      },
      { page in
        set([["类", "款", "项"]] + rows.map { $0 + ["2.00"] }, on: &page, top: 80)
      })
    let table = try #require(tables(blocks).first)
    #expect(tables(blocks).count == 1)
    #expect(table.dump.hasPrefix("科目编码 | > | > | 科目名称 | 合计 | 基本支出\n类 | 款 | 项 | ^ | ^ | ^\n---\n201"))
  }

  @Test("the header alone, and repeated above the rows")
  func repeatedHeader() throws {
    func header(on page: inout PageSketch, top: Double) {
      page.horizontal(top - 14, 58, 490)
      page.text("项目", x: 130, baseline: top)
      page.text("科目编码", x: 75, baseline: top + 20)
      page.text("科目名称", x: 165, baseline: top + 30)
      page.text("合计", x: 370, baseline: top + 20)
      page.text("基本支出", x: 440, baseline: top + 20)
      for (text, x) in [("类", 65.0), ("款", 95), ("项", 125)] { page.text(text, x: x, baseline: top + 40) }
      page.horizontal(top + 46, 58, 490)
      for (text, x) in [("栏次", 165.0), ("1", 378), ("2", 458)] { page.text(text, x: x, baseline: top + 60) }
      page.horizontal(top + 66, 58, 490)
    }
    let blocks = blocks(
      { page in
        page.text("支出决算表", x: 200, baseline: 680)
        page.text("单位：万元", x: 350, baseline: 700)
        header(on: &page, top: 720)
      },
      { page in
        header(on: &page, top: 70)
        for (index, row) in rows.enumerated() {
          set([row + ["2.00"]], on: &page, top: 150 + 20 * Double(index))
          page.horizontal(156 + 20 * Double(index), 58, 490)
        }
      })
    let table = try #require(tables(blocks).first)
    #expect(tables(blocks).count == 1 && table.columnCount == 6 && table.pages == [1, 2])
    #expect(
      table.dump == """
        项目 | > | > | > | 合计 | 基本支出
        科目编码 | > | > | 科目名称 | ^ | ^
        类 | 款 | 项 | ^ | ^ | ^
         |  |  | 栏次 | 1 | 2
        ---
        201 |  |  | 一般公共服务支出 | 8.00 | 2.00
        201 | 03 |  | 政府办公厅事务 | 8.00 | 2.00
        201 | 03 | 01 | 行政运行 | 5.00 | 2.00
        201 | 03 | 50 | 事业运行 | 3.00 | 2.00
        """)
  }

  @Test("the header of another table is none of its rows")
  func otherTable() {
    let blocks = blocks(
      { page in
        page.text("支出决算表", x: 200, baseline: 700)
        page.text("单位：万元", x: 350, baseline: 720)
        set([["", "", "", "科目名称", "合计"], ["", "", "", "合计", "0.00"]], on: &page, top: 740)
      },
      { page in
        page.text("科目名称", x: 150, baseline: 60)
        page.text("基本支出", x: 240, baseline: 60)
        page.text("项目支出", x: 350, baseline: 60)
        set(rows, on: &page, top: 80)
      })
    #expect(tables(blocks).count == 2)
  }
}

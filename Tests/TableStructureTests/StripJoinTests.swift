import PageContent
import Testing

@testable import TableStructure

@Suite("Tables wider than their pages")
struct StripJoinTests {
  private let head: [[String?]] = [
    ["项目", nil, "本年收入", nil], ["编码", "科目名称", "合计", "财政拨款"], ["栏次", nil, "1", "2"],
  ]
  private let body: [[String?]] = [
    ["201", "公共服务", "9.00", "4.00"], ["202", "外交", "6.00", "6.00"], ["203", "国防", "", ""],
  ]
  private let over: [[String?]] = [["", nil], ["事业收入", "其他收入"], ["3", "4"]]
  private let overBody: [[String?]] = [["5.00", ""], ["", "7.00"], ["", "7.00"]]
  private let xs = [50.0, 110, 220, 380, 540]
  private let overXs = [50.0, 180, 300]
  private let whole = """
    项目 | > | 本年收入 | > | > | >
    编码 | 科目名称 | 合计 | 财政拨款 | 事业收入 | 其他收入
    栏次 | > | 1 | 2 | 3 | 4
    201 | 公共服务 | 9.00 | 4.00 | 5.00 | 
    202 | 外交 | 6.00 | 6.00 |  | 7.00
    203 | 国防 |  |  |  | 7.00
    """

  /// Pages with one piece each.
  private func draw(_ pieces: (rows: [[String?]], xs: [Double])...) -> [Block] {
    blocks(
      pieces.enumerated().map { index, piece in
        var page = PageSketch(number: index + 1)
        page.table(piece.rows, xs: piece.xs, top: 60)
        return page
      })
  }

  @Test("the further columns on the next page")
  func sideBySide() throws {
    let found = draw((head + body, xs), (over + overBody, overXs))
    let table = try #require(tables(found).first)
    #expect(found.count == 1 && table.dump == whole)
    #expect(table.pages == [1, 2] && table.boundaries.count == 7)
    #expect(table.cells.last?.location.page == 2)
  }

  @Test("the edge of the page cuts the title, too: its rest stands as high")
  func cutTitle() {
    func pages(
      rest: Double, after title: String = "某某市2023年度收入", x: Double = 50, below: String? = nil
    ) -> [Block] {
      blocks(
        { page in
          page.text(title, x: 405, baseline: 30, size: 16)
          if let below { page.text(below, x: 405, baseline: 48, size: 16) }
          page.table(head + body, xs: xs, top: 60)
        },
        { page in
          page.text("公开02表", x: 240, baseline: 20)
          page.text("决算表", x: x, baseline: rest, size: 16)
          page.text("单位：万元", x: 240, baseline: 50)
          page.table(over + overBody, xs: overXs, top: 60)
        })
    }
    #expect(tables(pages(rest: 30)).map(\.dump) == [whole])
    #expect(tables(pages(rest: 40)).count == 2 && tables(pages(rest: 30, x: 120)).count == 2)
    #expect(tables(pages(rest: 30, after: "金额单位：人民币万元")).count == 2)
    // A title that goes on in a line of its own page is whole.
    #expect(tables(pages(rest: 30, below: "预算表")).count == 2)
  }

  @Test("printed down, then over, and over, then down, with the header repeated or not")
  func severalPages() {
    for repeats in [true, false] {
      let lower = (repeats ? head : []) + Array(body[1...])
      let overLower = (repeats ? over : []) + Array(overBody[1...])
      let down = draw(
        (head + body[..<1], xs), (lower, xs), (over + overBody[..<1], overXs), (overLower, overXs))
      let across = draw(
        (head + body[..<1], xs), (over + overBody[..<1], overXs), (lower, xs), (overLower, overXs))
      for found in [down, across] {
        #expect(tables(found).map(\.dump).map { $0.replacing("---\n", with: "") } == [whole])
      }
    }
  }

  @Test("breaks elsewhere in the next columns, and figures there that are alike")
  func otherBreaks() {
    let alike: [[String?]] = [["0", "0"], ["0", "0"], ["0", "0"]]
    let found = draw((head + body, xs), (over + alike[..<1], overXs), (over + alike[1...], overXs))
    #expect(tables(found).map(\.rowCount) == [6])
    let bare = draw((head + body, xs), (over + alike[..<1], overXs), (Array(alike[1...]), overXs))
    #expect(tables(bare).map(\.rowCount) == [6])
  }

  @Test("a header of fewer rows, where no group parts them")
  func lowerHeader() {
    let rows: [[String?]] = [["其他收入"], ["3"], ["5.00"], [""], ["7.00"]]
    let found = draw((head + body, xs), (rows, [50, 120]))
    #expect(tables(found).map(\.dump).map { $0.split(separator: "\n").first } == ["项目 | > | 本年收入 | > | 其他收入"])
    let ends = tables(found).first?.dump.split(separator: "\n").dropFirst(2).map { $0.suffix(6) }
    #expect(ends == [" 2 | 3", "| 5.00", ".00 | ", "| 7.00"])
  }

  @Test("a row that the page cut in the first columns alone")
  func cutRow() {
    let first: [[String?]] = head + [["201", "公共服务", "9.00", "4.00"], ["202", "外", "6.00", "6.00"]]
    let rest: [[String?]] = [["", "交", "", ""], ["203", "国防", "", ""]]
    let found = draw((first, xs), (rest, xs), (over + overBody, overXs))
    #expect(tables(found).count == 1)
    let foot = "202 | 外 | 6.00 | 6.00 |  | 7.00\n---\n | 交 |  |  |  | \n203 | 国防 |  |  |  | 7.00"
    #expect(tables(found).first?.dump.hasSuffix(foot) == true)
  }

  @Test("合计 without its figures is no part of the header, of which each page repeats its own")
  func totalWithoutFigures() {
    let head: [[String?]] = [["编码", "科目名称"], ["合计", nil]]
    let labels: [[String?]] = [["201", "公共服务"], ["202", "外交"], ["203", "国防"]]
    let over: [[String?]] = [["基本支出", "项目支出"]]
    let figures: [[String?]] = [["18.00", "9.00"], ["9.00", ""], ["6.00", "2.00"], ["3.00", "7.00"]]
    let xs = [50.0, 110, 220]
    let found = draw(
      (head + labels[..<2], xs), (Array(head[..<1]) + labels[2...], xs), (over + figures[..<2], overXs),
      (over + figures[2..<3], overXs), (over + figures[3...], overXs))
    #expect(
      tables(found).map(\.dump).map { $0.replacing("---\n", with: "") } == [
        """
        编码 | 科目名称 | 基本支出 | 项目支出
        合计 | > | 18.00 | 9.00
        201 | 公共服务 | 9.00 | 
        202 | 外交 | 6.00 | 2.00
        203 | 国防 | 3.00 | 7.00
        """
      ])
  }

  @Test("the other side of a table, with labels of its own")
  func otherSide() {
    let left: [[String?]] = [["收入", nil], ["项目", "决算数"]] + (1...6).map { ["收入项目\($0)", "\($0).00"] }
    let right: [[String?]] = [["支出", nil], ["项目", "决算数"]] + (1...6).map { ["支出项目\($0)", "\($0).00"] }
    let found = draw((left, [50, 300, 500]), (right, [50, 250, 430]))
    #expect(tables(found).map(\.columnCount) == [4])
  }

  @Test("the unit, where it comes with the last columns, still stands above the table")
  func captionRest() {
    let found = blocks(
      { page in
        page.text("收入决算表", x: 220, baseline: 80)
        page.table(head + body, xs: xs, top: 100)
      },
      { page in
        page.text("单位：万元", x: 220, baseline: 80)
        page.table(over + overBody, xs: overXs, top: 100)
      })
    #expect(paragraphs(found) == ["收入决算表", "单位：万元"] && tables(found).map(\.dump) == [whole])
    if case .table? = found.last {} else { Issue.record("the unit stands below the table") }
  }

  @Test("without rules, where the column numbers count on, and not where nothing says so")
  func unruled() {
    func pages(numbers: Bool) -> [Table] {
      func set(_ rows: [[String]], _ xs: [Double], on page: inout PageSketch) {
        for (index, row) in rows.enumerated() {
          for (text, x) in zip(row, xs) { page.text(text, x: x, baseline: 100 + Double(index) * 20) }
        }
      }
      let left = [["科目名称", "合计", "财政拨款"]] + (numbers ? [["栏次", "1", "2"]] : [])
      let right = [["事业收入", "其他收入"]] + (numbers ? [["3", "4"]] : [])
      return tables(
        blocks(
          { set(left + ["外交", "国防", "教育", "科技", "文化"].map { [$0, "4.00", "4.50"] }, [60, 200, 320], on: &$0) },
          { set(right + (1...5).map { _ in ["4.10", "4.20"] }, [150, 280], on: &$0) }))
    }
    #expect(pages(numbers: true).map(\.columnCount) == [5])
    #expect(pages(numbers: true).first?.dump.hasSuffix("文化 | 4.00 | 4.50 | 4.10 | 4.20") == true)
    #expect(pages(numbers: false).map(\.columnCount) == [3, 2])
  }

  @Test("without rules, dashes that stand right of a column's number are its figures")
  func unruledDashes() {
    func set(_ rows: [[(String, Double)]], on page: inout PageSketch) {
      for (index, row) in rows.enumerated() {
        for (text, x) in row { page.text(text, x: x, baseline: 100 + Double(index) * 20) }
      }
    }
    let left: [[(String, Double)]] =
      [[("科目名称", 60), ("合计", 200), ("财政拨款", 320)], [("栏次", 60), ("1", 207.5), ("2", 337.5)]]
      + ["外交", "国防", "教育", "科技"].map { [($0, 60), ("4.00", 200), ("4.50", 335)] }
    let right: [[(String, Double)]] =
      [[("上缴收入", 60), ("其他收入", 140)], [("3", 77.5), ("4", 157.5)]]
      + (1...4).map { _ in [("-", 95), ("9.61", 160)] }
    let found = tables(blocks({ set(left, on: &$0) }, { set(right, on: &$0) }))
    #expect(found.map(\.columnCount) == [5])
    #expect(found.first?.dump.hasSuffix("科技 | 4.00 | 4.50 | - | 9.61") == true)
  }

  @Test("tables that merely have as many rows stay apart")
  func different() {
    // 栏次 does not count on.
    let counted: [[String?]] = [["", nil], ["事业收入", "其他收入"], ["1", "2"]]
    #expect(tables(draw((head + body, xs), (counted + overBody, overXs))).count == 2)
    // Labels of its own under another header.
    let named: [[String?]] = [["序号", "单位名称"]] + (1...5).map { ["\($0)", "某某\($0)局"] }
    #expect(tables(draw((head + body, xs), (named, overXs))).count == 2)
    // The same labels, filled in for another project.
    func form(_ name: String) -> [[String?]] {
      [["项目名称", name], ["主管部门", "某某局"], ["预算数", "5.00"], ["执行数", "4.00"], ["得分", "10"], ["备注", ""]]
    }
    #expect(tables(draw((form("甲"), [50, 200, 500]), (form("乙"), [50, 230, 500]))).count == 2)
    // A title of its own above, or a text between.
    let titled = blocks(
      { page in page.table(head + body, xs: xs, top: 100) },
      { page in
        page.text("支出情况表", x: 220, baseline: 80)
        page.table(over + overBody, xs: overXs, top: 100)
      })
    #expect(tables(titled).count == 2)
    // More rows than the table has.
    #expect(tables(draw((head + body, xs), (over + overBody + overBody, overXs))).count == 2)
  }
}

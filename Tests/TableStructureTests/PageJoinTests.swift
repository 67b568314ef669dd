import PageContent
import Testing

@testable import TableStructure

@Suite("Tables joined across pages")
struct PageJoinTests {
  private let xs = [50.0, 150, 300, 450]
  private let head: [[String?]] = [["编码", "科目名称", "决算数"], ["", "合计", "10.00"]]

  @Test("a header cut in two, with finer columns in its lower half")
  func cutHeader() throws {
    let found = blocks(
      { page in page.table([["项目名称", "其中：", nil]], xs: [50, 150, 300, 450], top: 780) },
      { page in
        page.table([["", "财政资金", "其他资金"], ["合计", "10.00", "4.00"], ["设备采购", "10.00", "4.00"]], xs: xs, top: 60)
      })
    let table = try #require(tables(found).first)
    #expect(found.count == 1)
    #expect(table.dump == "项目名称 | 其中： | >\n---\n | 财政资金 | 其他资金\n合计 | 10.00 | 4.00\n设备采购 | 10.00 | 4.00")
    #expect(table.pages == [1, 2])
  }

  @Test("rows that stand apart from the repeated header")
  func headerAlone() throws {
    let found = blocks(
      { page in page.table(head.prefix(1) + [], xs: xs, top: 760) },
      { page in
        page.table(head.prefix(1) + [], xs: xs, top: 60)
        page.table([["201", "公共服务", "4.00"], ["202", "外交", "6.00"]], xs: xs, top: 100)
      })
    let table = try #require(tables(found).first)
    #expect(found.count == 1 && table.breaks == [1] && table.pages == [1, 2])
    #expect(table.dump == "编码 | 科目名称 | 决算数\n---\n201 | 公共服务 | 4.00\n202 | 外交 | 6.00")
  }

  @Test("a header alone at the foot of a page, its columns misread, and the table on the next")
  func headerMisread() throws {
    let found = blocks(
      { page in page.table([["项目", "决算数"], ["栏次1", "2"]], xs: [50, 300, 450], top: 740) },
      { page in
        page.table([["项目", "", "决算数"], ["栏次", "1", "2"], ["外交", "6.00", "4.00"]], xs: xs, top: 60)
      })
    let table = try #require(tables(found).first)
    #expect(found.count == 1 && table.pages == [1, 2] && table.columnCount == 3)
    #expect(table.dump.hasSuffix("外交 | 6.00 | 4.00"))
  }

  @Test("a title at the foot of a page, and its table on the next")
  func titleAtFoot() {
    let found = blocks(
      { page in
        page.table(head, xs: xs, top: 700)
        page.text("国有资本经营预算支出表", x: 180, baseline: 780)
      }, { page in page.table(head, xs: xs, top: 60) })
    #expect(tables(found).map(\.rowCount) == [2, 2])
  }

  @Test("nothing repeated")
  func bare() throws {
    let found = blocks(
      { page in page.table(head + [["201", "公共服务", "4.00"]], xs: xs, top: 700) },
      { page in page.table([["202", "外交", "6.00"], ["203", "国防", ""]], xs: xs, top: 60) })
    let table = try #require(tables(found).first)
    #expect(found.count == 1)
    #expect(
      table.dump
        == """
        编码 | 科目名称 | 决算数
         | 合计 | 10.00
        201 | 公共服务 | 4.00
        ---
        202 | 外交 | 6.00
        203 | 国防 | 
        """)
    #expect(table.pages == [1, 2] && table.breaks == [3])
    #expect(table.cells.last?.location.page == 2)
  }

  @Test("the header repeated, or header and total, over three pages")
  func repeatedHeader() throws {
    for count in 1...2 {
      let found = blocks(
        { page in page.table(head + [["201", "公共服务", "4.00"]], xs: xs, top: 700) },
        { page in page.table(head.prefix(count) + [["202", "外交", "6.00"]], xs: xs, top: 60) },
        { page in page.table(head.prefix(count) + [["203", "国防", "7.00"]], xs: xs, top: 60) })
      let table = try #require(tables(found).first)
      #expect(found.count == 1 && table.rowCount == 5 && table.breaks == [3, 4] && table.pages == [1, 2, 3])
      #expect(grid(table).map { $0[0] } == ["编码", "", "201", "202", "203"])
    }
  }

  @Test("title, number, department and unit repeated above, with a mark that it goes on")
  func repeatedCaption() {
    func caption(_ page: inout PageSketch, _ title: String) {
      page.text("公开03表", x: 50, baseline: 60)
      page.text(title, x: 220, baseline: 80, size: 16)
      page.text("部门：某某局", x: 50, baseline: 96)
      page.text("单位：万元", x: 400, baseline: 96)
    }
    for title in ["支出决算表", "支出决算表（续）", "续表"] {
      let found = blocks(
        { page in
          caption(&page, "支出决算表")
          page.table(head + [["201", "公共服务", "4.00"]], xs: xs, top: 100)
        },
        { page in
          caption(&page, title)
          page.table(head.prefix(1) + [["202", "外交", "6.00"]], xs: xs, top: 100)
        })
      #expect(paragraphs(found) == ["公开03表", "支出决算表", "部门：某某局", "单位：万元"])
      #expect(tables(found).map(\.rowCount) == [4])
    }
  }

  @Test("a row that the page cuts stays two rows, marked by the break")
  func cutRow() throws {
    let found = blocks(
      { page in page.table(head + [["20106", "一般公共预算", "4.00"]], xs: xs, top: 700) },
      { page in page.table([["", "财政拨款", ""], ["202", "外交", "6.00"]], xs: xs, top: 60) })
    let table = try #require(tables(found).first)
    #expect(table.breaks == [3])
    #expect(grid(table)[2...3] == [["20106", "一般公共预算", "4.00"], ["", "财政拨款", ""]])
  }

  @Test("a page with an empty row, or with none, does not end the table")
  func emptyPages() {
    for hasRow in [true, false] {
      for hasNumber in [true, false] {
        let found = blocks(
          { page in page.table(head, xs: xs, top: 700) },
          { page in
            if hasRow { page.table([["", "", ""]], xs: xs, top: 60) }
            if hasNumber { page.text("- 2 -", x: 290, baseline: 810) }
          },
          { page in page.table([["202", "外交", "6.00"]], xs: xs, top: 60) })
        #expect(found.count == 1)
        #expect(tables(found).first.map { grid($0).last } == ["202", "外交", "6.00"])
      }
    }
  }

  @Test("a row left alone without a rule above, below and at its ends goes on with the table")
  func openRow() {
    func draw(_ top: Double, _ bars: [Double], _ texts: [(String, Double)]) -> [Block] {
      blocks(
        { page in page.table(head + [["201", "公共服务", "4.00"]], xs: xs, top: 700) },
        { page in
          for x in bars { page.vertical(x, top, top + 20) }
          for (text, x) in texts { page.text(text, x: x, baseline: top + 14) }
        })
    }
    let row = [("202", 55.0), ("外交", 155), ("6.00", 310)]
    for bars in [[150.0, 300], [50, 150, 300, 450]] {
      let found = draw(60, bars, row)
      #expect(tables(found).map(\.rowCount) == [4] && paragraphs(found).isEmpty)
      #expect(tables(found).first.map { grid($0).last } == ["202", "外交", "6.00"])
    }
    let blank = draw(60, [150, 300], [("外交", 155)])
    #expect(tables(blank).first?.dump.hasSuffix("---\n | 外交 | ") == true)
    // Bars elsewhere frame a text.
    let other = draw(60, [120, 300], row)
    #expect(tables(other).map(\.rowCount) == [3] && paragraphs(other) == ["202", "外交", "6.00"])
  }

  @Test("a page number parts no pieces, wherever the page's text ends")
  func numbersBelow() {
    func draw(_ numbers: [String]) -> [Block] {
      blocks(
        numbers.enumerated().map { index, number in
          var page = PageSketch(number: index + 1)
          page.table(index == 0 ? head : [["20\(index)", "外交", "6.00"]], xs: xs, top: 60)
          page.text(number, x: 290, baseline: 500)
          return page
        })
    }
    #expect(draw(["- 1 -", "- 2 -"]).count == 1)
    #expect(draw(["第 5 页 共 9 页", "第 6 页 共 9 页"]).count == 1)
    #expect(draw(["5", "6", "7"]).count == 1)
    // Bare figures that do not count up are text.
    #expect(draw(["5", "5", "8"]).count == 6)
  }

  @Test("a page number printed over the table's last row is none of its cells")
  func numberInTable() {
    for number in ["第 1 页 共 2 页", "- 1 -", "1/2"] {
      let found = blocks(
        { page in
          page.table([["项目", "行次", "决算数"], ["栏次", "1", "2"]], xs: xs, top: 780)
          page.text(number, x: 180, baseline: 813, size: 9)
        },
        { page in page.table([["项目", "行次", "决算数"], ["栏次", "1", "2"], ["合计", "1", "6.00"]], xs: xs, top: 60) })
      #expect(tables(found).map(\.dump) == ["项目 | 行次 | 决算数\n栏次 | 1 | 2\n---\n合计 | 1 | 6.00"])
    }
  }

  @Test("a figure with a sign at the foot of the page stays in its cell")
  func signedFigure() {
    let found = blocks { page in page.table([["项目", "行次", "决算数"], ["结余", "1", "-113"]], xs: xs, top: 780) }
    #expect(tables(found).map(\.dump) == ["项目 | 行次 | 决算数\n结余 | 1 | -113"])
  }

  @Test("a landscape page among upright ones, in proportion")
  func landscape() {
    var wide = PageSketch(number: 2, width: 842, height: 595)
    wide.table([["202", "外交", "6.00"]], xs: xs.map { 60 + ($0 - 50) * 1.7 }, top: 60)
    var upright = PageSketch(number: 1)
    upright.table(head, xs: xs, top: 100)
    #expect(tables(blocks([upright, wide])).map(\.rowCount) == [3])
  }

  @Test("fewer columns on the next page, where it has merged some")
  func fewerColumns() throws {
    let found = blocks(
      { page in
        page.table(
          [["类", "款", "名称", "决算数"], ["201", "06", "行政", "1.00"]], xs: [50, 80, 110, 300, 450], top: 100)
      },
      { page in page.table([["合计", "", "6.00"]], xs: [50, 110, 300, 450], top: 60) })
    let table = try #require(tables(found).first)
    #expect(found.count == 1)
    #expect(table.dump.hasSuffix("---\n合计 | > |  | 6.00"))
  }

  @Test("more columns, or columns elsewhere, are another table")
  func otherColumns() {
    for other in [[50.0, 150, 300, 380, 450], [50, 200, 300, 450]] {
      let row: [String?] = Array(repeating: "1", count: other.count - 1)
      let found = blocks(
        { page in page.table(head, xs: xs, top: 700) }, { page in page.table([row, row], xs: other, top: 60) })
      #expect(tables(found).count == 2)
    }
  }

  @Test("a table with its own title is another one, above it or in its first row")
  func ownTitle() {
    let above = blocks(
      { page in
        page.text("收入决算表", x: 220, baseline: 80)
        page.table(head, xs: xs, top: 100)
      },
      { page in
        page.text("支出决算表", x: 220, baseline: 80)
        page.table(head + [["202", "外交", "6.00"]], xs: xs, top: 100)
      })
    #expect(tables(above).map(\.rowCount) == [2, 3])
    #expect(paragraphs(above) == ["收入决算表", "支出决算表"])
    let inside = blocks(
      { page in page.table([["收入决算表", nil, nil]] + head, xs: xs, top: 100) },
      { page in page.table([["支出决算表", nil, nil]] + head, xs: xs, top: 100) })
    #expect(tables(inside).count == 2)
  }

  @Test("forms of one kind, filled in for one project after the other, are a table each")
  func projectForms() {
    func form(_ page: inout PageSketch, _ name: String, _ amount: String, _ top: Double) {
      page.text("项目支出绩效自评表", x: 220, baseline: top - 20)
      page.text("（2023年度）", x: 230, baseline: top - 6)
      page.table(
        [["项目名称", name, nil], ["主管部门", "某某局", nil], ["预算数", "执行数", "得分"], [amount, amount, "10"]], xs: xs,
        top: top)
    }
    let found = blocks({ page in form(&page, "甲项目", "5.00", 100) }, { page in form(&page, "乙项目", "7.00", 100) })
    #expect(tables(found).map(\.rowCount) == [4, 4])
  }

  @Test("so they are where their first rows agree, but not where only the total differs")
  func agreeingFirstRows() {
    func draw(_ rows: @escaping (Int) -> [[String?]]) -> [Block] {
      blocks(
        { page in page.table(rows(0), xs: xs, top: 100) }, { page in page.table(rows(1), xs: xs, top: 100) },
        { page in page.table(rows(2), xs: xs, top: 100) })
    }
    let names = ["甲项目", "乙项目", "丙项目"]
    let titled = draw { [["项目支出绩效自评表", nil, nil], ["项目名称", names[$0], nil], ["预算数", "执行数", "5.00"]] }
    #expect(tables(titled).map(\.rowCount) == [3, 3, 3])
    let sameDepartment = draw { [["主管部门", "某某局", nil], ["项目名称", names[$0], nil], ["预算数", "执行数", "5.00"]] }
    #expect(tables(sameDepartment).map(\.rowCount) == [3, 3, 3])
    let paged = draw { [["编码", "科目名称", "决算数"], ["合计", nil, "\($0).00"], ["20\($0)", names[$0], "\($0).00"]] }
    #expect(tables(paged).map(\.rowCount) == [7])
    // One unit's code before each of its projects.
    let listed = draw { [["单位编码", "项目", "决算数"], ["106001", names[$0], "\($0).00"]] }
    #expect(tables(listed).map(\.rowCount) == [4])
  }

  @Test("text between two pieces without a repeated header parts them; a note under each does not")
  func textBetween() {
    func draw(_ second: [[String?]], _ text: String) -> [Block] {
      blocks(
        { page in
          page.table(head, xs: xs, top: 100)
          page.text(text, x: 50, baseline: 160)
        },
        { page in page.table(second, xs: xs, top: 60) })
    }
    #expect(tables(draw([["202", "外交", "6.00"]], "注：本表反映支出情况。")).count == 2)
    let joined = draw([["编码", "科目名称", "决算数"], ["202", "外交", "6.00"]], "注：本表反映支出情况。")
    #expect(tables(joined).map(\.rowCount) == [3])
    #expect(paragraphs(joined) == ["注：本表反映支出情况。"])
  }

  @Test("only the first table of the next page goes on with the last of this one")
  func severalTables() {
    let found = blocks(
      { page in
        page.table(head, xs: xs, top: 100)
        page.table(head, xs: xs, top: 300)
      },
      { page in
        page.table([["202", "外交", "6.00"]], xs: xs, top: 60)
        page.table([["203", "国防", "6.00"]], xs: xs, top: 300)
      },
      { page in page.text("正文从这里开始，不再是表格。", x: 50, baseline: 200) },
      { page in page.table([["204", "安全", "6.00"]], xs: xs, top: 60) })
    #expect(tables(found).map(\.rowCount) == [2, 3, 1, 1])
  }
}

import PageContent
import ProcessorTime
import Testing

@testable import TableStructure

@Suite("Tables without vertical rules")
struct PageAlignmentTests {
  private let body: [[String]] = [
    ["项目", "年初预算数", "决算数"], ["合计", "12.00", "11.50"], ["因公出国费", "", "1.50"], ["公务接待费", "12.00", "10.00"],
  ]

  /// Sets the cells of rows 20 points apart: words at the left, figures to the right edge of their column.
  private func set(_ rows: [[String]], on page: inout PageSketch, top: Double = 100) {
    let lefts = [60.0, 200, 320, 440]
    for (index, row) in rows.enumerated() {
      for (column, text) in row.enumerated() where !text.isEmpty {
        let isNumber = Lexeme(text).isFigure
        let x = isNumber ? lefts[column] + 60 - Double(text.count) * 5 : lefts[column]
        page.text(text, x: x, baseline: top + Double(index) * 20)
      }
    }
  }

  private let dump = "项目 | 年初预算数 | 决算数\n合计 | 12.00 | 11.50\n因公出国费 |  | 1.50\n公务接待费 | 12.00 | 10.00"

  @Test("alignment alone")
  func bare() throws {
    var page = PageSketch()
    page.text("“三公”经费支出决算表", x: 200, baseline: 60)
    set(body, on: &page)
    page.text("注：本表反映支出情况。", x: 60, baseline: 220)
    let table = try #require(page.tables.first)
    #expect(table.dump == dump)
    #expect(table.origin == .alignment && table.boundaries.count == 4)
    #expect(page.lines == ["“三公”经费支出决算表", "注：本表反映支出情况。"])
  }

  @Test("a title between quotation marks; labels with their place in a list, though no figure parts them")
  func listed() {
    var page = PageSketch()
    page.text("《收支总表》", x: 200, baseline: 80)
    let rows = [
      ["项目", "预算数"], ["一、公共服务", "8.00"], ["二、外交", ""], ["三、国防", ""], ["四、公共安全", ""], ["五、教育", "2.00"],
      ["六、科学技术", ""], ["七、其他", "3.00"],
    ]
    set(rows, on: &page)
    #expect(page.lines == ["《收支总表》"])
    #expect(page.tables.first?.rowCount == 8)
  }

  @Test("a total in the middle of its column is no line of the item above it")
  func centredTotals() {
    func draw(_ rows: [(String, Double, String)], on page: inout PageSketch, top: Double) {
      for (index, row) in rows.enumerated() {
        let y = top + Double(index) * 14.43
        page.text(row.0, x: row.1, baseline: y)
        page.text(row.2, x: 330 - Double(row.2.count) * 5, baseline: y)
        page.text(row.2, x: 430 - Double(row.2.count) * 5, baseline: y)
      }
    }
    let found = blocks(
      { page in
        for (text, x) in [("项目", 120.0), ("预算数", 300), ("决算数", 400)] { page.text(text, x: x, baseline: 680) }
        draw([("一、公共服务支出", 60, "12.00"), ("二、外交支出", 60, "4.00"), ("三、国防支出", 60, "5.00")], on: &page, top: 700)
      },
      { page in
        draw(
          [
            ("二十五、债务付息支出", 60, ""), ("二十六、抗疫特别国债安排的支出", 60, ""), ("本年支出合计", 110, "12.00"), ("年末结转和结余", 60, "18.00"),
            ("一、一般公共预算财政拨款", 60, "8.00"), ("二、政府性基金预算财政拨款", 60, "10.00"), ("三、国有资本经营预算财政拨款", 60, ""),
            ("总计", 125, "30.00"),
          ], on: &page, top: 75)
      })
    let labels = tables(found).first?.dump.split(separator: "\n").map { $0.split(separator: " |")[0] }
    #expect(
      labels?.suffix(8) == [
        "二十五、债务付息支出", "二十六、抗疫特别国债安排的支出", "本年支出合计", "年末结转和结余", "一、一般公共预算财政拨款", "二、政府性基金预算财政拨款",
        "三、国有资本经营预算财政拨款", "总计",
      ])
  }

  @Test("a label with a comma is a row where figures stand beside it as they do in the rows above")
  func commas() {
    var page = PageSketch()
    set(body + [["购置设备，维修房屋", "1.00", "1.50"], ["其他", "12.00", "10.00"]], on: &page)
    page.text("本年支出 12.00 万元，比上年增加 1.00 万元。", x: 60, baseline: 240)
    #expect(page.tables.first?.dump == dump + "\n购置设备，维修房屋 | 1.00 | 1.50\n其他 | 12.00 | 10.00")
    #expect(page.lines == ["本年支出12.00万元，比上年增加1.00万元。"])
  }

  @Test("a line with a comma within a bracket that opened above it is a label's")
  func commasInBrackets() {
    var page = PageSketch()
    set(Array(body.prefix(3)), on: &page)
    for (line, text) in ["设备更新（含上年", "续建，不含房屋", "购置）"].enumerated() {
      page.text(text, x: 60, baseline: 160 + Double(line) * 12)
    }
    set([["", "8.00", "7.00"]], on: &page, top: 184)
    set([["公务接待费", "12.00", "10.00"]], on: &page, top: 204)
    #expect(page.tables.first?.dump.hasSuffix("设备更新（含上年续建，不含房屋购置） | 8.00 | 7.00\n公务接待费 | 12.00 | 10.00") == true)
  }

  @Test("a line with a comma within a bracket of its own is a label's, also the first one below centred words")
  func commasInOwnBrackets() {
    var page = PageSketch()
    page.text("项目支出表", x: 250, baseline: 60)
    page.text("单位：万元", x: 470, baseline: 80)
    let rows: [(String, Double, String)] = [
      ("项目名称", 130, "金额"), ("合计", 140, "20.36"), ("特派员补助（含上年续建部分，不", 60, ""), ("含设备购置）", 60, "17.36"),
      ("年度考核（含上年续建，", 60, ""), ("不含设备）", 60, "3.00"),
    ]
    var baseline = 100.0
    for (label, x, figure) in rows {
      page.text(label, x: x, baseline: baseline)
      if !figure.isEmpty { page.text(figure, x: 400, baseline: baseline) }
      baseline += figure.isEmpty ? 12 : 20
    }
    #expect(
      page.tables.first?.dump == """
        项目名称 | 金额
        合计 | 20.36
        特派员补助（含上年续建部分，不含设备购置） | 17.36
        年度考核（含上年续建，不含设备） | 3.00
        """)
  }

  @Test("two rows below a title at a page's foot are a table that goes on on the next page")
  func titledRows() {
    func rows(_ rows: [[String]], _ page: inout PageSketch, top: Double) {
      for (index, row) in rows.enumerated() {
        for (text, x) in zip(row, [60.0, 120, 300]) where !text.isEmpty {
          page.text(text, x: x, baseline: top + Double(index) * 16)
        }
      }
    }
    let found = blocks(
      { page in
        page.text("基本支出决算表", x: 200, baseline: 656, size: 16)
        rows(
          [["科目编码", "科目名称", "决算数（万元）"], ["301", "工资福利支出", "4,481.95"], ["30101", "基本工资", "729.93"]], &page, top: 680)
      },
      { page in
        rows([["30102", "津贴补贴", "1,320.22"], ["30103", "奖金", "502.23"], ["302", "商品和服务支出", "1.00"]], &page, top: 80)
      })
    #expect(tables(found).map(\.rowCount) == [6])
  }

  @Test("a name that fills its column up to its last bracket is parted from the words of the next")
  func bracketAtABorder() {
    var page = PageSketch()
    page.text("项目支出预算表", x: 200, baseline: 60)
    page.text("单位：万元", x: 440, baseline: 80)
    let rows = [
      ["项目名称", "类别", "金额"], ["居家养老补贴", "特定目标类", "6.10"], ["社会组织评估", "特定目标类", "1.59"],
      ["困境儿童走访", "特定目标类", "3.38"], ["居家养老补贴（二期）", "特定目标类", "8.98"],
    ]
    for (index, row) in rows.enumerated() {
      for (text, x) in zip(row, [60.0, 160, 440]) { page.text(text, x: x, baseline: 100 + Double(index) * 20) }
    }
    #expect(page.tables.first?.dump == rows.map { $0.joined(separator: " | ") }.joined(separator: "\n"))
  }

  @Test("quantities that a specification lists are no sentence")
  func quantities() {
    var page = PageSketch()
    page.text("政府采购支出预算表", x: 200, baseline: 60)
    page.text("单位：万元", x: 440, baseline: 80)
    let rows = [["品目", "规格型号", "金额"], ["货物", "310页，5册", "6.10"], ["服务", "221人，4天", "1.59"]]
    for (index, row) in rows.enumerated() {
      for (text, x) in zip(row, [60.0, 120, 440]) { page.text(text, x: x, baseline: 100 + Double(index) * 20) }
    }
    #expect(page.tables.first?.dump == rows.map { $0.joined(separator: " | ") }.joined(separator: "\n"))
  }

  @Test("dashes close to the names of the other side part no words of a text")
  func dashesBesideNames() {
    var page = PageSketch()
    page.text("收支总表", x: 250, baseline: 60)
    page.text("单位：万元", x: 470, baseline: 80)
    let heads = [("项目", 100.0), ("金额", 238), ("项目", 330), ("金额", 490)]
    for (head, x) in heads { page.text(head, x: x, baseline: 100) }
    let rows = [
      ("一、一般公共预算拨款收入", "3804.07", "一、一般公共服务支出", "-"), ("二、政府性基金预算拨款", "-", "二、外交支出", "-"),
      ("三、国有资本经营预算拨款", "-", "三、国防支出", "-"), ("四、上级补助收入", "-", "四、公共安全支出", "-"),
      ("五、事业收入", "-", "五、教育支出", "-"), ("六、经营收入", "-", "六、科学技术支出", "538.97"),
      ("", "", "七、文化旅游体育与传媒支出", "261.40"), ("", "", "八、社会保障和就业支出", "-"), ("", "", "九、卫生健康支出", "-"),
    ]
    for (index, row) in rows.enumerated() {
      let baseline = 120 + Double(index) * 20
      page.text(row.0, x: 60, baseline: baseline)
      page.text(row.1, x: 260 - Double(row.1.count) * 5, baseline: baseline)
      page.text(row.2, x: 264, baseline: baseline)
      page.text(row.3, x: 520 - Double(row.3.count) * 5, baseline: baseline)
    }
    #expect(page.tables.map(\.rowCount) == [10] && page.tables.map(\.columnCount) == [4])
    #expect(page.tables.first?.dump.contains("五、事业收入 | - | 五、教育支出 | -") ?? false)
  }

  @Test("names with a zero each are no table of contents")
  func zeros() {
    var page = PageSketch()
    page.text("单位：万元", x: 400, baseline: 80)
    set([["项目", "预算数"], ["大型修缮", "0"], ["物资储备", "0"], ["无形资产购置", "0"], ["其他支出", "0"]], on: &page)
    #expect(page.tables.map(\.rowCount) == [5])
  }

  @Test("a label wider than the heads over it, between rules as long as the others")
  func wideLabel() throws {
    var page = PageSketch()
    let rows: [(label: String, x: Double, figure: String)] = [
      ("项目", 118, "预算数"), ("栏次", 118, "1"), ("合计", 118, "12.49"), ("1、因公出国（境）费用", 64, ""), ("2、公务接待费", 64, "2.42"),
      ("3、公务用车购置及运行费", 64, "10.07"),
    ]
    page.horizontal(86, 62, 302)
    for (index, row) in rows.enumerated() {
      let baseline = 100 + Double(index) * 20
      page.text(row.label, x: row.x, baseline: baseline)
      if !row.figure.isEmpty {
        page.text(row.figure, x: index < 2 ? 265 : 300 - Double(row.figure.count) * 5, baseline: baseline)
      }
      page.horizontal(baseline + 6, 62, 302)
    }
    #expect(page.tables.map(\.rowCount) == [6])
    #expect(page.tables.first?.dump.hasSuffix("1、因公出国（境）费用 | \n2、公务接待费 | 2.42\n3、公务用车购置及运行费 | 10.07") ?? false)
  }

  @Test("the first row's label begins two lines above its figures, close below the heads")
  func tallFirstRow() throws {
    var page = PageSketch()
    page.text("单位：万元", x: 400, baseline: 80)
    for (x, head) in [(80.0, "项目"), (170, "决算数"), (300, "项目"), (420, "决算数")] { page.text(head, x: x, baseline: 100) }
    let rows: [(left: [String], right: [String], figure: String)] = [
      (["一、一般公共", "预算财政拨款", "收入"], ["一、一般公共", "服务支出"], "1.24"), (["二、政府性基", "金预算财政拨", "款收入"], ["二、外交支出"], "2.87"),
      (["三、其他收入"], ["三、国防支出"], "0.00"), (["四、事业收入"], ["四、公共安全", "支出"], "0.00"),
    ]
    var middle = 128.0
    for row in rows {
      for (x, lines) in [(62.0, row.left), (282, row.right)] {
        for (index, line) in lines.enumerated() {
          page.text(line, x: x, baseline: middle + (Double(index) - Double(lines.count - 1) / 2) * 12)
        }
      }
      for x in [180.0, 430] { page.text(row.figure, x: x, baseline: middle) }
      middle += Double(max(row.left.count, row.right.count)) * 6 + 24
    }
    #expect(
      page.tables.first?.dump.hasPrefix("项目 | 决算数 | 项目 | 决算数\n一、一般公共预算财政拨款收入 | 1.24 | 一、一般公共服务支出 | 1.24\n") ?? false)
  }

  @Test("a title that ends with a remark, between quotation marks, ends the table above it")
  func titleWithRemark() {
    var page = PageSketch()
    set(body, on: &page)
    page.text("《支出预算表（功能科目）》", x: 180, baseline: 190)
    #expect(page.lines == ["《支出预算表（功能科目）》"])
    #expect(page.tables.first?.dump == dump)
  }

  @Test("blank columns reach as far as the rules do, and hold the figures of the next page")
  func blankColumns() {
    let head = [("项目", 60.0), ("合计", 215), ("基本支出", 300), ("其他支出", 410)]
    let blocks = blocks(
      { page in
        page.text("支出决算表", x: 200, baseline: 60)
        for (text, x) in head { page.text(text, x: x, baseline: 100) }
        for (row, name) in ["公共服务", "公共安全", "教育支出"].enumerated() {
          page.horizontal(107 + 20 * Double(row), 58, 482)
          page.text(name, x: 60, baseline: 120 + 20 * Double(row))
          page.text("8.00", x: 240, baseline: 120 + 20 * Double(row))
        }
      },
      { page in
        for (row, name) in ["科技支出", "文化支出", "住房支出"].enumerated() {
          page.horizontal(67 + 20 * Double(row), 58, 482)
          page.text(name, x: 60, baseline: 80 + 20 * Double(row))
          page.text("8.00", x: 240, baseline: 80 + 20 * Double(row))
          if row == 1 { page.text("1.00", x: 460, baseline: 100) }
        }
      })
    #expect(
      tables(blocks).map(\.dump).first?.hasSuffix("---\n科技支出 | 8.00 |  | \n文化支出 | 8.00 |  | 1.00\n住房支出 | 8.00 |  | ")
        == true)
  }

  @Test("labels broken in their middle: how far their lines stand apart is known from the page before")
  func brokenLabels() {
    func rows(_ labels: [(String, String)], on page: inout PageSketch, top: Double) {
      for (row, label) in labels.enumerated() {
        let y = top + 30 * Double(row)
        page.text(label.0, x: 60, baseline: y)
        page.text(label.1, x: 60, baseline: y + 12)
        page.text("8.00", x: 340, baseline: y + 12)
      }
    }
    let blocks = blocks(
      { page in
        page.text("收支总表", x: 200, baseline: 60)
        page.text("项目", x: 120, baseline: 90)
        page.text("金额", x: 330, baseline: 90)
        rows([("一、一般公", "共服务支出"), ("二、外交", "支出"), ("三、国防", "支出"), ("四、公共安", "全支出")], on: &page, top: 110)
      },
      { page in
        rows([("年末结转", "和结余")], on: &page, top: 80)
        page.text("总计", x: 120, baseline: 110)
        page.text("40.00", x: 335, baseline: 110)
      })
    #expect(tables(blocks).first?.dump.hasSuffix("---\n年末结转和结余 | 8.00\n总计 | 40.00") == true)
  }

  @Test("one row with figures among labels, below a rule and column numbers")
  func oneRow() {
    var page = PageSketch()
    page.text("收支总表", x: 200, baseline: 60)
    page.horizontal(70, 58, 402)
    set([["项目", "年初预算数", "决算数"], ["栏次"]], on: &page, top: 90)
    page.text("1", x: 225, baseline: 110)
    page.text("2", x: 335, baseline: 110)
    page.horizontal(116, 58, 402)
    set([["十一、外交", "", ""], ["十二、国防", "9.00", "8.00"], ["十三、教育", "", ""]], on: &page, top: 132)
    page.horizontal(178, 58, 402)
    #expect(
      page.tables.first?.dump
        == "项目 | 年初预算数 | 决算数\n栏次 | 1 | 2\n十一、外交 |  | \n十二、国防 | 9.00 | 8.00\n十三、教育 |  | ")
  }

  @Test("line numbers between the numbered columns of two sides are a column of their own")
  func lineNumbersOfTwoSides() {
    var page = PageSketch()
    page.text("收入支出决算总表", x: 200, baseline: 60)
    let heads = [("项目", 60.0), ("行次", 150), ("决算数", 200), ("项目", 300), ("行次", 400), ("决算数", 470)]
    for (text, x) in heads { page.text(text, x: x, baseline: 90) }
    for (text, x) in [("栏次", 60.0), ("1", 212), ("栏次", 300), ("2", 482)] { page.text(text, x: x, baseline: 106) }
    let names = [("一、拨款收入", "一、公共服务"), ("二、事业收入", "二、外交支出"), ("三、经营收入", "三、国防支出")]
    for (row, name) in names.enumerated() {
      let y = 122 + 16 * Double(row)
      page.text(name.0, x: 60, baseline: y)
      page.text("\(row + 1)", x: 158, baseline: y)
      page.text("20.51", x: 235, baseline: y)
      page.text(name.1, x: 300, baseline: y)
      page.text("\(row + 31)", x: 406, baseline: y)
      if row == 2 { page.text("364.42", x: 505, baseline: y) }
    }
    #expect(
      page.tables.first?.dump == """
        项目 | 行次 | 决算数 | 项目 | 行次 | 决算数
        栏次 |  | 1 | 栏次 |  | 2
        一、拨款收入 | 1 | 20.51 | 一、公共服务 | 31 | 
        二、事业收入 | 2 | 20.51 | 二、外交支出 | 32 | 
        三、经营收入 | 3 | 20.51 | 三、国防支出 | 33 | 364.42
        """)
  }

  @Test("a row of figures alone, below a header with years, and no caption")
  func singleRow() {
    var page = PageSketch()
    page.text("“三公”经费支出决算表", x: 200, baseline: 60)
    for (block, year) in ["2019", "2020"].enumerated() {
      let x = 60 + 180 * Double(block)
      page.text(year, x: x + 80, baseline: 88)
      page.text("年预算", x: x + 75, baseline: 100)
      for (column, head) in ["合计", "因公出国", "公务接待"].enumerated() {
        page.text(head, x: x + 60 * Double(column) + 30 - 5 * Double(head.count), baseline: 116)
        page.text("\(block).5\(column)", x: x + 60 * Double(column) + 38, baseline: 134)
      }
    }
    #expect(
      page.tables.first?.dump == """
        2019年预算 | > | > | 2020年预算 | > | >
        合计 | 因公出国 | 公务接待 | 合计 | 因公出国 | 公务接待
        0.50 | 0.51 | 0.52 | 1.50 | 1.51 | 1.52
        """)
  }

  @Test("a title broken within its brackets")
  func brokenTitle() {
    var page = PageSketch()
    page.text("“三公”经费支出决算表（单", x: 150, baseline: 60)
    page.text("位：万元）", x: 200, baseline: 76)
    set(body, on: &page)
    #expect(page.lines == ["“三公”经费支出决算表（单", "位：万元）"])
    #expect(page.tables.first?.dump == dump)
  }

  @Test("the only row of an empty table, far below its header")
  func farBelow() {
    var page = PageSketch()
    page.text("国有资本经营预算支出决算表", x: 180, baseline: 60)
    page.text("单位：万元", x: 400, baseline: 76)
    set([["项目", "基本支出", "项目支出"]], on: &page)
    set([["合计", "0.00", "0.00"]], on: &page, top: 170)
    #expect(page.tables.first?.dump == "项目 | 基本支出 | 项目支出\n合计 | 0.00 | 0.00")
  }

  @Test("goes on below a repeated header with labels alone, and with a remark above its row")
  func continuedRows() {
    let head = [["", "支出", "", ""], ["项目", "合计", "基本支出", "项目支出"]]
    let first = [
      ["一、公共服务", "8.00", "4.00", "4.00"], ["二、外交", "6.00", "2.00", "4.00"], ["三、国防", "7.00", "4.00", "3.00"],
    ]
    let rest = [["四、公共安全", "", "", ""], ["五、教育", "9.00", "4.00", "5.00"]]
    let repeated = blocks({ set(head + first, on: &$0) }, { set(head + rest, on: &$0) })
    #expect(tables(repeated).map(\.rowCount) == [7])
    #expect(tables(repeated).first?.dump.hasSuffix("---\n四、公共安全 |  |  | \n五、教育 | 9.00 | 4.00 | 5.00") == true)

    let remark = "按计划完成全部年度任务。"
    let remarked = [["项目", "预算数", "绩效目标"], ["巡查", "8.00", remark], ["检验", "6.00", remark], ["登记", "7.00", remark]]
    let found = blocks(
      { set(remarked, on: &$0) },
      {
        $0.text("按计划完成检定，资金使用", x: 320, baseline: 94)
        set([["检定", "5.00", ""], ["宣传", "2.00", remark]], on: &$0)
        $0.text("合规。", x: 320, baseline: 106)
      })
    #expect(tables(found).first?.dump.hasSuffix("---\n检定 | 5.00 | 按计划完成检定，资金使用合规。\n宣传 | 2.00 | \(remark)") == true)
  }

  @Test("what stands below the title of another table is not read in the columns of the last")
  func titleAtFoot() throws {
    let found = blocks(
      {
        set(body, on: &$0)
        $0.text("支出决算表", x: 200, baseline: 300)
      },
      { page in
        for (index, row) in [
          ["编码", "名称", "金额"], ["201", "公共服务", "8.00"], ["202", "外交", "6.00"], ["203", "国防", "5.00"],
        ].enumerated() {
          for (text, x) in zip(row, [60.0, 110, 440]) { page.text(text, x: x, baseline: 60 + Double(index) * 20) }
        }
      })
    #expect(tables(found).map(\.dump).last == "编码 | 名称 | 金额\n201 | 公共服务 | 8.00\n202 | 外交 | 6.00\n203 | 国防 | 5.00")
  }

  @Test("a name that takes most of the width, over the line of its figure")
  func wideNames() throws {
    var page = PageSketch()
    for (index, name) in ["基本工资", "津贴补贴", "奖金"].enumerated() {
      page.text(name, x: 60, baseline: 100 + Double(index) * 20)
      page.text("600", x: 275, baseline: 100 + Double(index) * 20)
    }
    page.text("机关事业单位基本养老保险", x: 60, baseline: 160)
    page.text("缴费支出", x: 60, baseline: 172)
    page.text("700", x: 275, baseline: 172)
    page.text("住房公积金", x: 60, baseline: 192)
    page.text("800", x: 275, baseline: 192)
    let table = try #require(page.tables.first)
    #expect(page.tables.count == 1)
    #expect(table.dump.hasSuffix("机关事业单位基本养老保险缴费支出 | 700\n住房公积金 | 800"))
  }

  @Test("three lines, or a rule under every row")
  func ruled() {
    for ys in [[84.0, 106, 166], [84, 106, 126, 146, 166]] {
      var page = PageSketch()
      for y in ys { page.horizontal(y, 55, 400) }
      set(body, on: &page)
      #expect(page.tables.map(\.dump) == [dump])
    }
  }

  @Test("a table of two rows needs rules around it")
  func small() {
    var page = PageSketch()
    set(Array(body.prefix(2)), on: &page)
    #expect(page.tables.isEmpty)
    for y in [84.0, 106, 126] { page.horizontal(y, 55, 400) }
    #expect(page.tables.map(\.rowCount) == [2])
  }

  @Test("a label on two lines belongs to the row between them")
  func wrappedLabel() throws {
    var page = PageSketch()
    set(body, on: &page)
    page.text("公务用车购置", x: 60, baseline: 180)
    page.text("2.00", x: 240, baseline: 186)
    page.text("2.00", x: 360, baseline: 186)
    page.text("及运行费", x: 60, baseline: 192)
    let table = try #require(page.tables.first)
    #expect(grid(table).last == ["公务用车购置及运行费", "2.00", "2.00"])
  }

  @Test("contents lists, prose and captions are no tables")
  func notTables() {
    var contents = PageSketch()
    for (index, title) in ["部门概况", "收入决算表", "支出决算表", "情况说明"].enumerated() {
      contents.text(title, x: 80, baseline: 100 + Double(index) * 20)
      contents.text("\(index * 3 + 2)", x: 480, baseline: 100 + Double(index) * 20)
    }
    #expect(contents.tables.isEmpty && contents.lines.count == 4)
    var leaders = PageSketch()
    for index in 0..<4 {
      leaders.text("第\(index)部分部门概况", x: 80, baseline: 100 + Double(index) * 20)
      leaders.text("................", x: 250, baseline: 100 + Double(index) * 20)
      leaders.text("\(index)", x: 480, baseline: 100 + Double(index) * 20)
    }
    #expect(leaders.tables.isEmpty)
    var prose = PageSketch()
    for index in 0..<6 {
      prose.text("本年收入 1,024.50 万元，比上年增加 24.50 万元，增长 2.4%，", x: 80, baseline: 100 + Double(index) * 20)
    }
    #expect(prose.tables.isEmpty && prose.lines.count == 6)
    var caption = PageSketch()
    caption.text("部门：某某局", x: 80, baseline: 100)
    caption.text("单位：万元", x: 400, baseline: 100)
    #expect(caption.tables.isEmpty)
  }

  @Test("numbers, and what is none")
  func numbers() {
    for text in ["1", "1,802.64", "-3.5", "(1.20)", "12.5%", "１２．３", "12.30万元"] { #expect(Lexeme(text).isFigure) }
    for text in ["", "1.", "-", "一", "2,"] { #expect(!Lexeme(text).isFigure) }
  }

  @Test("goes on on the next page with the same columns")
  func overPages() {
    let found = blocks(
      { page in set(body, on: &page, top: 700) },
      { page in
        set([["公务用车费", "13.00", "11.50"], ["会议费", "12.00", "1.50"], ["培训费", "12.00", "10.00"]], on: &page, top: 120)
      })
    #expect(tables(found).map(\.rowCount) == [7])
  }

  @Test("goes on on the next page with labels alone, and a heading does not")
  func labelsOverPages() {
    let found = blocks(
      { page in set(body, on: &page, top: 700) },
      { page in
        page.text("会议费", x: 60, baseline: 100)
        page.text("培训费", x: 60, baseline: 120)
      },
      { page in page.text("第二部分", x: 60, baseline: 100, size: 16) })
    #expect(tables(found).map(\.rowCount) == [6])
    #expect(found.count == 2)
  }

  @Test("the words of an unread table above the title are none of the caption that the next page repeats")
  func captionBelowOtherText() throws {
    func header(on page: inout PageSketch, top: Double) {
      page.horizontal(top - 12, 58, 442)
      page.text("项目", x: 110, baseline: top)
      page.horizontal(top + 5, 58, 190)
      for (text, x) in [("编码", 60.0), ("科目名称", 110), ("年初结转", 210), ("本年收入", 300), ("本年支出", 390)] {
        page.text(text, x: x, baseline: top + (x < 200 ? 20 : 10))
      }
      page.horizontal(top + 30, 58, 442)
    }
    func rows(_ codes: [String], on page: inout PageSketch, top: Double) {
      for (row, code) in codes.enumerated() {
        let y = top + 20 * Double(row)
        page.text(code, x: 60, baseline: y)
        page.text("某支出", x: 110, baseline: y)
        for x in [230.0, 320, 410] { page.text("1.00", x: x, baseline: y) }
        page.horizontal(y + 5, 58, 442)
      }
    }
    let blocks = blocks(
      { page in
        page.text("项目", x: 90, baseline: 400)
        page.text("本表无数据。", x: 60, baseline: 420)
        page.text("项目支出决算表", x: 200, baseline: 600, size: 16)
        page.text("单位：万元", x: 390, baseline: 620)
        header(on: &page, top: 650)
        rows(["20101", "20102", "20103"], on: &page, top: 700)
      },
      { page in
        header(on: &page, top: 60)
        rows(["20104", "20105", "20106"], on: &page, top: 110)
      })
    let table = try #require(tables(blocks).first)
    #expect(tables(blocks).count == 1 && table.rowCount == 8 && table.breaks == [5])
  }

  @Test("a header alone under the unit is a table")
  func headerAlone() {
    var page = PageSketch()
    page.text("单位：万元", x: 440, baseline: 90)
    set([["项目", "合计", "基本支出", "项目支出"]], on: &page)
    page.text("本表无数据。", x: 60, baseline: 140)
    #expect(page.tables.map(\.dump) == ["项目 | 合计 | 基本支出 | 项目支出"])
  }

  @Test("a total centred over the columns of names labels its row")
  func spanningTotal() throws {
    var page = PageSketch()
    set(body, on: &page)
    page.text("公用经费合计", x: 195, baseline: 180)
    page.text("11.50", x: 355, baseline: 180)
    let table = try #require(page.tables.first)
    #expect(grid(table).last == ["公用经费合计", "", "11.50"])
  }

  @Test("a total set wide, over the last part of the codes and the names, joins no columns")
  func totalOverCodes() throws {
    var page = PageSketch()
    let labels = [("类", 64.0), ("款", 98), ("项", 131), ("科目名称", 165)]
    let columns = [("合计", 260.0), ("基本支出", 310), ("项目支出", 380), ("上缴", 450), ("其他", 510)]
    for (text, x) in labels + columns { page.text(text, x: x, baseline: 100) }
    page.text("合", x: 138, baseline: 120)
    page.text("计", x: 158, baseline: 120)
    let rows = [
      ["205", "", "", "教育"], ["205", "02", "", "普"], ["205", "02", "05", "高等教育"], ["205", "02", "99", "其他"],
    ]
    for (index, row) in rows.enumerated() {
      for (text, x) in zip(row, [60.0, 96, 130, 150]) { page.text(text, x: x, baseline: 140 + 20 * Double(index)) }
    }
    for x in [260.0, 330, 400, 450, 510] { page.text("8.00", x: x, baseline: 120) }
    for row in 1..<5 { page.text("8.00", x: 260, baseline: 120 + 20 * Double(row)) }
    let found = try #require(page.tables.first.map(grid)).suffix(2).map { $0.prefix(5) }
    #expect(found == [["205", "02", "05", "高等教育", "8.00"], ["205", "02", "99", "其他", "8.00"]])
  }

  @Test("prose whose letters are set wide is no table")
  func wideProse() {
    var page = PageSketch()
    for index in 0..<6 {
      for (column, word) in ["本年收入", "17981.68", "万元，占", "99.92%；"].enumerated() {
        page.text(word, x: 80 + Double(column) * 90 + Double(index) * 7, baseline: 100 + Double(index) * 20)
      }
    }
    #expect(page.tables.isEmpty)
  }

  @Test("a page of very many lines costs no more than its lines")
  func manyLines() {
    let seconds = processorSeconds {
      var page = PageSketch(width: 14_400, height: 14_400)
      for index in 0..<3000 {
        let y = Double(index) * 4
        page.text("甲", x: 10, baseline: y, size: 3)
        if index % 2 == 0 { page.text("乙", x: 100, baseline: y, size: 3) }
      }
      #expect(page.tables.isEmpty && page.lines.count == 3000)
    }
    #expect(seconds < 120)
  }

  @Test("figures that nearly touch the names of the next column, below heads of several lines over column numbers")
  func figuresBesideNames() throws {
    var page = PageSketch()
    page.text("收入", x: 100, baseline: 92)
    page.text("支出", x: 330, baseline: 92)
    page.text("决算数", x: 360, baseline: 104)
    for (line, (first, second)) in zip(["一般公共", "预算财政", "拨款"], ["政府性基", "金预算财", "政拨款"]).enumerated() {
      page.text(first, x: 400 + (line == 2 ? 10 : 0), baseline: 116 + 12 * Double(line))
      page.text(second, x: 460 + (line == 2 ? 5 : 0), baseline: 116 + 12 * Double(line))
    }
    for (text, x) in [("项目", 90.0), ("决算数", 180), ("项目", 260), ("合计", 350)] { page.text(text, x: x, baseline: 128) }
    for (text, x) in [("**", 95.0), ("1", 192), ("**", 265), ("2", 357), ("3", 417), ("4", 477)] {
      page.text(text, x: x, baseline: 152)
    }
    let labels = ["一般公共服务支出", "外交支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出"]
    for (index, label) in labels.enumerated() {
      page.text(label, x: 219, baseline: 172 + 20 * Double(index))
    }
    page.text("一、一般公共预算财政", x: 60, baseline: 166)
    page.text("拨款", x: 60, baseline: 178)
    page.text("2,556.32", x: 175, baseline: 172)
    for row in [4, 5] {
      page.text("279.54", x: 340, baseline: 172 + 20 * Double(row))
      page.text("279.54", x: 400, baseline: 172 + 20 * Double(row))
    }
    page.horizontal(80, 60, 520)
    page.horizontal(158, 60, 520)
    let table = try #require(page.tables.first)
    #expect(page.tables.count == 1 && table.columnCount == 6)
    #expect(table.dump.contains("一、一般公共预算财政拨款 | 2,556.32 | 一般公共服务支出"))
    #expect(table.dump.contains("科学技术支出 | 279.54 | 279.54"))
  }

  @Test("remarks that are sentences, wider than their head, beside figures that nearly touch them")
  func remarksBesideFigures() throws {
    var page = PageSketch(width: 842)
    for (text, x) in [("单位编码", 80.0), ("项目名称", 200), ("项目金额", 390), ("项目简介", 560)] {
      page.text(text, x: x, baseline: 110)
    }
    for row in 0..<4 {
      let y = 130 + 28 * Double(row)
      page.text("149001", x: 50, baseline: y)
      page.text("检查委托\(row)", x: 160, baseline: y)
      page.text("7988\(row).03", x: 426, baseline: y)
      page.text("按季度完成检查委托的年度任务，服务对象满意度不低于九成。", x: 470, baseline: y - 5)
      page.text("全年四次。", x: 470, baseline: y + 7)
    }
    page.horizontal(96, 50, 760)
    page.horizontal(116, 50, 760)
    page.horizontal(230, 50, 760)
    let table = try #require(page.tables.first)
    #expect(table.columnCount == 4 && table.rowCount == 5)
    #expect(page.lines.isEmpty)
  }

  @Test("codes that a name in the column before touches")
  func codesBehindNames() throws {
    var page = PageSketch()
    for (text, x) in [("单位名称", 70.0), ("科目编码", 150), ("科目名称", 250), ("合计", 410)] {
      page.text(text, x: x, baseline: 110)
    }
    page.horizontal(96, 50, 460)
    page.horizontal(116, 50, 460)
    let rows = [
      ("某市财政局（本级）", "201", "一般公共服务支出"), ("某市财政局（本级）", "20106", "财政事务"),
      ("某市财政局（本级）", "2010601", "行政运行"), ("某市信息中心", "208", "社会保障和就业支出"),
    ]
    for (index, row) in rows.enumerated() {
      let y = 130 + 16 * Double(index)
      page.text(row.0, x: 55, baseline: y)
      page.text(row.1, x: 145, baseline: y)
      page.text(row.2, x: 200, baseline: y)
      page.text("1\(index).00", x: 410, baseline: y)
    }
    page.horizontal(184, 50, 460)
    let table = try #require(page.tables.first)
    #expect(table.columnCount == 4)
    #expect(table.dump.contains("某市财政局（本级） | 201 | 一般公共服务支出 | 10.00"))
    #expect(table.dump.contains("某市财政局（本级） | 2010601 | 行政运行 | 12.00"))
  }

  @Test("digits beside letters a quarter of an em apart are one text")
  func quarterSpaces() throws {
    var page = PageSketch()
    for (text, x) in [("采购项目", 70.0), ("规格型号", 200), ("总计", 340), ("一般公共预算", 400)] {
      page.text(text, x: x, baseline: 110)
    }
    page.horizontal(96, 50, 480)
    page.horizontal(116, 50, 480)
    for (index, row) in [("货物", "221", "平方米"), ("工程", "110", "页，"), ("服务", "346", "页，")].enumerated() {
      let y = 130 + 16 * Double(index)
      page.text(row.0, x: 70, baseline: y)
      page.text(row.1, x: 190, baseline: y)
      page.text(row.2, x: 207.5, baseline: y)
      page.text("6", x: 207.5 + 10 * Double(row.2.count) + 2.5, baseline: y)
      page.text("册", x: 217.5 + 10 * Double(row.2.count) + 0.0, baseline: y)
      for x in [340.0, 430] { page.text("18.8\(index)", x: x, baseline: y) }
    }
    page.horizontal(168, 50, 480)
    let table = try #require(page.tables.first)
    #expect(table.columnCount == 4)
    #expect(table.dump.contains("货物 | 221平方米6册 | 18.80 | 18.80"))
  }

  @Test("a title broken over two lines ends the table above it, though a year in it stands under a column")
  func brokenTitleWithYear() {
    var page = PageSketch()
    for (row, name) in ["科目名称", "社会保障支出", "卫生健康支出", "住房保障支出"].enumerated() {
      let y = 100 + 16 * Double(row)
      page.text(name, x: 60, baseline: y)
      page.text(row == 0 ? "合计" : "\(row)82.85", x: 320, baseline: y)
      page.text(row == 0 ? "基本支出" : "\(row)61.00", x: 440, baseline: y)
    }
    page.text("某某市港湾区卫生健康局信息中心", x: 88, baseline: 190, size: 15)
    page.text("2021", x: 320, baseline: 190, size: 15)
    page.text("年度财政拨款收支总体", x: 355, baseline: 190, size: 15)
    page.text("情况表", x: 260, baseline: 213, size: 15)
    page.text("单位：万元", x: 440, baseline: 236)
    #expect(page.tables.map(\.rowCount) == [4])
    #expect(page.lines.contains { $0.hasPrefix("某某市港湾区") })
  }

  @Test("the last line of a name, above a title, is no line of the title")
  func nameAboveTitle() {
    var page = PageSketch()
    for row in 0..<4 {
      let y = 100 + 40 * Double(row)
      page.text("南塘县水务", x: 60, baseline: y - 11)
      page.text("80\(row) 局技术", x: 44, baseline: y)
      page.text("推广站", x: 60, baseline: y + 11)
      page.text("\(row)82.85", x: 320, baseline: y)
      page.text("\(row)61.00", x: 440, baseline: y)
      page.horizontal(y + 17, 40, 480)
    }
    page.text("支出总表", x: 260, baseline: 280, size: 15)
    page.text("预算单位：某局", x: 40, baseline: 300)
    #expect(page.tables.map(\.rowCount) == [4])
    #expect(page.lines == ["支出总表", "预算单位：某局"])
  }

  @Test(
    "the first row's name has a comma in a bracket that its next line closes, and figures stand right of their heads' numbers"
  )
  func commaInTheFirstName() {
    var page = PageSketch()
    page.text("项目支出表", x: 200, baseline: 60, size: 14)
    page.text("单位：万元", x: 440, baseline: 80)
    for (text, x) in [("项目名称", 120.0), ("项目总额", 300), ("财政资金", 400)] { page.text(text, x: x, baseline: 100) }
    for (text, x) in [("栏次", 130.0), ("1", 317), ("2", 417)] { page.text(text, x: x, baseline: 116) }
    page.text("校舍加固（含续建部分，不", x: 60, baseline: 132)
    page.text("含设备购置）", x: 60, baseline: 143)
    page.text("教师轮训", x: 60, baseline: 160)
    for (row, y) in [143.0, 160].enumerated() {
      page.text("\(row)8.65", x: 335, baseline: y)
      page.text("\(row)8.65", x: 435, baseline: y)
    }
    #expect(
      page.tables.map { $0.dump.split(separator: "\n").dropFirst(2).joined(separator: "\n") }
        == ["校舍加固（含续建部分，不含设备购置） | 08.65 | 08.65\n教师轮训 | 18.65 | 18.65"])
  }
}

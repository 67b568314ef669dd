import Testing

@testable import TableStructure

@Suite("Heads that fill narrow columns of figures")
struct NarrowHeadTests {
  /// Letters 10 points wide, each in a place of its own.
  private func set(_ letters: [(String, Double)], at baseline: Double, on page: inout PageSketch) {
    for (letter, x) in letters { page.text(letter, x: x, baseline: baseline) }
  }

  /// Figures that end at 100, 150, 200, …
  private func set(_ figures: [String], at baseline: Double, on page: inout PageSketch) {
    for (column, figure) in figures.enumerated() {
      page.text(figure, x: 100 + 50 * Double(column) - 5 * Double(figure.count), baseline: baseline)
    }
  }

  private func page(_ draw: (inout PageSketch) -> Void) -> Table? {
    var page = PageSketch()
    page.text("国有资产占用情况表", x: 150, baseline: 60)
    page.text("单位：台", x: 240, baseline: 80)
    draw(&page)
    return page.tables.first
  }

  @Test("letters and figures of a head stand as far apart as heads do")
  func setOut() {
    let table = page { page in
      set([("车", 72), ("单价", 104), ("50", 130), ("其", 154), ("他", 190)], at: 100, on: &page)
      set([("辆", 72), ("元以上", 107), ("用车", 167)], at: 114, on: &page)
      set(["3", "0", "12"], at: 134, on: &page)
    }
    #expect(table?.dump == "车辆 | 单价50元以上 | 其他用车\n3 | 0 | 12")
  }

  @Test("letters over codes, which end where some of these do")
  func overCodes() {
    let table = page { page in
      set([("科", 60), ("目", 75), ("编", 90), ("名称", 120), ("金额", 180)], at: 100, on: &page)
      set([("码", 75)], at: 114, on: &page)
      for (row, code) in ["301", "30101", "30102"].enumerated() {
        page.text(code, x: 60, baseline: 130 + 16 * Double(row))
        page.text("工资", x: 120, baseline: 130 + 16 * Double(row))
        page.text("1.00", x: 180, baseline: 130 + 16 * Double(row))
      }
    }
    #expect(table?.dump.hasPrefix("科目编码 | 名称 | 金额\n301 | 工资 | 1.00") == true)
  }

  @Test("brackets of two heads touch")
  func brackets() {
    let table = page { page in
      page.text("车辆（辆）", x: 150, baseline: 86)
      set([("设备", 70), ("房屋", 120), ("土地", 170)], at: 100, on: &page)
      // Drawn one after the other, the second set back.
      set([("（台套）", 55), ("（万元）", 106), ("（万元）", 156)], at: 114, on: &page)
      set(["3", "0", "2"], at: 134, on: &page)
    }
    #expect(
      table?.dump == "车辆（辆） | > | >\n设备 | 房屋 | 土地\n（台套） | （万元） | （万元）\n3 | 0 | 2")
  }

  @Test("line numbers between numbered columns have no number")
  func lineNumbers() {
    let table = page { page in
      set([("项目", 60), ("行次", 110), ("决算数", 160), ("项目", 230), ("行次", 290), ("决算数", 340)], at: 100, on: &page)
      set([("栏次", 60), ("1", 172), ("栏次", 230), ("2", 352)], at: 114, on: &page)
      for row in 0..<3 {
        let y = 130 + 16 * Double(row)
        set(
          [("收入", 60), ("\(row + 1)", 117), ("8.00", 175), ("支出", 230), ("3\(row)", 295), ("7.00", 355)], at: y,
          on: &page)
      }
    }
    #expect(
      table?.dump == """
        项目 | 行次 | 决算数 | 项目 | 行次 | 决算数
        栏次 |  | 1 | 栏次 |  | 2
        收入 | 1 | 8.00 | 支出 | 30 | 7.00
        收入 | 2 | 8.00 | 支出 | 31 | 7.00
        收入 | 3 | 8.00 | 支出 | 32 | 7.00
        """)
  }

  @Test("a head over two numbered columns, between lower heads of others")
  func overTwo() {
    let table = page { page in
      set([("合计", 75), ("小计", 150), ("车", 220), ("车", 270)], at: 100, on: &page)
      set([("上年", 75), ("本年", 125), ("上年", 175), ("购", 220), ("运", 270)], at: 112, on: &page)
      set([("1", 80), ("2", 130), ("3", 180), ("4", 223), ("5", 273)], at: 124, on: &page)
      set(["3.00", "4.00", "5.00", "6.00", "7.00"], at: 140, on: &page)
    }
    #expect(table?.columnCount == 5)
  }

  @Test("a head over three columns, right above that in the middle: 小计 beside it has no other head")
  func overSubtotal() {
    let table = page { page in
      for (text, x) in [("合计", 82.0), ("出国费", 142), ("接待费", 462)] { page.text(text, x: x, baseline: 106) }
      page.text("公务用车购置及运行费", x: 270, baseline: 100)
      for (text, x) in [("小计", 212.0), ("公务用车购置费", 285), ("公务用车运行费", 376)] { page.text(text, x: x, baseline: 112) }
      for (column, x) in [85.0, 150, 215, 315, 405, 470].enumerated() {
        page.text(column == 1 ? "0.00" : "4.00", x: x, baseline: 130)
      }
    }
    #expect(
      table?.dump == """
        合计 | 出国费 | 公务用车购置及运行费 | > | > | 接待费
        ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
        4.00 | 0.00 | 4.00 | 4.00 | 4.00 | 4.00
        """)
  }

  @Test("so below a head of all, and above two columns each")
  func overSubtotals() {
    let table = page { page in
      page.text("支出", x: 190, baseline: 88)
      page.text("公务用车购置及运行费", x: 167, baseline: 100)
      for (text, x) in [("小计", 105.0), ("购置费", 200), ("运行费", 300)] { page.text(text, x: x, baseline: 112) }
      for (column, x) in [80.0, 130, 180, 230, 280, 330].enumerated() {
        page.text(column.isMultiple(of: 2) ? "预算" : "决算", x: x, baseline: 124)
        page.text("4.00", x: x, baseline: 142)
      }
    }
    #expect(table?.dump.hasPrefix("支出 | > | > | > | > | >\n公务用车购置及运行费 | > | > | > | > | >\n小计 | > | 购置费 | >") == true)
  }

  @Test("a head of two and one of three lines beside 小计")
  func besideSubtotal() {
    let table = page { page in
      page.text("支出", x: 190, baseline: 88)
      for (text, x) in [("合计", 80.0), ("小计", 150)] { page.text(text, x: x, baseline: 112) }
      for (line, y) in [("一般", 106.0), ("公共", 118)] { page.text(line, x: 210, baseline: y) }
      for (line, y) in [("某政", 100.0), ("府性", 112), ("基金", 124)] { page.text(line, x: 280, baseline: y) }
      for x in [80.0, 150, 210, 280] { page.text("4.00", x: x, baseline: 142) }
    }
    #expect(table?.dump.hasSuffix("小计 | 一般公共 | 某政府性基金\n4.00 | 4.00 | 4.00 | 4.00") == true)
  }

  @Test("heads of two lines between 小计 and one as low as it")
  func beyondSubtotal() {
    let table = page { page in
      for (text, x) in [("合计", 80.0), ("小计", 150)] { page.text(text, x: x, baseline: 112) }
      for (line, y) in [("购车", 106.0), ("费用", 118)] { page.text(line, x: 210, baseline: y) }
      for (line, y) in [("出国", 100.0), ("费用", 112)] { page.text(line, x: 280, baseline: y) }
      for x in [80.0, 150, 210, 280] { page.text("4.00", x: x, baseline: 142) }
    }
    #expect(table?.dump == "合计 | 小计 | 购车费用 | 出国费用\n4.00 | 4.00 | 4.00 | 4.00")
  }

  @Test("a quoted word above what it says more of")
  func quoted() {
    let table = page { page in
      page.text("单位", x: 60, baseline: 106)
      for (text, x) in [("“三公”", 120.0), ("因公出", 215)] { page.text(text, x: x, baseline: 100) }
      for (text, x) in [("经费合计数", 115.0), ("国费", 220)] { page.text(text, x: x, baseline: 112) }
      for row in 0..<3 {
        let y = 130 + 16 * Double(row)
        page.text("某局", x: 60, baseline: y)
        for x in [150.0, 240] { page.text("4.00", x: x, baseline: y) }
      }
    }
    #expect(table?.dump.split(separator: "\n").prefix(2) == ["单位 | “三公”经费合计数 | 因公出国费", "某局 | 4.00 | 4.00"])
  }
}

import PageContent
import Testing

@testable import TableStructure

/// Tables without rules in which the lines of a cell stand farther apart than rows do.
@Suite("Lines of a cell farther apart than rows")
struct LooseLeadingTests {
  private static let pitch = 14.0
  private static let leading = 18.0

  /// Where figures stand beside the lines of a label.
  enum Setting: CaseIterable { case middle, top, bottom }

  /// Draws rows below each other, each label as its lines; figures end at 300 and 400.
  private func draw(
    _ rows: [(label: [String], figures: [String])], _ setting: Setting, leading: Double = Self.leading,
    pitch: Double = Self.pitch, on page: inout PageSketch
  ) {
    var y = 140.0
    for row in rows {
      let height = Double(row.label.count - 1) * leading
      for (index, line) in row.label.enumerated() {
        page.text(line, x: 60, baseline: y + Double(index) * leading)
      }
      let middle = y + (setting == .middle ? height / 2 : setting == .top ? 0 : height)
      for (column, figure) in row.figures.enumerated() {
        page.text(figure, x: 300 + Double(column) * 100 - Double(figure.count) * 5, baseline: middle)
      }
      y += height + pitch
    }
  }

  private func drawHeader(on page: inout PageSketch) {
    page.text("项目", x: 90, baseline: 112)
    page.text("年初预算数", x: 250, baseline: 112)
    page.text("决算数", x: 365, baseline: 112)
  }

  @Test("labels of one, two and three lines", arguments: Setting.allCases)
  func labels(_ setting: Setting) throws {
    var page = PageSketch()
    drawHeader(on: &page)
    draw(
      [
        (["合计"], ["77.10", "70.20"]), (["农林水支出"], ["10.00", "9.00"]), (["灾害防治及应急管", "理支出"], ["1.10", "1.20"]),
        (["金融支出"], ["20.00", "19.00"]), (["国有资本经营预算", "支出"], ["6.00", "5.00"]), (["住房保障支出"], ["30.00", "29.00"]),
        (["抗疫特别国债安排", "的支出和其他各项", "支出"], ["7.00", "6.00"]), (["其他支出"], ["3.00", "1.00"]),
      ], setting, on: &page)
    let table = try #require(page.tables.first)
    #expect(
      table.dump == """
        项目 | 年初预算数 | 决算数
        合计 | 77.10 | 70.20
        农林水支出 | 10.00 | 9.00
        灾害防治及应急管理支出 | 1.10 | 1.20
        金融支出 | 20.00 | 19.00
        国有资本经营预算支出 | 6.00 | 5.00
        住房保障支出 | 30.00 | 29.00
        抗疫特别国债安排的支出和其他各项支出 | 7.00 | 6.00
        其他支出 | 3.00 | 1.00
        """)
  }

  @Test("rows of one line higher than their line needs, and one of two at the end of a page")
  func highRows() throws {
    var page = PageSketch()
    drawHeader(on: &page)
    let rows = [(140.0, "农林水支出", "9.00"), (160.2, "其他支出", "3.00"), (180.4, "金融支出", "4.00"), (200.6, "住房保障支出", "2.00")]
    for (y, label, figure) in rows {
      page.text(label, x: 80, baseline: y)
      for x in [270.0, 370] { page.text(figure, x: x, baseline: y) }
    }
    // The row is 29.4 high: two lines of 12.2 and what a row of one has around its own.
    page.text("国有资本经营预算支", x: 80, baseline: 217.8)
    page.text("出", x: 60, baseline: 230)
    for x in [270.0, 370] { page.text("5.00", x: x, baseline: 230) }
    let table = try #require(page.tables.first)
    #expect(table.dump.hasSuffix("金融支出 | 4.00 | 4.00\n住房保障支出 | 2.00 | 2.00\n国有资本经营预算支出 | 5.00 | 5.00"))
  }

  @Test("figures beside no single line: a place in a list begins a label")
  func listed() throws {
    var page = PageSketch()
    drawHeader(on: &page)
    draw(
      [
        (["一、一般公共预算财", "政拨款"], ["8.00", "7.00"]), (["二、政府性基金预算", "财政拨款"], ["1.00", "1.00"]), (["三、外交支出"], []),
        (["四、国防支出"], []), (["五、社会保障和就业", "支出"], ["8.00", "7.00"]), (["六、其他支出"], []),
      ], .top, on: &page)
    let table = try #require(page.tables.first)
    #expect(
      table.dump.hasSuffix(
        """
        一、一般公共预算财政拨款 | 8.00 | 7.00
        二、政府性基金预算财政拨款 | 1.00 | 1.00
        三、外交支出 |  | \n\
        四、国防支出 |  | \n\
        五、社会保障和就业支出 | 8.00 | 7.00
        六、其他支出 |  | 
        """))
  }

  @Test("labels on the lines of which nothing is left free: a place in a list begins one")
  func tight() throws {
    var page = PageSketch()
    drawHeader(on: &page)
    draw(
      [
        (["五、教育支", "出"], ["1.00", "1.00"]), (["七、文化旅", "游体育与传", "媒支出"], ["9.00", "8.00"]),
        (["八、社会保", "障和就业支", "出"], ["5.00", "4.00"]),
        (["九、卫生健", "康支出"], ["3.00", "2.00"]), (["十、节能环", "保支出"], []), (["十一、城乡", "社区支出"], []),
        (["十八、自然", "资源海洋气", "象等支出"], []),
        (["十九、住房", "保障支出"], ["2.00", "1.00"]), (["二十、粮油", "物资储备支", "出"], []), (["本年支出合", "计"], ["20.00", "16.00"]),
      ], .middle, leading: 12, pitch: 12, on: &page)
    let table = try #require(page.tables.first)
    #expect(
      table.dump.hasSuffix(
        """
        五、教育支出 | 1.00 | 1.00
        七、文化旅游体育与传媒支出 | 9.00 | 8.00
        八、社会保障和就业支出 | 5.00 | 4.00
        九、卫生健康支出 | 3.00 | 2.00
        十、节能环保支出 |  | \n\
        十一、城乡社区支出 |  | \n\
        十八、自然资源海洋气象等支出 |  | \n\
        十九、住房保障支出 | 2.00 | 1.00
        二十、粮油物资储备支出 |  | \n\
        本年支出合计 | 20.00 | 16.00
        """))
  }

  @Test("labels of three lines alone, around their figures, as close as lines are")
  func oddLabels() throws {
    var page = PageSketch()
    drawHeader(on: &page)
    draw(
      [
        (["合计"], ["24.00", "20.00"]), (["某某市沙洲区文", "化和旅游局（本", "级）"], ["12.00", "9.00"]),
        (["某某市沙洲区文", "化和旅游技术推", "广站"], ["5.00", "5.00"]), (["某某市沙洲区文", "化和旅游培训中", "心"], ["7.00", "6.00"]),
      ], .middle, leading: 12, pitch: 12, on: &page)
    let table = try #require(page.tables.first)
    #expect(
      table.dump.hasSuffix(
        """
        合计 | 24.00 | 20.00
        某某市沙洲区文化和旅游局（本级） | 12.00 | 9.00
        某某市沙洲区文化和旅游技术推广站 | 5.00 | 5.00
        某某市沙洲区文化和旅游培训中心 | 7.00 | 6.00
        """))
  }

  @Test("labels of two lines alone: one that is not full ends")
  func alternating() throws {
    var page = PageSketch()
    drawHeader(on: &page)
    draw(
      [
        (["年初财政拨款结转和", "结余"], ["8.00", "7.00"]), (["一般公共预算财政拨", "款"], ["5.00", "4.00"]),
        (["政府性基金预算财政", "拨款"], ["3.00", "3.00"]),
      ], .top, on: &page)
    let table = try #require(page.tables.first)
    #expect(
      table.dump.hasSuffix("\n年初财政拨款结转和结余 | 8.00 | 7.00\n一般公共预算财政拨款 | 5.00 | 4.00\n政府性基金预算财政拨款 | 3.00 | 3.00"))
  }

  @Test("heads of several lines, which nothing in the body measures")
  func heads() throws {
    var page = PageSketch()
    page.text("支出", x: 300, baseline: 80)
    for (x, lines) in [(250.0, ["合计"]), (320, ["一般公共预", "算财政拨款"]), (400, ["政府性基金", "预算财政拨", "款"])] {
      for (index, line) in lines.enumerated() {
        let middle = 116 + (Double(index) - Double(lines.count - 1) / 2) * Self.leading
        page.text(line, x: x - Double(line.count) * 5, baseline: middle)
      }
    }
    page.text("项目", x: 90, baseline: 107)
    for (index, label) in ["合计", "外交支出", "国防支出", "教育支出"].enumerated() {
      let y = 148 + Double(index) * Self.pitch
      page.text(label, x: 60, baseline: y)
      for end in [270.0, 345, 425] { page.text("12.00", x: end - 25, baseline: y) }
    }
    let table = try #require(page.tables.first)
    #expect(table.dump.hasPrefix("项目 | 支出 | > | >\n^ | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款\n合计 | 12.00 | 12.00 | 12.00"))
  }

  @Test("heads of one, two and three lines, each line at a height of its own, above the column numbers")
  func interleavedHeads() throws {
    var page = PageSketch()
    page.text("科目编码", x: 68, baseline: 107)
    for (x, part) in [(63.0, "类"), (83, "款"), (103, "项")] { page.text(part, x: x, baseline: 121) }
    page.text("科目名称", x: 130, baseline: 114)
    page.text("栏次", x: 140, baseline: 135)
    for (index, lines) in [["收入合计"], ["上级补", "助收入"], ["附属单", "位上缴", "收入"]].enumerated() {
      let x = 270 + Double(index) * 80
      for (line, text) in lines.enumerated() {
        let baseline = 114 + (Double(line) - Double(lines.count - 1) / 2) * 13.6
        page.text(text, x: x - Double(text.count) * 5, baseline: baseline)
      }
      page.text(String(index + 1), x: x - 2.5, baseline: 135)
    }
    for (index, name) in ["外交支出", "国防支出", "教育支出"].enumerated() {
      let y = 152 + Double(index) * 16
      for (x, code) in [(60.0, "208"), (82, "05"), (102, "01")] { page.text(code, x: x, baseline: y) }
      page.text(name, x: 122, baseline: y)
      for x in [270.0, 350, 430] { page.text("12.00", x: x - 5, baseline: y) }
    }
    let table = try #require(page.tables.first)
    #expect(
      table.dump.hasPrefix(
        """
        科目编码 | > | > | 科目名称 | 收入合计 | 上级补助收入 | 附属单位上缴收入
        类 | 款 | 项 | ^ | ^ | ^ | ^
         |  |  | 栏次 | 1 | 2 | 3
        208 | 05 | 01 | 外交支出 | 12.00 | 12.00 | 12.00
        """))
  }

  @Test("letters set out to the width of their cell are one text, up to where figures end")
  func justified() throws {
    var page = PageSketch()
    // 3.6 points between letters, 4 between columns.
    for (left, lines) in [(200.0, ["政府性", "基金"]), (241.2, ["国有资", "本金"]), (282.4, ["财政专", "户款"])] {
      for (index, letter) in lines[0].enumerated() {
        page.text(String(letter), x: left + Double(index) * 13.6, baseline: 100)
      }
      page.text(lines[1], x: left + 8.6, baseline: 112)
    }
    page.text("项目", x: 70, baseline: 106)
    for (index, label) in ["合计", "外交支出", "国防支出", "教育支出"].enumerated() {
      let y = 130 + Double(index) * 20
      page.text(label, x: 60, baseline: y)
      for left in [200.0, 241.2, 282.4] { page.text("1.00", x: left + 17.2, baseline: y) }
    }
    let table = try #require(page.tables.first)
    #expect(table.dump.hasPrefix("项目 | 政府性基金 | 国有资本金 | 财政专户款\n合计 | 1.00 | 1.00 | 1.00"))
  }

  @Test("letters set out farther before a bracket, which opens no line's end")
  func justifiedBeforeBracket() throws {
    var page = PageSketch()
    for (text, x) in [("单位名称", 70.0), ("合计", 160), ("事业收入", 220), ("其他收入", 290)] { page.text(text, x: x, baseline: 90) }
    for (index, name) in ["某某市", "某某站", "某某所"].enumerated() {
      let y = 120 + Double(index) * 60
      page.text(name + "南塘县", x: 60, baseline: y)
      // One em and seven tenths are left.
      for (position, letter) in "卫生健康局".enumerated() {
        page.text(String(letter), x: 60 + 14.2 * Double(position), baseline: y + 16)
      }
      page.text("（本级）", x: 60, baseline: y + 32)
      for x in [160.0, 230, 300] { page.text("1.00", x: x, baseline: y + 32) }
    }
    let table = try #require(page.tables.first)
    #expect(table.dump.hasSuffix("某某所南塘县卫生健康局（本级） | 1.00 | 1.00 | 1.00") && table.rowCount == 4)
  }

  @Test("heads that touch make one wide line, between lines of the heads beside them")
  func touchingHeads() throws {
    var page = PageSketch()
    page.text("单位：万元", x: 400, baseline: 60)
    for (text, x) in [("收", 120.0), ("入", 140), ("支", 340), ("出", 360)] { page.text(text, x: x, baseline: 100) }
    for (text, x) in [("一般公共预", 351.0), ("政府性基金", 404), ("国有资本经", 457)] { page.text(text, x: x, baseline: 114) }
    for (text, x) in [("项目", 80.0), ("金额", 160), ("项目", 230), ("合计", 310)] { page.text(text, x: x, baseline: 123) }
    for (text, x) in [("算", 371.0), ("预算", 419), ("营预算", 467)] { page.text(text, x: x, baseline: 132) }
    for row in 0..<4 {
      let y = 150 + 14 * Double(row)
      page.text("公共服务", x: 60, baseline: y)
      page.text("教育支出", x: 210, baseline: y)
      for x in [165.0, 315, 380, 433, 486] { page.text("1.00", x: x, baseline: y) }
    }
    let table = try #require(page.tables.first)
    #expect(page.tables.count == 1 && table.columnCount == 7)
    #expect(table.dump.hasPrefix("收入 | > | 支出 | > | > | > | >\n项目 | 金额 | 项目 | 合计 | 一般公共预算 | 政府性基金预算 | 国有资本经营预算\n"))
  }

  @Test("figures that all but touch the label or the code of the next column")
  func tightBorders() throws {
    var page = PageSketch()
    for (x, head) in [(80.0, "项目"), (170, "决算数"), (230, "项目"), (340, "决算数")] { page.text(head, x: x, baseline: 100) }
    let labels = ["年末结转", "外交支出", "国防支出", "教育支出"]
    for (index, figure) in ["1234567", "0", "98.50", "-"].enumerated() {
      let y = 120 + Double(index) * 20
      page.text("其他收入", x: 60, baseline: y)
      page.text(figure, x: 200 - Double(figure.count) * 5, baseline: y)
      page.text(labels[index], x: 201.2, baseline: y)
      page.text("5.00", x: 360, baseline: y)
    }
    let table = try #require(page.tables.first)
    #expect(
      table.dump == """
        项目 | 决算数 | 项目 | 决算数
        其他收入 | 1234567 | 年末结转 | 5.00
        其他收入 | 0 | 外交支出 | 5.00
        其他收入 | 98.50 | 国防支出 | 5.00
        其他收入 | - | 教育支出 | 5.00
        """)
  }

  @Test("a year before its word and a code before its name are no figures of their own")
  func noBorders() throws {
    var page = PageSketch()
    page.text("项目", x: 80, baseline: 100)
    page.text("金额", x: 300, baseline: 100)
    for (index, (number, name)) in [
      ("2024", "年维修"), ("2024", "年采购"), ("2024", "年监测"), ("30101", "工资"), ("30102", "津贴"),
    ]
    .enumerated() {
      let y = 120 + Double(index) * 20
      page.text(number, x: 60, baseline: y)
      page.text(name, x: 60 + Double(number.count) * 5 + 1.2, baseline: y)
      page.text("5.00", x: 300, baseline: y)
    }
    let table = try #require(page.tables.first)
    #expect(table.columnCount == 2)
  }

  @Test("remarks that are sentences stay beside their rows")
  func remarks() throws {
    var page = PageSketch()
    for (x, head) in [(80.0, "项目"), (220, "金额"), (380, "绩效目标")] { page.text(head, x: x, baseline: 100) }
    for (index, label) in ["设备采购", "房屋维修", "培训"].enumerated() {
      let y = 130 + Double(index) * 36
      page.text("按计划完成全部工作，", x: 300, baseline: y - 7)
      page.text("资金使用合规。", x: 300, baseline: y + 7)
      page.text(label, x: 60, baseline: y)
      page.text("12.00", x: 220, baseline: y)
    }
    let table = try #require(page.tables.first)
    #expect(
      table.dump == """
        项目 | 金额 | 绩效目标
        设备采购 | 12.00 | 按计划完成全部工作，资金使用合规。
        房屋维修 | 12.00 | 按计划完成全部工作，资金使用合规。
        培训 | 12.00 | 按计划完成全部工作，资金使用合规。
        """)
  }

  @Test("类, 款 and 项 are no lines of the head above, as close as they may stand")
  func codeParts() throws {
    var page = PageSketch()
    page.text("科目编码", x: 75, baseline: 82)
    for (x, part) in [(60.0, "类"), (90, "款"), (120, "项")] { page.text(part, x: x, baseline: 100) }
    page.text("科目名称", x: 170, baseline: 91)
    page.text("合计", x: 310, baseline: 91)
    for (index, lines) in [["教育支出"], ["其他教育费附加安", "排的支出"], ["普通教育"], ["文化旅游体育与传", "媒支出"]].enumerated() {
      let y = 130 + Double(index) * 36
      for (x, code) in [(57.5, "205"), (90.0, "01"), (120, "02")] { page.text(code, x: x, baseline: y) }
      for (line, text) in lines.enumerated() {
        page.text(text, x: 150, baseline: y + (Double(line) - Double(lines.count - 1) / 2) * Self.leading)
      }
      page.text("12.00", x: 305, baseline: y)
    }
    let table = try #require(page.tables.first)
    #expect(table.dump.contains("\n类 | 款 | 项 | ") && table.dump.contains("\n205 | 01 | 02 | 教育支出 | 12.00\n"))
  }

  @Test("two columns of labels of which no lines stand at one height")
  func labelColumns() throws {
    var page = PageSketch()
    for (x, head) in [(90.0, "单位名称"), (215, "项目名称"), (340, "金额")] { page.text(head, x: x, baseline: 100) }
    for (index, row) in [(["市档案管理中心", "服务站"], ["库房维修"]), (["市信息中心"], ["设备采购和系统", "维护"])].enumerated() {
      let y = 130 + Double(index) * 40
      for (x, lines) in [(60.0, row.0), (180, row.1)] {
        for (line, text) in lines.enumerated() {
          page.text(text, x: x, baseline: y + (Double(line) - Double(lines.count - 1) / 2) * Self.leading)
        }
      }
      page.text("12.00", x: 340, baseline: y)
    }
    page.text("培训", x: 180, baseline: 210)
    page.text("9.00", x: 345, baseline: 210)
    let table = try #require(page.tables.first)
    #expect(
      table.dump == """
        单位名称 | 项目名称 | 金额
        市档案管理中心服务站 | 库房维修 | 12.00
        市信息中心 | 设备采购和系统维护 | 12.00
         | 培训 | 9.00
        """)
  }

  @Test("the rest of an indented name begins where its column does, the last line of the page")
  func outdented() throws {
    var page = PageSketch()
    for (x, head) in [(60.0, "科目名称"), (200, "合计"), (260, "项目支出")] { page.text(head, x: x, baseline: 100) }
    for (index, name) in ["教育支出", " 教育管理事务", "  其他教育管理事务"].enumerated() {
      let y = 120 + Double(index) * 18
      page.text(name, x: 60, baseline: y)
      for x in [200.0, 270] { page.text("5.00", x: x, baseline: y) }
    }
    page.text("支出", x: 60, baseline: 168)
    let table = try #require(page.tables.first)
    #expect(table.dump.hasSuffix("其他教育管理事务支出 | 5.00 | 5.00"))
  }

  @Test("a page that ends after the first figures of a table with two sides")
  func cutAfterFirstRow() throws {
    func labels(_ rows: [(String, String)], from top: Double, on page: inout PageSketch) {
      for (index, row) in rows.enumerated() {
        page.text(row.0, x: 60, baseline: top + Double(index) * 20)
        page.text(row.1, x: 280, baseline: top + Double(index) * 20)
      }
    }
    let found = blocks(
      { page in
        page.text("单位：万元", x: 400, baseline: 680)
        for (x, head) in [(80.0, "项目"), (200, "决算数"), (300, "项目"), (420, "决算数")] {
          page.text(head, x: x, baseline: 700)
        }
        page.text("12.00", x: 205, baseline: 720)
        labels([("一、财政拨款收入", "一、外交支出"), ("二、事业收入", "二、国防支出")], from: 720, on: &page)
        page.text("三、教育支出", x: 280, baseline: 760)
        page.text("四、科技支出", x: 280, baseline: 780)
      },
      { page in
        labels([("本年收入合计", "本年支出合计"), ("总计", "总计")], from: 80, on: &page)
        for y in [80.0, 100] { for x in [205.0, 425] { page.text("12.00", x: x, baseline: y) } }
      })
    #expect(
      found.compactMap { if case .table(let table) = $0 { table.dump } else { nil } } == [
        """
        项目 | 决算数 | 项目 | 决算数
        一、财政拨款收入 | 12.00 | 一、外交支出 | 
        二、事业收入 |  | 二、国防支出 | 
         |  | 三、教育支出 | 
         |  | 四、科技支出 | 
        ---
        本年收入合计 | 12.00 | 本年支出合计 | 12.00
        总计 | 12.00 | 总计 | 12.00
        """
      ])
  }
}

import PageContent
import TableStructure
import Testing

@testable import Disclosure

/// Reports whose tables have lost their blank cells.
@Suite("Cells put back in their columns")
struct PackedTableTests {
  private func read(_ title: String, _ rows: String...) -> DisclosedDocument {
    document("某某市某某局2024年度部门决算\n\n\(title)\n\n单位：万元\n\n" + rows.joined(separator: "\n").replacing("|", with: "\t"))
  }

  @Test("by what columns hold, and by the side that has an item")
  func labels() throws {
    let report = read(
      "收入支出决算总表", "收入|支出", "项目|行次|决算数|项目|行次|决算数", "栏次|1|栏次|2",
      "一、一般公共预算财政拨款收入|1|5.00|一、一般公共服务支出|31", "五、事业收入|2|1.00|五、教育支出|32|4.00", "3|九、卫生健康支出|33|2.00",
      "4|十、节能环保支出|34", "本年收入合计|5|6.00|本年支出合计|35|6.00")
    let form = try #require(report.tables.first)
    #expect(form.sections.map(\.side) == ["income", "expenditure"])
    #expect(form.sections.map { $0.columns.map(\.key) } == [["final"], ["final"]])
    #expect(
      form.sections[1].dump == ["一、一般公共服务支出: _", "五、教育支出: 4.00", "九、卫生健康支出: 2.00", "十、节能环保支出: _", "本年支出合计: 6.00"])
    #expect(report.problems.isEmpty)
  }

  /// Three heads below may be those of 基本支出 or of 项目支出; five amounts never stand in four columns.
  @Test("not where two ways to set the heads over each other are as good")
  func ambiguousHeads() throws {
    let report = read(
      "一般公共预算财政拨款支出决算表", "项目|本年支出", "科目编码|科目名称|合计|基本支出|项目支出", "类|款|项|小计|人员经费|公用经费",
      "合计|9.50|8.50|7.00|1.50|1.00", "205|教育支出|9.50|8.50|7.00|1.50|1.00", "20501|管理事务|8.50|8.50|7.00|1.50",
      "20502|普通教育|1.00|1.00")
    #expect(report.tables.isEmpty)
    #expect(report.problems.map(\.kind) == [.unreadTable])
  }

  @Test("by the sums of rows and of codes; what they leave open belongs to no column")
  func sums() throws {
    let report = read(
      "支出决算表", "项目|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出|对附属单位补助支出", "科目编码|科目名称", "类|款|项",
      "栏次|1|2|3|4|5|6", "合计|9.00|5.00|4.00", "205|教育支出|6.00|5.00|1.00", "20501|管理事务|5.00|5.00",
      "20502|普通教育|1.00|1.00", "208|社会保障和就业支出|3.00|3.00")
    let form = try #require(report.tables.first)
    #expect(form.sections.map { $0.columns.map(\.key) }.first?.prefix(3) == ["total", "basic", "project"])
    // Which of the six columns the two parts of the total stand in is not told by sums.
    #expect(form.sections[0].rows[0].figures[0]?.text == "9.00")
    #expect(form.sections[0].rows[0].figures.dropFirst().allSatisfy { $0 == nil })
    #expect(report.problems.filter { $0.kind == .strayFigure }.map(\.detail).prefix(2) == ["5.00", "4.00"])
    let small = read(
      "一般公共预算财政拨款支出决算表", "科目编码|科目名称|本年支出合计|基本支出|项目支出", "合计|9.00|5.00|4.00", "205|教育支出|6.00|5.00|1.00",
      "20501|管理事务|5.00|5.00", "20502|普通教育|1.00|1.00", "208|社会保障和就业支出|3.00|3.00")
    #expect(
      small.tables.first?.sections[0].dump == [
        "合计: 9.00 5.00 4.00", "205 教育支出: 6.00 5.00 1.00", "20501 管理事务: 5.00 5.00 _", "20502 普通教育: 1.00 _ 1.00",
        "208 社会保障和就业支出: 3.00 _ 3.00",
      ])
    #expect(small.problems.isEmpty)
  }

  @Test("heads of three rows set over each other as the catalogue knows them; parts of codes between blocks")
  func heads() throws {
    let report = read(
      "财政拨款“三公”经费支出决算表", "预算数|决算数", "合计|因公出国（境）费|公务用车购置及运行费|公务接待费|合计|因公出国（境）费|公务用车购置及运行费|公务接待费",
      "小计|公务用车购置费|公务用车运行费|小计|公务用车购置费|公务用车运行费", "1|2|3|4|5|6|7|8|9|10|11|12",
      "9.00|1.00|7.00|3.00|4.00|1.00|8.00|6.00|3.00|3.00|2.00")
    let form = try #require(report.tables.first)
    #expect(form.sections[0].columns.map(\.key).count == 12 && !form.sections[0].columns.contains { $0.key == nil })
    let final = form.sections[0].columns.firstIndex { $0.key == "final.vehicles" }
    #expect(final.map { form.sections[0].rows[0].figures[$0]?.text } == "6.00" || !report.problems.isEmpty)
  }

  @Test("heads whose letters are set apart by the blanks that part the cells")
  func spacedLetters() throws {
    let report = document(
      """
      某某市某某局2024年度部门决算

      收入决算表

      单位： 万元

      项 目 收 入
      功能分类科目名称 合 计 财政拨款收入 事业收入
      合 计 9.00 8.00 1.00
      205-教育支出 6.00 5.00 1.00
      208-社会保障和就业支出 3.00 3.00 0

      公开03表

      """)
    let form = try #require(report.tables.first)
    #expect(form.sections[0].columns.map(\.key) == ["total", "fiscalAppropriation", "publicService"])
    #expect(form.sections[0].rows.map { $0.figures.map { $0?.text } }.last == ["3.00", "3.00", "0"])
    #expect(report.problems.isEmpty)
  }

  @Test("heads that fit two sides stand where the rows have their figures; none stands below 行次")
  func sides() throws {
    let report = read(
      "财政拨款收入支出决算总表", "收入|支出", "项目|行次|决算数|项目|行次|决算数", "合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款",
      "栏次|1|栏次|2|3|4|5", "一、一般公共预算财政拨款|1|9.00|一、一般公共服务支出|4", "二、政府性基金预算财政拨款|2|1.00|二、教育支出|5|10.00|9.00|1.00|0",
      "本年收入合计|3|10.00|本年支出合计|6|10.00|9.00|1.00|0")
    let form = try #require(report.tables.first)
    #expect(form.sections[0].columns.map(\.key) == ["final"])
    #expect(form.sections[1].columns.map(\.key) == ["total", "generalBudget", "governmentFund", "stateCapital"])
    #expect(form.sections[1].rows.map(\.lineNumber) == [4, 5, 6])
    #expect(form.sections[1].dump.dropFirst().first == "二、教育支出: 10.00 9.00 1.00 0")
    #expect(report.problems.isEmpty)
  }

  @Test("heads that fit in no way are not looked for in every way, and letters without end are no heads")
  func endless() {
    let roots = (0..<24).map { "收入\($0)" }.joined(separator: "|")
    let words = ((0..<58).map { "来源\($0)" } + ["其他", "其他"]).joined(separator: "|")
    let body = (5..<11).map { "教育支出" + String(repeating: "|1.00", count: $0) }
    #expect(read("支出决算表", roots, words, body[0], body[1], body[5]).tables.isEmpty)
    let letters = String(repeating: "项|目|", count: 20_000) + "合|计"
    #expect(read("支出决算表", letters, "项目|合计|基本支出", body[0], body[1], body[5]).tables.isEmpty)
  }

  @Test("one row of figures below three rows of heads, of which many are alike")
  func oneRow() throws {
    let report = document(
      """
      某某市某某局2024年度部门决算

      一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表

      单位：万元

      合计 因公出国（境）费 公务用车购置及运行费 公务接待费 会议费 培训费
      预算数 决算数 预算数 决算数 小计 公务用车购置费 公务用车运行费 预算数 决算数 预算数 决算数 预算数 决算数
      预算数 决算数 预算数 决算数 预算数 决算数
      9.00 8.00 1.00 1.00 5.00 4.00 2.00 1.00 3.00 3.00 3.00 3.00 4.00 4.00 5.00 5.00

      """)
    let form = try #require(report.tables.first)
    #expect(form.sections[0].columns.count == 16 && !form.sections[0].columns.contains { $0.key == nil })
    let column = form.sections[0].columns.firstIndex { $0.key == "final.vehicles.purchase" }
    #expect(column.flatMap { form.sections[0].rows[0].figures[$0]?.text } == "1.00")
    #expect(report.problems.isEmpty)
  }

  @Test("parts of codes alone: names, order and what is left of the amounts above tell 款 from 项")
  func parts() throws {
    let head = ["项目|小计|其中：", "功能分类科目编码|科目名称|基本支出|项目支出", "类|款|项"]
    let body = [
      "合计|17.00|12.00|5.00", "208|社会保障和就业支出|4.00|4.00", "05|行政事业单位养老支出|4.00|4.00", "01|行政单位离退休|1.00|1.00",
      "05|机关事业单位基本养老保险缴费支出|3.00|3.00", "220|自然资源海洋气象等支出|13.00|8.00|5.00", "05|气象事务|13.00|8.00|5.00",
      "01|行政运行|8.00|8.00", "06|某项新业务|3.00|3.00", "08|另一项新业务|2.00|2.00",
    ]
    let report = read("一般公共预算拨款支出预算表", (head + body).joined(separator: "\n"))
    let form = try #require(report.tables.first)
    #expect(
      form.sections[0].rows.map(\.code) == [
        nil, "208", "20805", "2080501", "2080505", "220", "22005", "2200501", "2200506", "2200508",
      ])
    #expect(report.problems.isEmpty)
    // Of a class of which more is left, new names may be of either level.
    let open = body.map {
      $0.replacing("13.00|8.00", with: "14.00|9.00").replacing("05|气象事务|14.00", with: "05|气象事务|11.00")
    }
    let other = read("一般公共预算拨款支出预算表", (head + open).joined(separator: "\n"))
    #expect(other.problems.contains { $0.kind == .strayFigure && $0.detail == "06" })
    #expect(other.tables.allSatisfy { $0.sections[0].rows.allSatisfy { $0.code != "22006" } })
  }

  @Test("a head that cannot be told: the table is unread, and not missing")
  func unread() {
    let report = read("支出决算表", "名称|甲类|乙类|丙类", "合计|9.00|5.00", "教育支出|6.00|5.00|1.00")
    #expect(report.tables.isEmpty)
    #expect(report.problems.map(\.kind) == [.unreadTable])
    #expect(!report.missingTables.contains("expenditure"))
  }
}

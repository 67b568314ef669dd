import PageContent
import Testing

@testable import Disclosure

@Suite("Titles and table numbers")
struct TitleTests {
  private let titles = Catalogue.shared.titles

  private func form(_ line: String) -> String? { titles.match(line).map { Catalogue.shared.forms[$0.form].id } }

  @Test(
    "wordings of titles",
    arguments: [
      ("收入支出决算总表", "incomeExpenditureSummary"), ("收支决算总表", "incomeExpenditureSummary"),
      ("部门收入支出决算总表", "incomeExpenditureSummary"), ("收入决算表", "income"), ("收入决算总表", "income"),
      ("支出决算表", "expenditure"), ("支出决算总表", "expenditure"), ("部门支出决算表", "expenditure"),
      ("财政拨款收入支出决算总表", "appropriationSummary"), ("财政拨款收支决算总表", "appropriationSummary"),
      ("一般公共预算财政拨款支出决算表", "generalBudgetExpenditure"), ("一般公共预算财政拨款收入支出决算表", "generalBudgetExpenditure"),
      ("一般公共预算财政拨款基本支出决算表", "generalBudgetBasicExpenditure"), ("基本支出决算明细表", "generalBudgetBasicExpenditure"),
      ("一般公共预算财政拨款“三公”经费支出决算表", "threePublicExpenses"), ("“三公”经费支出决算表", "threePublicExpenses"),
      ("三公经费支出决算表", "threePublicExpenses"), ("财政拨款“三公”经费支出决算表", "threePublicExpenses"),
      ("一般公共预算财政拨款「三公」经费及会议费、培训费支出决算表", "threePublicExpenses"),
      ("“三公”经费、行政参公单位机关运行经费情况表", "threePublicExpenses"), ("政府性基金预算财政拨款收入支出决算表", "governmentFund"),
      ("国有资本经营预算财政拨款支出决算表", "stateCapital"), ("高等学校收支决算总表", "higherEducationSummary"),
      ("高等学校财政拨款支出决算表", "higherEducationAppropriationExpenditure"),
    ])
  func wordings(_ line: String, _ id: String) {
    #expect(form(line) == id)
    // As printed elsewhere: spaced out, in brackets, behind year, department and number.
    #expect(form(line.map(String.init).joined(separator: " ")) == id)
    for around in [
      "2023年度%", "某某市某某局2023年度%", "《%》", "%（表 1）", "%（表 1）（单位：万元）", "表一：%", "表1 %", "附表3：%", "公开03表 %", "一、%", "（三）%",
      "%（续）",
    ] {
      let parts = around.split(separator: "%", omittingEmptySubsequences: false)
      #expect(form(parts.joined(separator: line)) == id, "\(around)")
    }
  }

  @Test(
    "what quotes a title or only ends like one is none",
    arguments: [
      "收入决算表反映本部门的收入情况", "详见《收入决算表》。", "本年度收入情况见收入决算表；", "财政拨款支出决算表的说明", "支出决算表情况说明",
      "某某局按照要求编制了收入决算表，支出决算表", "收入决算", "", "表", "决算表", "（表 1）", "某某专项经费支出决算表", "专用基金支出决算表",
    ])
  func others(_ line: String) {
    #expect(form(line) == nil)
  }

  @Test(
    "numbers of tables",
    arguments: [
      ("收入决算表（表 2）", 2), ("表2 收入决算表", 2), ("表二：收入决算表", 2), ("表十二 收入决算表", 12), ("附表3：收入决算表", 3),
      ("公开02表 收入决算表", 2), ("2023年度收入决算表", nil), ("二、收入决算表", nil),
    ])
  func numbers(_ line: String, _ number: Int?) {
    #expect(titles.match(line)?.number == number)
  }

  @Test(
    "a number on a line of its own",
    arguments: [("公开01表", 1), ("公开 02 表", 2), ("表3", 3), ("表 十", 10), ("（表一）", 1), ("附表4", 4), ("预算08表", 8)])
  func alone(_ line: String, _ number: Int) {
    #expect(TableNumber.alone(line) == number)
  }

  @Test("no number", arguments: ["公开", "表", "公开表", "收入决算表", "2023", "公开1", "表1：收入", "表百", "表99999999999999999999"])
  func notAlone(_ line: String) {
    #expect(TableNumber.alone(line) == nil)
  }

  @Test("the title is kept as printed, without its number")
  func printed() throws {
    func title(_ line: String) -> String? { titles.match(line)?.title }
    #expect(title("公开07表 一般公共预算财政拨款“三公”经费支出决算表") == "一般公共预算财政拨款“三公”经费支出决算表")
    #expect(title("2023 年度 收入决算表（表 2）") == "2023年度收入决算表")
    #expect(title("表一：收入支出决算总表") == "收入支出决算总表")
    #expect(title("二、支出决算表（续）") == "支出决算表")
  }

  @Test("random lines never crash", arguments: 0..<5)
  func fuzz(_ seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let pieces = [
      "收入", "支出", "决算表", "表", "公开", "（", "）", "(", ")", "续", "“", "”", "一", "十", "3", "、", "：", " ", "《", "\u{301}",
      "e",
    ]
    for _ in 0..<3000 {
      let length = Int.random(in: 0...12, using: &generator)
      let line = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      _ = titles.match(line)
      _ = TableNumber.alone(line)
      _ = ReportTitle(Wording.normalised(line))
      _ = Wording.withoutOrdinal(Wording.normalised(line))
      _ = CodedName(line)
      _ = MonetaryUnit(stated: line)
      _ = Caption.department(in: line)
      _ = PrintedDate.iso(line)
      _ = Note.isFormula(line)
    }
  }
}

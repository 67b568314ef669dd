import PageContent
import Testing

@testable import Disclosure

@Suite struct NarrativeFactTests {
  @Test func aTotalAndItsChange() {
    let result = narrative(
      "某县档案馆2022年度收入支出总计812.40万元。与2021年度相比，收入支出总计增加12.40万元，增长1.55%。主要原因：新馆开放。", department: "某县档案馆")
    #expect(
      result.facts.map(\.summary) == [
        "incomeExpenditureTotal amount 812.40万元",
        "incomeExpenditureTotal change 12.40万元 increase 2021 of 2021年度 with reason",
        "incomeExpenditureTotal rate 1.55% increase 2021 of 2021年度 with reason",
      ])
    #expect(result.facts.map(\.subject) == Array(repeating: "收入支出总计", count: 3))
    #expect(result.facts[0].yuan == ExactNumber(mantissa: 8_124_000, scale: 0))
    #expect(result.unread.isEmpty)
  }

  @Test func sharesAreOfTheSumBeforeThem() {
    let facts = narrative(
      "本年收入合计300万元，其中：财政拨款收入240万元，占80%；事业收入60万元，占本年收入的20%。"
    ).facts
    #expect(
      facts.map(\.summary) == [
        "currentIncome amount 300万元", "fiscalAppropriationIncome amount 240万元",
        "fiscalAppropriationIncome share 80% of 本年收入合计", "publicServiceIncome amount 60万元",
        "publicServiceIncome share 20% of 本年收入",
      ])
  }

  @Test func anItemsSubjectCarriesOverSentences() {
    let result = narrative(
      "3．教育支出（类）普通教育（款）小学教育（项）。主要用于：校舍维护。年初预算为50.00万元，支出决算为45.00万元，完成年初预算的90.00%。决算数小于预算数的主要原因：工程延期。"
    )
    #expect(
      result.facts.map(\.summary) == [
        "itemExpenditure budget 50.00万元 with reason", "itemExpenditure final 45.00万元 with reason",
        "itemExpenditure completion 90.00% of 年初预算 with reason",
      ])
    #expect(result.facts.allSatisfy { $0.path == ["教育支出", "普通教育", "小学教育"] })
    #expect(result.statements.map(\.direction) == [.decrease])
    #expect(result.statements.map(\.basis) == [.budget])
    #expect(result.statements.allSatisfy { $0.statedReason && $0.path.count == 3 })
  }

  @Test func codesWithinTheClassification() throws {
    let facts = narrative(
      "1、教育支出（205类）普通教育（02款）小学教育（02项）70万元。2021年当年预算执行数为69万元，2022年预算安排70万元，比2021年预算执行数增加1.45%。"
    ).facts
    #expect(
      facts.map(\.summary) == [
        "itemExpenditure amount 70万元", "itemExpenditure prior 69万元 2021", "itemExpenditure budget 70万元",
        "itemExpenditure rate 1.45% increase 2021 of 2021年预算执行数",
      ])
    #expect(facts.allSatisfy { $0.code == "2050202" })
    let leading = narrative("（二）2050202-小学教育 70万元。主要用于教学。").facts
    #expect(leading.map(\.path) == [["小学教育"]])
    #expect(leading.map(\.kind) == ["itemExpenditure"])
    let trailing = narrative("2.小学教育（2050202）70万元，较上年减少3万元，下降4.11%。").facts
    #expect(trailing.map(\.code) == ["2050202", "2050202", "2050202"])
  }

  @Test func unmarkedClassification() {
    let facts = narrative("1.教育支出类普通教育款小学教育项70万元。").facts
    #expect(facts.map(\.path) == [["教育支出", "普通教育", "小学教育"]])
  }

  @Test func theThreePublicExpenses() {
    let facts = narrative(
      "“三公”经费支出决算为2.5万元，完成预算5万元的50%。其中：因公出国（境）费0万元；公务用车购置费0万元，公务用车运行维护费1.5万元；公务接待费1万元，国内公务接待4批次、30人次。公务用车保有量1辆。"
    ).facts
    #expect(
      facts.map(\.summary) == [
        "threePublic final 2.5万元", "threePublic budget 5万元", "threePublic completion 50% of 预算", "abroad amount 0万元",
        "vehicles.purchase amount 0万元", "vehicles.operation amount 1.5万元", "receptions amount 1万元",
        "receptionGroups count 4批次", "receptionPeople count 30人次", "vehicleCount count 1辆",
      ])
  }

  @Test func limitsOfADescriptionAreNoFigures() {
    let facts = narrative("截至2022年12月31日，本单位共有车辆3辆，其中：其他用车3辆；单价100万元（含）以上设备（不含车辆）2台（套）。").facts
    #expect(facts.map(\.summary) == ["vehicleCount count 3辆", "vehicleCount count 3辆", "equipmentCount count 2台（套）"])
    #expect(facts.last?.subject == "单价100万元（含）以上设备（不含车辆）")
  }

  @Test func figuresWithinReasonsAreMarked() {
    let facts = narrative("支出预算90万元，比上年增加6万元，主要原因是基本支出增加4万元，项目支出增加2万元。").facts
    #expect(facts.map(\.isInReason) == [false, false, true, true])
    #expect(facts.map(\.statedReason) == [true, true, false, false])
    #expect(
      facts.map(\.kind) == ["currentExpenditure", "currentExpenditure", "basicExpenditure", "projectExpenditure"])
  }

  @Test func bothDirectionsOfATemplateAreNone() {
    let facts = narrative("事业收入8万元，比上年增加（减少）1万元。").facts
    #expect(facts.map(\.measure) == [.amount, .change])
    #expect(facts.last?.direction == nil)
  }

  @Test func spacedOutAndGroupedDigits() {
    let facts = narrative("其 他 收 入 1,234.50 万 元 ， 占 2.00 ％。").facts
    #expect(facts.map { $0.text + $0.unit } == ["1,234.50万元", "2.00%"])
    #expect(facts.map(\.subject) == ["其他收入", "其他收入"])
  }

  @Test func aFigureWithoutSubjectIsUnread() {
    let result = narrative("为35万元。")
    #expect(result.facts.isEmpty)
    #expect(result.unread.map { result.sentences[$0].text } == ["为35万元。"])
  }

  @Test func theHeadingIsTheSubjectOfLastResort() {
    let facts = narrative("（一）公务接待费", "2022年预算安排2万元，与上年持平。").facts
    #expect(facts.map(\.summary) == ["receptions budget 2万元"])
  }

  @Test("what follows a bracket around several sentences goes on about what stands before it")
  func afterABracketOfSentences() {
    let facts = narrative(
      "公务用车购置及运行维护费90万元（公务用车购置费40万元，比上年增加0万元；公务用车运行维护费50万元，比上年减少6万元。）比上年减少6万元，下降6.25%。"
    ).facts
    #expect(facts.map(\.kind).suffix(2) == ["vehicles", "vehicles"])
    #expect(
      facts.filter { $0.text == "40" || $0.text == "50" }.map(\.kind) == ["vehicles.purchase", "vehicles.operation"])
  }

  @Test("a full-width comma within a figure ends no clause", arguments: ["5，792", "3，204", "1，450.20"])
  func fullWidthSeparator(figure: String) {
    let facts = narrative("2021年度收入合计6009.41万元，其中：财政拨款收入\(figure)万元，其他收入24.30万元。").facts
    #expect(facts.map(\.text).contains(figure.replacing("，", with: ",")))
    #expect(facts.count == 3)
  }
}

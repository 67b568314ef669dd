import Testing

@testable import Disclosure

@Suite("Labels of line items")
struct ItemMatcherTests {
  private func matcher(_ form: String, _ side: String?) throws -> ItemMatcher {
    ItemMatcher(form: try #require(Catalogue.shared.form(form)), side: side, catalogue: .shared)
  }

  private func items(_ form: String, _ side: String?, _ labels: String...) throws -> [String?] {
    var matcher = try matcher(form, side)
    return labels.map { matcher.item(for: Wording.normalised($0)) }
  }

  @Test("with and without the marks of their place")
  func ordinals() throws {
    #expect(
      try items(
        "incomeExpenditureSummary", "income", "一、一般公共预算财政拨款收入", "二、政府性基金预算财政拨款收入", "三、国有资本经营预算财政拨款收入", "四、上级补助收入",
        "五、事业收入", "其中：教育收费", "（六）经营收入", "7.附属单位上缴收入", "其他收入", "本年收入合计", "加：使用非财政拨款结余", "年初结转和结余", "总计")
        == [
          "generalBudget", "governmentFund", "stateCapital", "superiorSubsidies", "publicService",
          "publicService.educationFees", "business", "affiliatedRemittances", "other", "currentTotal", "useOfSurplus",
          "openingCarryOver", "total",
        ])
  }

  @Test("a label that stands twice means first the one, then the other")
  func twice() throws {
    #expect(
      try items(
        "appropriationSummary", "income", "一、一般公共预算财政拨款", "二、政府性基金预算财政拨款", "三、国有资本经营预算财政拨款", "本年收入合计", "年初财政拨款结转和结余",
        "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款", "总计")
        == [
          "generalBudget", "governmentFund", "stateCapital", "currentTotal", "openingCarryOver",
          "opening.generalBudget",
          "opening.governmentFund", "opening.stateCapital", "total",
        ])
  }

  @Test("the same label on the other side is the other side's")
  func sides() throws {
    #expect(
      try items("incomeExpenditureSummary", "expenditure", "八、社会保障和就业支出", "总计", "总计") == ["function.208", "total", nil])
    #expect(try items("incomeExpenditureSummary", "expenditure", "五、事业收入") == [nil])
  }

  @Test("one character misprinted, never two, and never in a short label")
  func misprints() throws {
    #expect(
      try items("incomeExpenditureSummary", "income", "附属单位上交收入", "用事业基金弥补收支差颔", "事业收人", "附层单位上交收入")
        == ["affiliatedRemittances", "useOfSurplus", nil, nil])
  }

  @Test("other wordings of one meaning")
  func meanings() throws {
    #expect(
      try items("threePublicExpenses", nil, "1.因公出国（境）费用", "公务用车购置及运行维护费", "（1）公务用车购置费", "（2）公务用车运行维护费", "公务接待费")
        == ["abroad", "vehicles", "vehicles.purchase", "vehicles.operation", "receptions"])
    #expect(Catalogue.shared.meaning(of: "公务用车运行维护费") == "公务用车运行费")
    #expect(Catalogue.shared.meaning(of: "") == "")
  }

  @Test("marks of place, and what is none")
  func withoutOrdinal() {
    for label in ["一、收入", "（一）收入", "(1)收入", "1.收入", "1、收入", "其中：收入", "加：收入", "二十三、收入", "其中：1.收入", "★收入"] {
      #expect(Wording.withoutOrdinal(Wording.normalised(label)) == "收入", "\(label)")
    }
    for label in ["1.5", "2023年收入", "一般公共服务", "三公经费", "一、", "（境）费", "其中", ""] {
      #expect(Wording.withoutOrdinal(Wording.normalised(label)) == Wording.normalised(label), "\(label)")
    }
    #expect(Wording.isOfWhich("其中:教育收费") && Wording.isOfWhich("1.其中:教育收费") && !Wording.isOfWhich("教育收费"))
  }
}

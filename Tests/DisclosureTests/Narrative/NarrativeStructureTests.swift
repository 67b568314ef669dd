import PageContent
import TableStructure
import Testing

@testable import Disclosure

@Suite struct NarrativeStructureTests {
  @Test func headingsOfAllLevels() {
    let sections = narrative(
      "第三部分 某馆决算情况说明", "一、收入决算情况说明", "本年收入合计3万元。", "二、其他重要事项", "（一）机关运行经费支出情况。", "机关运行经费支出1万元。",
      "（二）政府采购支出：政府采购支出2万元。"
    ).sections
    #expect(sections.map(\.level) == [1, 2, 2, 3, 3])
    #expect(sections.map(\.kind) == [.other, .income, .other, .runningCosts, .procurement])
    #expect(sections.map(\.paragraphs) == [0..<7, 1..<3, 3..<7, 4..<6, 6..<7])
    #expect(sections.last?.heading == "（二）政府采购支出")
  }

  @Test func aPartMayBeSetOffByAColon() {
    let sections = narrative("第四部分：专业名词解释", "基本支出：指日常开支。", "第五部分：附表", "见网页。").sections
    #expect(sections.map(\.kind) == [.glossary, .other])
    #expect(sections.map(\.level) == [1, 1])
  }

  @Test func aTableOfContentsHasNoSections() {
    let sections = narrative(
      "一、收入决算情况说明", "二、支出决算情况说明", "三、名词解释", "一、收入决算情况说明", "本年收入合计3万元。"
    ).sections
    #expect(sections.map(\.paragraphs) == [3..<5])
  }

  @Test func aSentenceGoesOnInTheNextParagraph() {
    let result = narrative("一般公共预算财政拨款支出年初预算为20万元，支出决算为", "18万元，完成年初预算的90%。")
    #expect(result.facts.map(\.measure) == [.budget, .final, .completion])
    #expect(
      result.facts.map(\.location) == [
        .line(1, columns: 18...19), .line(2, columns: 1...2), .line(2, columns: 13...14),
      ])
  }

  @Test func listsOfWhatASumConsistsOf() {
    let lists = narrative("其中：人员经费6万元，主要包括：基本工资、津贴补贴、住房公积金；公用经费1万元，包括办公费、维修（护）费等。").lists
    #expect(lists.map(\.kind) == ["personnelExpenditure", "runningExpenditure"])
    #expect(lists.map(\.items) == [["基本工资", "津贴补贴", "住房公积金"], ["办公费", "维修（护）费"]])
  }

  @Test func statementsWithoutFigures() {
    let statements = narrative(
      "“三公”经费支出决算数与2021年度持平。其中：公务接待费支出决算持平。", "公务用车运行费支出决算数大于预算数的主要原因是油价上涨。", "机关运行经费比上年有所减少。"
    ).statements
    #expect(statements.map(\.kind) == ["threePublic", "receptions", "vehicles.operation", "runningCosts"])
    #expect(statements.map(\.direction) == [.flat, .flat, .increase, .decrease])
    #expect(statements.map(\.basis) == [.prior, .prior, .budget, .prior])
    #expect(statements.map(\.comparedYear) == [2021, 2021, nil, 2021])
    #expect(statements.map(\.statedReason) == [false, false, true, false])
  }

  @Test func datesAndTheirRoles() {
    let dates = narrative("截至2022年12月31日，共有车辆1辆，与2021年末相同，2020年度为2辆。").dates
    #expect(dates.map(\.year) == [2022, 2021, 2020])
    #expect(dates.map(\.role) == [.asOf, .asOf, .other])
    #expect(dates.first.map { [$0.month, $0.day] } == [12, 31])
  }

  @Test func theCatalogueIsUnderstood() {
    #expect(NarrativeWording.shared.problems.isEmpty)
    for role in NarrativeWording.Role.allCases { #expect(!NarrativeWording.shared[role].words.isEmpty) }
    // Wordings are written as texts are normalised, or they would never be found.
    for role in NarrativeWording.Role.allCases {
      for word in NarrativeWording.shared[role].words { #expect(!word.text.contains("（"), "\(word.text)") }
    }
  }

  @Test func hostileTexts() {
    for text in ["万元", "1", "（（（（1万元", "）））%", "年年年年年1%", "占占占1%占", "，，，：：：3万元，，", "1,1,1,1,1万元", "2022年", "比比比较较上年1%"]
    {
      _ = narrative(text)
      _ = narrative(String(repeating: text, count: 50))
    }
  }
}

import ProcessorTime
import Testing

@testable import Disclosure

@Suite("Who, when, what")
struct DocumentFactsTests {
  private func facts(_ lines: String...) -> DisclosedDocument { document(of: lines.map(paragraph)) }

  @Test(
    "titles of reports",
    arguments: [
      ("2020年度大数据中心部门决算", 2020, "大数据中心", DisclosedDocument.Scope.department, DisclosedDocument.Kind.finalAccounts),
      ("某某市某某局2024年度部门决算", 2024, "某某市某某局", .department, .finalAccounts),
      ("某某中学2023年度单位决算公开", 2023, "某某中学", .unit, .finalAccounts),
      ("二〇二一年度某某局部门决算", 2021, "某某局", .department, .finalAccounts),
      ("某某局2025年部门预算", 2025, "某某局", .department, .budget),
      ("第二部分 某某局2024年度部门决算表", 2024, "某某局", .department, .finalAccounts),
      ("2022年度某某市水务局的部门决算", 2022, "某某市水务局", .department, .finalAccounts),
    ])
  func titles(
    _ line: String, _ year: Int, _ department: String, _ scope: DisclosedDocument.Scope, _ kind: DisclosedDocument.Kind
  ) {
    let found = facts(line)
    #expect(found.fiscalYear == year && found.department == department && found.scope == scope && found.kind == kind)
  }

  @Test("what is no title of a report", arguments: ["本部门2023年度决算收入10万元，比上年增加。", "收入决算表", "部门概况", "决算", ""])
  func others(_ line: String) {
    let found = facts(line)
    #expect(found.fiscalYear == nil && found.department == nil && found.kind == nil && found.scope == nil)
    #expect(found.problems.map(\.kind) == [.notAReport])
  }

  @Test("the cover counts for more than a heading left over from last year")
  func leftOver() {
    let found = facts(
      "某某局2023年度部门决算", "第一部分 某某局概况", "第二部分 某某局2023年度部门决算表", "第三部分 某某局2022年度部门决算情况说明",
      "一、2022年度部门决算情况", "二、2022年度部门决算说明")
    #expect(found.fiscalYear == 2023)
  }

  @Test("the department's full name, where the text gives it more than once")
  func fullName() {
    let lines = [
      "2020年度大数据中心部门决算", "武昌市青山区大数据中心是区政府直属单位。", "武昌市青山区大数据中心内设三个科室。", "大数据中心人员编制十名。",
    ]
    #expect(document(of: lines.map(paragraph)).department == "武昌市青山区大数据中心")
    #expect(document(of: lines.prefix(2).map(paragraph)).department == "大数据中心")
  }

  @Test("the department printed above the tables comes first")
  func printedName() {
    let found = document(
      "2023年度某局部门决算", "支出决算表", "部门：临江市某某局", "单位：万元",
      table: [["科目编码", "科目名称", "本年支出合计", "基本支出"], ["", "合计", "1.00", "1.00"]])
    #expect(found.department == "临江市某某局" && found.tables.first?.department == "临江市某某局")
  }

  @Test(
    "dates",
    arguments: [
      ("2021年10月29日", "2021-10-29"), ("2024年8月", "2024-08"), ("二〇二四年八月", "2024-08"), ("二○二一年十二月三十一日", "2021-12-31"),
      ("二零二二年九月二十日", "2022-09-20"), ("（2023年9月1日）", "2023-09-01"), ("公开时间：2022年8月15日", "2022-08-15"),
      ("发布日期：2022 年 8 月 5 日", "2022-08-05"), ("二〇二三年十月十日", "2023-10-10"), ("二〇二三年十月二十三日", "2023-10-23"),
    ])
  func dates(_ line: String, _ iso: String) {
    #expect(PrintedDate.iso(Wording.normalised(line)) == iso)
    #expect(facts("2023年度某某局部门决算", line).publishedOn == iso)
  }

  @Test(
    "no dates",
    arguments: [
      "2021年", "2021年13月", "2021年2月32日", "2021年10月29日公开", "21年10月", "10月29日", "2021年度决算", "", "年月日", "1889年1月",
      "二〇二年三月",
    ])
  func noDates(_ line: String) {
    #expect(PrintedDate.iso(Wording.normalised(line)) == nil)
  }

  @Test("a date in the narrative is not the day of publication")
  func lateDate() {
    let lines = (0..<20).map { "第\($0)段" } + ["2021年3月1日"]
    #expect(document(of: lines.map(paragraph)).publishedOn == nil)
  }

  @Test("a name repeated without end costs no more than its text")
  func repeatedName() {
    let seconds = processorSeconds {
      let found = facts("2020年度数据局部门决算", String(repeating: "数据局", count: 30_000))
      #expect(found.department == "数据局")
    }
    #expect(seconds < 120)
  }
}

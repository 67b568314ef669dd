import Audit
import Disclosure
import Testing

@Suite struct OfficialNameTests {
  private func findings(_ code: String, _ name: String, year: Int = 2021) -> [Finding] {
    var document = Make.document([
      Make.table("income", Make.section(nil, "total", Make.total("1.00"), Make.coded(code, name, "1.00")))
    ])
    document.fiscalYear = year
    return Auditor.report(on: document).findings.filter { ["names.official", "names.outdated"].contains($0.rule) }
  }

  @Test(arguments: [
    ("2010301", "一般行政管理事务", "2010302"), ("30208", "物业管理费", "30209"), ("2210201", "普法宣传", "2040605"),
    ("2101101", "行政单位医药", "行政单位医疗"), ("20604", "技术与研究开发", "技术研究与开发"), ("2080505", "机关事业单位基木养老保检缴费支出", "基本养老保险"),
  ])
  func namesThatAreNotTheirCodes(code: String, name: String, says: String) throws {
    let finding = try #require(findings(code, name).first)
    #expect(finding.rule == "names.official")
    #expect(finding.severity == .warning)
    #expect(finding.message.contains(says))
  }

  @Test(arguments: [
    // Cut, abbreviated, added to, printed otherwise.
    ("2080505", "机关事业单位基本养老保险缴费"), ("30213", "维修(护)费"), ("303", "对个人和家庭补助"), ("2010301", "行政运行（项）"),
    ("20103", "政府办公厅（室）及相关机构事"), ("2100202", "中医(民族)医院"), ("20604", "技术研究和开发"),
    // Local, and items that localities fill.
    ("2010302", "档案整理项目"), ("2089999", "住房公积金"), ("2019998", "行政运行"), ("2040202", "日常公用经费"),
  ])
  func namesThatAreNotJudged(code: String, name: String) {
    #expect(findings(code, name).map(\.message) == [])
  }

  @Test func namesWithoutCodes() throws {
    func findings(_ names: String..., form: String) -> [Finding] {
      let rows = names.map { Make.line(nil, nil, $0, "1.00") } + [Make.line(nil, nil, "合计", "1.00", role: .total)]
      return AuditReport(Make.table(form, Make.section(nil, "total", rows))).findings("names.official")
    }
    let (right, slip) = ("机关事业单位基本养老保险缴费支出", "机关事业单位基本养老保验缴费支出")
    #expect(findings(right, slip, form: "expenditure").first?.message.contains("养老保险") ?? false)
    // What is printed alone, or again and again, may be an item that the list does not know.
    #expect(findings(slip, form: "expenditure").isEmpty)
    #expect(findings(right, slip, slip, form: "expenditure").isEmpty)
    #expect(findings("八、社会保障利就业支出", form: "incomeExpenditureSummary").first?.expected == "社会保障和就业支出")
    // The place in the list tells a class whose name is misspelt.
    let rows = [Make.line(nil, "function.208", "八、社会保障利就业支出", "1.00")]
    let report = AuditReport(Make.table("incomeExpenditureSummary", Make.section("expenditure", "final", rows)))
    #expect(report.findings("names.official").count == 1)
    for name in ["机关事业单位基本养老保险缴费", "某市教育局", "行政运行", "信息化建设运维", "社会保障和就业"] {
      #expect(findings(name, form: "expenditure").isEmpty, "\(name)")
      #expect(findings(name, form: "incomeExpenditureSummary").isEmpty, "\(name)")
    }
  }

  @Test func namesOfEarlierEditions() throws {
    #expect(findings("207", "文化体育与传媒支出", year: 2018).isEmpty)
    let finding = try #require(findings("207", "文化体育与传媒支出", year: 2020).first)
    #expect(finding.rule == "names.outdated")
    #expect(finding.severity == .warning)
    for words in ["2018年版", "2020年版", "文化旅游体育与传媒支出"] { #expect(finding.message.contains(words)) }
    // A name that came later is no slip.
    #expect(findings("207", "文化旅游体育与传媒支出", year: 2018).isEmpty)
    #expect(findings("30104", "其他社会保障缴费", year: 2017).isEmpty)
  }
}

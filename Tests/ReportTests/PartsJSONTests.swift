import Disclosure
import PageContent
import Report
import TestSupport
import Testing

/// The parts of a report beside its statements and its narrative.
struct PartsJSONTests {
  private static let place = Location.page(21, Box(x0: 72, y0: 100, x1: 120.5, y1: 112))

  private static func quantity(_ text: String, _ unit: String? = nil) -> Quantity? {
    Quantity(cell: text, unit: unit, location: place)
  }

  private static var document: DisclosedDocument {
    var document = Sample.document
    document.performance = [
      PerformanceEvaluation(
        subject: .project, name: "河道保洁", title: "项目支出绩效自评表",
        execution: [
          PerformanceExecution(
            label: "年度资金总额", initialBudget: quantity("60.00", "万元"), budget: quantity("50.00", "万元"),
            executed: quantity("40.00", "万元"), rate: quantity("80%"), maximum: quantity("10"), score: quantity("8"),
            location: place),
          PerformanceExecution(label: "其中：财政拨款", isPart: true, executed: quantity("40.00", "万元"), location: place),
        ], scoresByRate: true, goals: [PerformanceGoal(text: "保洁", outcome: "已完成", location: place)],
        indicators: [
          PerformanceIndicator(
            levels: ["产出指标", "数量指标", "长度"], goal: 0, target: "≥20公里", actual: "22公里", maximum: quantity("50"),
            score: quantity("49.5分"), location: place),
          PerformanceIndicator(levels: ["水质"], location: place),
        ], maximum: quantity("100"), score: quantity("57.5"), pages: [21, 22], location: place),
      PerformanceEvaluation(
        subject: .department, basicExpenditure: quantity("385.13万元"), projectExpenditure: quantity("1417.51万元"),
        location: place),
    ]
    document.profile = DepartmentProfile(
      functions: [ProfileItem(number: "1.", text: "负责档案工作。", location: place)],
      units: [ProfileItem(number: nil, text: "某局本级", location: place)],
      personnel: [
        StaffCount(
          status: .authorised, kind: nil, label: "编制",
          count: Quantity(text: "21", unit: "人", value: ExactNumber(mantissa: 21, scale: 0), location: place)),
        StaffCount(
          status: .authorised, kind: .workers, label: "工勤编制",
          count: Quantity(text: "2", unit: nil, value: ExactNumber(mantissa: 2, scale: 0), location: place), whole: 0),
      ])
    document.tableOfContents = [ContentsLine(number: "一", text: "主要职能", page: 2, location: place)]
    document.tasks = [MainTask(number: "1", name: "数字化", content: nil, outcome: "完成", location: place)]
    document.glossary = [GlossaryEntry(number: "（一）", term: "基本支出", definition: "为保障运转的支出。", location: place)]
    return document
  }

  @Test func areReadBackExactly() throws {
    let document = Self.document
    let bytes = DocumentJSON.encode(document)
    let read = try DocumentJSONReader.document(from: bytes)
    #expect(read.performance == document.performance && read.profile == document.profile)
    #expect(read.tableOfContents == document.tableOfContents && read.tasks == document.tasks)
    #expect(read.glossary == document.glossary)
    #expect(DocumentJSON.encode(read) == bytes)
    #expect(GoldenComparison.differences(was: document, is: read).isEmpty)
  }

  @Test(arguments: [
    (#""yuan": 400000.00"#, #""yuan": 400000.01"#), (#""goal": 0"#, #""goal": 1"#),
    (#""subject": "project""#, #""subject": "park""#), (#""text": "49.5""#, #""text": "49,5""#),
    (#""whole": 0"#, #""whole": 1"#), (#""status": "authorised""#, #""status": "absent""#),
  ])
  func refuse(_ printed: String, _ tampered: String) {
    let text = String(decoding: DocumentJSON.encode(Self.document), as: UTF8.self)
    #expect(text.contains(printed))
    #expect(throws: InputError.self) {
      try DocumentJSONReader.document(from: Array(text.replacing(printed, with: tampered).utf8))
    }
  }

  @Test func areDescribedByTheSchema() throws {
    let validator = try SchemaValidator(schema: Schema.document)
    #expect(try validator.errors(in: DocumentJSON.encode(Self.document)) == [])
  }

  @Test func areCompared() {
    var changed = Self.document
    changed.performance[0].indicators[0].score = Self.quantity("48")
    let differences = GoldenComparison.differences(was: Self.document, is: changed)
    #expect(
      differences.map(\.description) == [
        "performance › 河道保洁 › 产出指标/数量指标/长度: was 0 ≥20公里 / 22公里 [50, 49.5分], is 0 ≥20公里 / 22公里 [50, 48]"
      ])
  }
}

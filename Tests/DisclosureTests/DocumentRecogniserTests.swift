import PageContent
import TableStructure
import Testing

@testable import Disclosure

@Suite("Whole documents")
struct DocumentRecogniserTests {
  private let head = "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出"

  @Test("forms that the year's set calls for and the document does not hold")
  func missingTables() {
    func missing(_ year: Int) -> [String] {
      document(
        """
        某某局\(year)年度部门决算

        支出决算表
        单位：万元
        \(head)
        \t合计\t1.00\t1.00\t
        """
      ).missingTables
    }
    let standard = [
      "incomeExpenditureSummary", "income", "appropriationSummary", "generalBudgetExpenditure",
      "generalBudgetBasicExpenditure", "threePublicExpenses", "governmentFund",
    ]
    #expect(missing(2018) == standard)
    #expect(missing(2023) == standard + ["stateCapital"])
  }

  @Test("a narrative alone misses no table, nor does a document with a scanned page")
  func nothingMissing() {
    #expect(document("某某局2023年度部门决算\n一、收入支出决算总体情况说明\n本年度收入10万元。").missingTables.isEmpty)
    let blocks = TextLayout.blocks(of: [
      SourceLine(number: 1, text: "某某局2023年度部门决算"), SourceLine(number: 2, text: "支出决算表"),
      SourceLine(number: 3, text: head), SourceLine(number: 4, text: "\t合计\t1.00\t1.00\t"),
    ])
    let found = DocumentRecogniser().document(
      of: blocks, source: .init(name: "", sha256: "", mediaType: "", pageCount: 1),
      problems: [Problem(kind: .scan, detail: "")])
    #expect(found.tables.map(\.form) == ["expenditure"] && found.missingTables.isEmpty)
  }

  @Test("the table of contents: titles with dots and page numbers, before any table")
  func contents() {
    let found = document(
      """
      某某局2018年度部门决算
      目录
      一、收入支出决算总表……………………3
      二、收入决算表............4
      三、支出决算表 5
      九、国有资本经营预算财政拨款支出决算表 · · · · 6
      支出决算表
      \(head)
      \t合计\t1.00\t1.00\t
      """)
    #expect(found.contents.map(\.form) == ["incomeExpenditureSummary", "income", "expenditure", "stateCapital"])
    #expect(found.contents.map(\.location.line) == [3, 4, 5, 6])
    // What the contents list is missing, whatever the year's set.
    #expect(found.missingTables.contains("stateCapital"))
    #expect(document("收入决算表\n支出决算表\n正文").contents.isEmpty)
  }

  @Test("a table without a unit takes that of all the others; where they differ, none")
  func units() throws {
    func report(_ third: String) -> DisclosedDocument {
      document(
        """
        支出决算表
        单位：万元
        \(head)
        \t合计\t1.00\t1.00\t

        一般公共预算财政拨款支出决算表
        \(third)
        \(head)
        \t合计\t1.00\t1.00\t

        收入决算表
        科目编码\t科目名称\t本年收入合计\t财政拨款收入\t事业收入
        \t合计\t2.50\t1.00\t1.50
        """)
    }
    let inferred = report("单位：万元")
    let income = try #require(inferred.income)
    #expect(income.table.unit == .tenThousandYuan)
    #expect(income.total(.total)?.amount?.yuan == ExactNumber(mantissa: 25_000, scale: 0))
    #expect(inferred.problems.filter { $0.kind == .inferredUnit }.count == 1)
    #expect(!inferred.problems.contains { $0.kind == .missingUnit })
    let differing = report("单位：元")
    #expect(differing.income?.table.unit == nil && differing.income?.total(.total)?.amount?.yuan == nil)
    #expect(differing.problems.filter { $0.kind == .missingUnit }.count == 1)
  }

  @Test("the unit in a header cell is that column's")
  func unitInHeader() throws {
    let found = document(
      "支出决算表", table: [["科目编码", "科目名称", "本年支出合计（万元）", "基本支出（元）", "项目支出（万元）"], ["", "合计", "1.50", "5000", "1.00"]])
    let form = try #require(found.expenditure)
    #expect(form.total(.total)?.amount?.yuan == ExactNumber(mantissa: 15_000, scale: 0))
    #expect(form.total(.basic)?.amount?.yuan == ExactNumber(mantissa: 5000, scale: 0))
    #expect(found.problems.isEmpty)
  }

  @Test("a table that no form claims is kept with its cells and its name")
  func unrecognised() throws {
    let found = document(
      "职工食堂收费情况表", "单位：份",
      table: [["项目", "午餐", nil], ["^", "小计", "素食"], ["合计", "3", "1"]])
    let table = try #require(found.unrecognisedTables.first)
    #expect(found.tables.isEmpty && found.unrecognisedTables.count == 1)
    #expect(table.title == "职工食堂收费情况表" && table.rowCount == 3 && table.columnCount == 3 && table.pages == [1])
    #expect(table.cells.count == 7 && table.cells[1].columnSpan == 2 && table.cells[0].rowSpan == 2)
    #expect(table.cells.map(\.text).suffix(3) == ["合计", "3", "1"])
  }

  @Test("a title alone makes no form of a table that is another")
  func wrongTable() {
    let found = document("支出决算表", table: [["序号", "姓名", "职务"], ["1", "张某", "科员"], ["2", "李某", "科员"]])
    #expect(found.tables.isEmpty && found.unrecognisedTables.count == 1)
  }

  @Test("a header that only one form has tells it without a title")
  func untitled() {
    let header: [String?] = ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
    let found = document("某某局2023年度部门决算", table: [header, ["", "合计", "1.00", "1.00", "", "", "", "", ""]])
    #expect(found.tables.map(\.form) == ["income"])
  }

  @Test("two tables under one title, a caption each")
  func order() {
    let found = document(
      """
      收入决算表
      单位：万元
      科目编码\t科目名称\t本年收入合计\t财政拨款收入\t事业收入
      \t合计\t2.50\t1.00\t1.50
      注：本表反映收入。
      支出决算表
      单位：元
      \(head)
      \t合计\t1.00\t1.00\t
      """)
    #expect(found.tables.map(\.form) == ["income", "expenditure"])
    #expect(found.tables.map(\.unit) == [.tenThousandYuan, .yuan])
    #expect(found.tables.map(\.notes.count) == [1, 0])
  }

  @Test("nothing at all is no report")
  func nothing() {
    let found = document("")
    #expect(found.tables.isEmpty && found.problems.map(\.kind) == [.notAReport] && found.missingTables.isEmpty)
  }

  @Test("a title that budgets share with final accounts is of the kind that the first table shows")
  func sharedTitle() {
    let found = document(
      of: [
        paragraph("部门收入总体情况表"), paragraph("单位：万元"),
        .table(ruled([["科目编码", "科目名称", "合计", "一般公共预算拨款收入"], ["201", "一般公共服务支出", "1.00", "1.00"]])),
        paragraph("财政拨款“三公”经费支出情况表"), paragraph("单位：万元"),
        .table(ruled([["合计", "因公出国（境）费", "公务接待费"], ["2.00", "1.00", "1.00"]])),
      ])
    #expect(found.kind == .budget)
    #expect(found.tables.map(\.form) == ["budgetIncome", "budgetThreePublicExpenses"])
  }
}

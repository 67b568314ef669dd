import Disclosure
import Testing

@testable import Dataset

@Suite struct LeafRowsTests {
  private func flags(_ form: String, _ sections: FormTable.Section...) -> [[Bool?]] {
    var table = Sketch.table(form)
    table.sections = sections
    return LeafRows(of: table).flags
  }

  @Test func itemsBelowDivisionsBelowClasses() {
    let flags = flags(
      "expenditure",
      Sketch.section(
        "total",
        """
        =合计 | 15.00
        201 一般公共服务支出 | 10.00
        20106 财政事务 | 10.00
        2010601 行政运行 | 6.00
        2010602 一般行政管理事务 | 4.00
        210 卫生健康支出 | 5.00
        """))
    #expect(flags == [[false, false, false, true, true, true]])
  }

  @Test func aCodeWhosePartsStateNothingStandsForItself() {
    let flags = flags(
      "expenditure",
      Sketch.section("total", "=合计 | 10.00\n201 一般公共服务支出 | 10.00\n20106 财政事务 |\n2010601 行政运行 |"))
    #expect(flags == [[false, true, true, true]])
  }

  @Test func blocksSideBySideAreOneList() {
    let flags = flags(
      "generalBudgetBasicExpenditure",
      Sketch.section("final", side: "personnel", "301 工资福利支出 | 7.00\n30101 基本工资 | 7.00\n人员经费合计#personnelTotal | 7.00"),
      Sketch.section(
        "final", side: "public", "302 商品和服务支出 | 3.00\n30201 办公费 | 3.00\n公用经费合计#runningTotal | 3.00\n=合计 | 10.00"))
    #expect(flags == [[false, true, false], [false, true, false, false]])
  }

  @Test func sidesAreListsOfTheirOwn() {
    let flags = flags(
      "incomeExpenditureSummary",
      Sketch.section(
        "final", side: "income",
        """
        财政拨款收入#fiscalAppropriation | 8.00
        ~其中：政府性基金#governmentFund | 3.00
        事业收入#publicService | 2.00
        +本年收入合计#currentTotal | 10.00
        年初结转和结余#openingCarryOver | 1.00
        =总计#total | 11.00
        """),
      Sketch.section(
        "final", side: "expenditure",
        """
        一、一般公共服务支出#function.201 | 9.00
        +本年支出合计#currentTotal | 9.00
        年末结转和结余#closingCarryOver | 2.00
        =总计#total | 11.00
        """))
    #expect(flags[0] == [true, false, true, false, true, false])
    #expect(flags[1] == [true, false, true, false])
  }

  @Test func threePublicExpensesAsRows() {
    let flags = flags(
      "threePublicExpenses",
      Sketch.section(
        "budget final",
        """
        =合计#total | 6.00 | 5.00
        因公出国（境）费#abroad | 1.00 | 1.00
        公务用车购置及运行费#vehicles | 4.00 | 3.00
        公务用车购置费#vehicles.purchase | 3.00 | 2.00
        公务用车运行费#vehicles.operation | 1.00 | 1.00
        公务接待费#receptions | 1.00 | 1.00
        """))
    #expect(flags == [[false, true, false, true, true, true]])
  }

  @Test func theOnlyRowIsAllThereIs() {
    #expect(flags("threePublicExpenses", Sketch.section("final.total", "=合计 | 5.00")) == [[true]])
  }

  @Test func aListIsBelievedWhereItsFiguresConfirmIt() {
    let rows = "=合计 | 5.00\n项目一 | 3.00\n~其中：设备 | 1.00\n项目二 | 2.00"
    #expect(flags("budgetProjectExpenditure", Sketch.section("total", rows)) == [[false, true, false, true]])
    let doubtful = "=合计 | 5.00\n某局 | 6.00\n项目一 | 3.00\n项目二 | 2.00"
    #expect(flags("budgetProjectExpenditure", Sketch.section("total", doubtful)) == [[nil, nil, nil, nil]])
  }

  @Test func namesWithoutCodesAreTheOutlineThatTheirFiguresMake() {
    let flags = flags(
      "budgetExpenditure",
      Sketch.section(
        "total basic project",
        """
        =合计 | 15.00 | 9.00 | 6.00
        一般公共服务支出 | 10.00 | 6.00 | 4.00
        财政事务 | 10.00 | 6.00 | 4.00
        行政运行 | 6.00 | 6.00 |
        一般行政管理事务 | 4.00 | | 4.00
        住房保障支出 | 5.00 | 3.00 | 2.00
        住房改革支出 | 5.00 | 3.00 | 2.00
        住房公积金 | 3.00 | 3.00 |
        购房补贴 | 2.00 | | 2.00
        """))
    #expect(flags == [[false, false, false, true, true, false, false, true, true]])
  }

  @Test func theTotalMayBearTheDepartmentsName() {
    let coded = "某局 | 5.00\n201 一般公共服务支出 | 3.00\n2010601 行政运行 | 3.00\n210 卫生健康支出 | 2.00"
    #expect(flags("budgetExpenditure", Sketch.section("total", coded)) == [[false, false, true, true]])
    let wrong = "某局 | 5.00\n201 一般公共服务支出 | 3.00\n210 卫生健康支出 | 1.00"
    #expect(flags("budgetExpenditure", Sketch.section("total", wrong)) == [[false, true, true]])
    let uncoded = "某局 | 7.50\n工资福利支出 | 3.00\n基本工资 | 1.00\n奖金 | 2.00\n办公费 | 4.50"
    #expect(
      flags("budgetBasicExpenditureSummary", Sketch.section("total", uncoded)) == [[false, false, true, true, true]])
  }

  @Test func linesWithoutACodeMayBeLeaves() {
    let rows = "=合计 | 5.00\n30201 办公费 | 3.00\n差旅费 | 2.00"
    #expect(flags("budgetBasicExpenditure", Sketch.section("total", rows)) == [[false, true, true]])
    let wrong = "=合计 | 6.00\n30201 办公费 | 3.00\n差旅费 | 2.00"
    #expect(flags("budgetBasicExpenditure", Sketch.section("total", wrong)) == [[nil, nil, nil]])
  }

  @Test func codesThatStandTwiceMustBeConfirmed() {
    let units = "=合计 | 5.00\n2010601 行政运行 | 3.00\n2010601 行政运行 | 2.00"
    #expect(flags("budgetExpenditure", Sketch.section("total", units)) == [[false, true, true]])
    let twice = "=合计 | 5.00\n2010601 行政运行 | 5.00\n2010601 行政运行 | 5.00"
    #expect(flags("budgetExpenditure", Sketch.section("total", twice)) == [[nil, nil, nil]])
  }

  @Test func anErrorInTheReportChangesNothing() {
    let flags = flags(
      "expenditure", Sketch.section("total", "=合计 | 15.00\n201 一般公共服务支出 | 9.00\n2010601 行政运行 | 8.00"))
    #expect(flags == [[false, false, true]])
  }
}

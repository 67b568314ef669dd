import Disclosure
import Testing

@testable import Dataset

@Suite struct LeafColumnsTests {
  private func flags(_ form: String, _ columns: String, _ row: String) -> [Bool?] {
    LeafColumns.flags(of: Sketch.section(columns, row), form: form)
  }

  @Test func totalsAndTheirParts() {
    #expect(
      flags("expenditure", "total basic basic.personnel project", "=合计 | 5.00 | 3.00 | 2.00 | 2.00")
        == [false, true, false, true])
    #expect(
      flags(
        "budgetExpenditure", "total basic basic.personnel basic.running project",
        "=合计 | 5.00 | 3.00 | 2.00 | 1.00 | 2.00")
        == [false, false, true, true, true])
  }

  @Test func partsThatStateNothingLeaveTheWhole() {
    #expect(
      flags("budgetExpenditure", "total basic basic.personnel basic.running project", "=合计 | 5.00 | 3.00 | | | 2.00")
        == [false, true, false, false, true])
  }

  @Test func twoPhasesHaveATotalEach() {
    let columns =
      "budget.total budget.abroad budget.vehicles budget.vehicles.purchase budget.vehicles.operation final.total"
    #expect(
      flags("threePublicExpenses", columns, "=合计 | 5.00 | 1.00 | 4.00 | 3.00 | 1.00 | 2.00")
        == [false, true, false, true, true, false])
  }

  @Test func measuresStandForThemselves() {
    #expect(flags("incomeExpenditureSummary", "initialBudget final", "=总计 | 1.00 | 2.00") == [true, true])
    #expect(
      flags(
        "governmentFund", "opening income total basic project closing", "=合计 | 1.00 | 2.00 | 3.00 | 1.00 | 2.00 | 0.00")
        == [true, true, false, true, true, true])
  }

  @Test func whatIsNotKnownIsNotSaid() {
    #expect(flags("expenditure", "total basic ?其他", "=合计 | 5.00 | 3.00 | 2.00") == [false, true, nil])
    #expect(flags("incomeExpenditureSummary", "final ?增长率%", "=总计 | 1.00 | 2.00") == [true, nil])
  }
}

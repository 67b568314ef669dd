import PageContent
import Testing

@testable import Disclosure

@Suite("Three public expenses, however laid out")
struct ThreePublicExpensesTests {
  private let title = "一般公共预算财政拨款“三公”经费支出决算表"

  private func check(_ found: DisclosedDocument) throws {
    let form = try #require(found.threePublicExpenses)
    func texts(_ phase: ThreePublicExpenses.Phase) -> [String?] {
      ThreePublicExpenses.Expense.allCases.map { form.figure($0, phase)?.text }
    }
    #expect(texts(.budget) == ["12.00", nil, "8.00", "0.00", "8.00", "4.00"])
    #expect(texts(.final) == ["9.50", nil, "7.50", nil, "7.50", "2.00"])
    #expect(form.figure(.total, .final)?.amount?.yuan == ExactNumber(mantissa: 95_000, scale: 0))
    #expect(found.problems.isEmpty)
  }

  @Test("a block of budget columns, then one of final amounts")
  func blocks() throws {
    let head: [String?] = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", nil, nil, "公务接待费"]
    let foot: [String?] = ["^", "^", "小计", "公务用车购置费", "公务用车运行维护费", "^"]
    try check(
      document(
        title, "单位：万元",
        table: [
          ["预算数", nil, nil, nil, nil, nil, "决算数", nil, nil, nil, nil, nil], head + head, foot + foot,
          (1...12).map { "\($0)" },
          ["12.00", "", "8.00", "0.00", "8.00", "4.00", "9.50", "", "7.50", "", "7.50", "2.00"],
        ]))
  }

  @Test("pairs of budget and final amount under each expense")
  func pairs() throws {
    let pair: [String?] = ["预算数", "决算数"]
    try check(
      document(
        title, "单位：万元",
        table: [
          ["合计", nil, "因公出国（境）费", nil, "公务用车购置及运行费", nil, nil, nil, nil, nil, "公务接待费", nil],
          ["^", "^", "^", "^", "小计", nil, "公务用车购置费", nil, "公务用车运行费", nil, "^", "^"],
          (0..<6).flatMap { _ in pair },
          ["12.00", "9.50", "", "", "8.00", "7.50", "0.00", "", "8.00", "7.50", "4.00", "2.00"],
        ]))
  }

  @Test("小计 of an expense, above the amounts' own heads, is no total of the table")
  func subtotals() throws {
    let found = document(
      title, "单位：万元",
      table: [
        ["合计", nil, "因公出国（境）费", nil, "公务接待费", nil, nil, nil], ["^", "^", "^", "^", "小计", nil, "国内接待", nil],
        (0..<4).flatMap { _ in ["预算数", "决算数"] },
        ["12.00", "9.50", "8.00", "7.50", "4.00", "2.00", "3.00", "1.00"],
      ])
    let form = try #require(found.threePublicExpenses)
    #expect(form.figure(.total, .budget)?.text == "12.00" && form.figure(.total, .final)?.text == "9.50")
    #expect([nil, "4.00"].contains(form.figure(.receptions, .budget)?.text))
  }

  @Test("a row for each expense")
  func rows() throws {
    try check(
      document(
        """
        \(title)
        单位：万元
        项目\t预算数\t决算数
        合计\t12.00\t9.50
        1.因公出国（境）费\t\t
        2.公务接待费\t4.00\t2.00
        3.公务用车购置及运行费\t8.00\t7.50
        其中：（1）公务用车购置费\t0.00\t
        （2）公务用车运行维护费\t8.00\t7.50
        """))
  }
}

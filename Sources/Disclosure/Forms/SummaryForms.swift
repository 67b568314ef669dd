/// 收入支出决算总表: all income and all expenditure of the year, side by side.
public struct IncomeExpenditureSummary: DisclosedForm {
  public static let id = "incomeExpenditureSummary"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public enum Income: String, CaseIterable, Sendable {
    case fiscalAppropriation, generalBudget, governmentFund, stateCapital, superiorSubsidies, publicService, business
    case affiliatedRemittances, other, currentTotal, useOfSurplus, openingCarryOver, total
  }

  public enum Expenditure: String, CaseIterable, Sendable {
    case currentTotal, surplusDistribution, closingCarryOver, total
  }

  public enum Column: String, CaseIterable, Sendable {
    case initialBudget, adjustedBudget, final
  }

  public func income(_ item: Income, _ column: Column = .final) -> Figure? {
    table.figure(item: item.rawValue, column: column.rawValue, side: "income")
  }

  public func expenditure(_ item: Expenditure, _ column: Column = .final) -> Figure? {
    table.figure(item: item.rawValue, column: column.rawValue, side: "expenditure")
  }

  /// Expenditure of a class (类) of the functional classification, by its three digits.
  public func expenditure(class code: String, _ column: Column = .final) -> Figure? {
    table.figure(item: "function.\(code)", column: column.rawValue, side: "expenditure")
  }
}

/// 财政拨款收入支出决算总表: what the treasury appropriated, and how it was spent, by kind of budget.
public struct AppropriationSummary: DisclosedForm {
  public static let id = "appropriationSummary"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public enum Income: String, CaseIterable, Sendable {
    case fiscalAppropriation, generalBudget, governmentFund, stateCapital, currentTotal, openingCarryOver
    case openingGeneralBudget = "opening.generalBudget"
    case openingGovernmentFund = "opening.governmentFund"
    case openingStateCapital = "opening.stateCapital"
    case total
  }

  public enum Expenditure: String, CaseIterable, Sendable {
    case currentTotal, closingCarryOver, total
  }

  public enum Budget: String, CaseIterable, Sendable {
    case total, generalBudget, governmentFund, stateCapital
  }

  public func income(_ item: Income) -> Figure? {
    table.figure(item: item.rawValue, column: "final", side: "income")
  }

  public func expenditure(_ item: Expenditure, _ budget: Budget = .total) -> Figure? {
    table.figure(item: item.rawValue, column: budget.rawValue, side: "expenditure")
  }

  /// Expenditure of a class (类) of the functional classification, by its three digits.
  public func expenditure(class code: String, _ budget: Budget = .total) -> Figure? {
    table.figure(item: "function.\(code)", column: budget.rawValue, side: "expenditure")
  }
}

extension DisclosedDocument {
  public var incomeExpenditureSummary: IncomeExpenditureSummary? { form(IncomeExpenditureSummary.self) }
  public var appropriationSummary: AppropriationSummary? { form(AppropriationSummary.self) }
}

/// 高等学校收支决算总表: a university's income and expenditure, side by side.
public struct HigherEducationSummary: DisclosedForm {
  public static let id = "higherEducationSummary"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public func income(_ item: IncomeExpenditureSummary.Income) -> Figure? {
    table.figure(item: item.rawValue, column: "final", side: "income")
  }

  public func expenditure(_ item: IncomeExpenditureSummary.Expenditure) -> Figure? {
    table.figure(item: item.rawValue, column: "final", side: "expenditure")
  }

  /// Expenditure of a class (类) of the functional classification, by its three digits.
  public func expenditure(class code: String) -> Figure? {
    table.figure(item: "function.\(code)", column: "final", side: "expenditure")
  }
}

/// 高等学校收入决算表
public struct HigherEducationIncome: CodedForm {
  public static let id = "higherEducationIncome"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public enum Column: String, CaseIterable, Sendable {
    case total, fiscalAppropriation, superiorSubsidies, publicService
    case educationFees = "publicService.educationFees"
    case business, affiliatedRemittances, other
  }
}

/// 高等学校支出决算表
public struct HigherEducationExpenditure: CodedForm {
  public static let id = "higherEducationExpenditure"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public typealias Column = Expenditure.Column
}

/// 高等学校财政拨款支出决算表
public struct HigherEducationAppropriationExpenditure: CodedForm {
  public static let id = "higherEducationAppropriationExpenditure"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public enum Column: String, CaseIterable, Sendable {
    case total, basic, project
    case capitalConstruction = "project.capitalConstruction"
  }
}

extension DisclosedDocument {
  public var higherEducationSummary: HigherEducationSummary? { form(HigherEducationSummary.self) }
  public var higherEducationIncome: HigherEducationIncome? { form(HigherEducationIncome.self) }
  public var higherEducationExpenditure: HigherEducationExpenditure? { form(HigherEducationExpenditure.self) }
  public var higherEducationAppropriationExpenditure: HigherEducationAppropriationExpenditure? {
    form(HigherEducationAppropriationExpenditure.self)
  }
}

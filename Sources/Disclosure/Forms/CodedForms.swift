/// A form with a row for each code and a total row.
public protocol CodedForm: DisclosedForm {
  associatedtype Column: RawRepresentable<String>, CaseIterable, Sendable
}

extension CodedForm {
  /// The figure of a code, by its digits.
  public func figure(_ code: String, _ column: Column) -> Figure? {
    table.figure(code: code, column: column.rawValue)
  }

  /// The figure in the total row.
  public func total(_ column: Column) -> Figure? { table.total(column: column.rawValue) }
}

/// 收入决算表: income by function and source.
public struct Income: CodedForm {
  public static let id = "income"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public enum Column: String, CaseIterable, Sendable {
    case total, fiscalAppropriation, superiorSubsidies, publicService, business, affiliatedRemittances, other
  }
}

/// 支出决算表: expenditure by function and nature.
public struct Expenditure: CodedForm {
  public static let id = "expenditure"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public enum Column: String, CaseIterable, Sendable {
    case total, basic, project, superiorRemittances, business, affiliatedSubsidies
  }
}

/// 一般公共预算财政拨款支出决算表: expenditure of the general public budget by function.
public struct GeneralBudgetExpenditure: CodedForm {
  public static let id = "generalBudgetExpenditure"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public enum Column: String, CaseIterable, Sendable {
    case total, basic, project
  }
}

/// 政府性基金预算财政拨款收入支出决算表: income and expenditure of government-managed funds by function.
public struct GovernmentFund: CodedForm {
  public static let id = "governmentFund"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public enum Column: String, CaseIterable, Sendable {
    case opening, income, total, basic, project, closing
  }
}

/// 国有资本经营预算财政拨款支出决算表: expenditure of state capital operations by function.
public struct StateCapital: CodedForm {
  public static let id = "stateCapital"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public enum Column: String, CaseIterable, Sendable {
    case opening, income, total, basic, project, closing
  }
}

/// 一般公共预算财政拨款基本支出决算表: basic expenditure by economic code, in the parts personnel (人员经费) and running
/// expenditure (公用经费).
public struct GeneralBudgetBasicExpenditure: DisclosedForm {
  public static let id = "generalBudgetBasicExpenditure"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  /// The final amount of an economic code, by its digits, whichever block it stands in.
  public func figure(_ code: String) -> Figure? {
    table.figure(code: code, column: "final") ?? table.figure(code: code, column: "total")
  }

  /// 人员经费合计
  public var personnel: Figure? {
    table.figure(item: "personnelTotal", column: "final") ?? table.total(column: "personnel")
  }

  /// 公用经费合计
  public var running: Figure? {
    table.figure(item: "runningTotal", column: "final") ?? table.total(column: "running")
  }
}

extension DisclosedDocument {
  public var income: Income? { form(Income.self) }
  public var expenditure: Expenditure? { form(Expenditure.self) }
  public var generalBudgetExpenditure: GeneralBudgetExpenditure? { form(GeneralBudgetExpenditure.self) }
  public var generalBudgetBasicExpenditure: GeneralBudgetBasicExpenditure? { form(GeneralBudgetBasicExpenditure.self) }
  public var governmentFund: GovernmentFund? { form(GovernmentFund.self) }
  public var stateCapital: StateCapital? { form(StateCapital.self) }
}

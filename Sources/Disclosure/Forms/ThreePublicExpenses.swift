/// “三公”经费支出决算表: travel abroad, official vehicles, official receptions; budget and final amount. Printed as columns
/// or as rows, it is asked alike.
public struct ThreePublicExpenses: DisclosedForm {
  public static let id = "threePublicExpenses"
  public let table: FormTable

  public init(table: FormTable) { self.table = table }

  public enum Expense: String, CaseIterable, Sendable {
    /// 合计
    case total
    /// 因公出国（境）费
    case abroad
    /// 公务用车购置及运行费
    case vehicles
    /// 公务用车购置费
    case vehiclePurchase = "vehicles.purchase"
    /// 公务用车运行维护费
    case vehicleOperation = "vehicles.operation"
    /// 公务接待费
    case receptions
  }

  public enum Phase: String, CaseIterable, Sendable {
    case budget, final
  }

  public func figure(_ expense: Expense, _ phase: Phase) -> Figure? {
    let column = "\(phase.rawValue).\(expense.rawValue)"
    for section in table.sections {
      if let position = section.columns.firstIndex(where: { $0.key == column }) {
        return section.rows.lazy.compactMap { $0.figures[position] }.first
      }
    }
    return table.figure(item: expense.rawValue, column: phase.rawValue)
  }
}

extension DisclosedDocument {
  public var threePublicExpenses: ThreePublicExpenses? { form(ThreePublicExpenses.self) }
}

/// A form whose figures can be asked for by name.
///
/// ```swift
/// if let form = document.incomeExpenditureSummary {
///   print(form.income(.publicService)?.amount?.yuan ?? .zero, form.expenditure(class: "205")?.text ?? "")
/// }
/// ```
///
/// Every accessor gives the figure as printed, with its place; nil where the row or the column is not there, or the cell
/// is blank.
public protocol DisclosedForm: Sendable {
  /// The catalogue's id.
  static var id: String { get }
  var table: FormTable { get }
  init(table: FormTable)
}

extension DisclosedDocument {
  /// The document's first table of a form.
  public func form<Form: DisclosedForm>(_ type: Form.Type) -> Form? {
    table(Form.id).map(Form.init)
  }
}

extension FormTable {
  /// The figure in a row and a column given by the catalogue's keys.
  public func figure(item: String, column: String, side: String? = nil) -> Figure? {
    for section in sections where side == nil || section.side == side {
      guard let position = section.columns.firstIndex(where: { $0.key == column }) else { continue }
      if let row = section.rows.first(where: { $0.item == item }) { return row.figures[position] }
    }
    return nil
  }

  /// The figure in the row of a code.
  public func figure(code: String, column: String) -> Figure? {
    for section in sections {
      guard let position = section.columns.firstIndex(where: { $0.key == column }) else { continue }
      if let row = section.rows.first(where: { $0.code == code }) { return row.figures[position] }
    }
    return nil
  }

  /// The figure in the total row, 合计.
  public func total(column: String, side: String? = nil) -> Figure? {
    for section in sections where side == nil || section.side == side {
      guard let position = section.columns.firstIndex(where: { $0.key == column }) else { continue }
      if let row = section.rows.first(where: { $0.role == .total }) { return row.figures[position] }
    }
    return nil
  }
}

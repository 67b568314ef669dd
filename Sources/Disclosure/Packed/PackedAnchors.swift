import PageContent

/// What the total row of a form must say by the figures of forms that were read before: the catalogue's identities between
/// forms.
struct PackedAnchors {
  /// By the key of the column, in the form's unit.
  private(set) var amounts: [String: ExactNumber] = [:]

  /// `problems` hold the figures whose columns are not known: a blank cell beside one says nothing.
  init(
    of form: Catalogue.Form, unit: MonetaryUnit?, in tables: [FormTable], _ problems: [Problem], catalogue: Catalogue
  ) {
    let lines = Set(problems.lazy.filter { $0.kind == .strayFigure }.compactMap { $0.location?.line })
    for identity in catalogue.identities {
      let sides = [([identity.left], identity.right), (identity.right, [identity.left])]
      for (own, others) in sides where own.count == 1 && own[0].form == form.id && own[0].row == "total" {
        let values = others.map { PackedAnchors.value($0, unit, tables, lines) }
        guard others.allSatisfy({ $0.form != form.id }), values.contains(where: { $0 != .missing }),
          !values.contains(.unknown)
        else { continue }
        amounts[own[0].column] = values.reduce(ExactNumber.zero) { sum, value in
          if case .amount(let amount) = value { sum + amount } else { sum }
        }
      }
    }
  }

  private enum Value: Equatable {
    case amount(ExactNumber)
    /// The form has no such row.
    case missing
    case unknown
  }

  private static func value(
    _ reference: Catalogue.Reference, _ unit: MonetaryUnit?, _ tables: [FormTable], _ strayLines: Set<Int>
  ) -> Value {
    guard let table = tables.first(where: { $0.form == reference.form }), table.status == .present, table.unit == unit
    else { return .unknown }
    let sections = table.sections.filter { reference.side == nil || $0.side == reference.side }
    for section in sections {
      guard let column = section.columns.firstIndex(where: { $0.key == reference.column }),
        let row = section.rows.first(where: { $0.item == reference.row && !$0.isOfWhich })
      else { continue }
      switch row.figures[column]?.value {
      case .amount(let amount): return .amount(amount.value)
      case .unreadable: return .unknown
      case .dash: return .amount(.zero)
      case nil: return row.location.textLine.map(strayLines.contains) ?? true ? .unknown : .amount(.zero)
      }
    }
    return .missing
  }
}
